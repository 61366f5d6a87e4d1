// Floor: knowledge. The two marks an editor may write into any text: {{fact}} and [[term]].
// Reads them and says them, as plain text or as HTML. Knows no Markdown beyond these marks.
import { escapeHtml, factHtml, factPlain, type FactContext, type KnownFact } from './facts.ts';
import type { Term } from './schemas.ts';

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fact'; readonly id: string; readonly bare: boolean; readonly offset: number }
  | {
      readonly kind: 'term';
      readonly id: string;
      readonly shown: string | undefined;
      readonly offset: number;
    };

/** What rendering needs beside the text. `html` of a fact differs from its plain form. */
export interface ReferenceContext extends FactContext {
  readonly terms: ReadonlyMap<string, Term>;
}

const MARK =
  /\{\{\s*(?<fact>[\w-]+)(?<bare>\|bare)?\s*\}\}|\[\[(?<term>[\w-]+)(?:\|(?<shown>[^\]]+))?\]\]/g;

/** Splits a text at its marks, in order; offsets are those of the marks in `text`. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > end) tokens.push({ kind: 'text', text: text.slice(end, match.index) });
    tokens.push(toToken(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) tokens.push({ kind: 'text', text: text.slice(end) });
  return tokens;
}

function toToken({ groups = {}, index }: RegExpMatchArray): Token {
  const offset = index ?? 0;
  if (groups['fact'] !== undefined) {
    return { kind: 'fact', id: groups['fact'], bare: groups['bare'] !== undefined, offset };
  }
  return { kind: 'term', id: groups['term'] ?? '', shown: groups['shown'], offset };
}

/** Ids of the facts a text refers to, each once, in order of appearance. */
export const factsIn = (text: string): string[] => idsIn(text, 'fact');

/** Ids of the glossary terms a text refers to, each once, in order of appearance. */
export const termsIn = (text: string): string[] => idsIn(text, 'term');

function idsIn(text: string, kind: 'fact' | 'term'): string[] {
  const ids = tokenize(text).flatMap((token) => (token.kind === kind ? [token.id] : []));
  return [...new Set(ids)];
}

function known<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined) throw new Error(`"${id}" is referred to but not in content/`);
  return found;
}

/** The text with every mark said in plain words: for titles, search and machine-read data. */
export function plainText(text: string, context: ReferenceContext): string {
  return tokenize(text)
    .map((token) => {
      if (token.kind === 'text') return token.text;
      if (token.kind === 'fact') {
        return factPlain(known<KnownFact>(context.facts, token.id), context, token.bare);
      }
      return token.shown ?? known(context.terms, token.id).word;
    })
    .join('');
}

/** The text as HTML, escaped, with every mark said; a term links to its entry on the same page. */
export function htmlText(text: string, context: ReferenceContext): string {
  return tokenize(text)
    .map((token) => (token.kind === 'text' ? escapeHtml(token.text) : markHtml(token, context)))
    .join('');
}

/** One mark as HTML. `anchor` marks the place to which a term's explanation leads back. */
export function markHtml(
  token: Exclude<Token, { kind: 'text' }>,
  context: ReferenceContext,
  anchor = false,
): string {
  if (token.kind === 'fact') {
    return factHtml(known<KnownFact>(context.facts, token.id), context, token.bare);
  }
  const shown = escapeHtml(token.shown ?? known(context.terms, token.id).word);
  const id = anchor ? ` id="ref-${token.id}"` : '';
  return `<a class="term"${id} href="#word-${token.id}">${shown}</a>`;
}
