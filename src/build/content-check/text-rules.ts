// Floor: build. Rules about any passage of text: marks that resolve, links that lead somewhere, no
// number typed where a fact belongs.
import type { Problem, ProblemCode } from '../../guidance/knowledge/problem.ts';
import { tokenize } from '../../guidance/knowledge/references.ts';
import type { Passage } from './passages.ts';

const problem = (
  { file, line, field }: Passage,
  code: ProblemCode,
  values: Record<string, string>,
): Problem => ({ code, file, line, field, values });

/** {{fact}} and [[term]] must exist. */
export function markProblems(
  passage: Passage,
  facts: ReadonlyMap<string, unknown>,
  terms: ReadonlyMap<string, unknown>,
): Problem[] {
  return tokenize(passage.text).flatMap((token) => {
    if (token.kind === 'fact' && !facts.has(token.id)) {
      return [problem(passage, 'unknown-fact', { id: token.id })];
    }
    if (token.kind === 'term' && !terms.has(token.id)) {
      return [problem(passage, 'unknown-term', { id: token.id })];
    }
    return [];
  });
}

// What must be a fact: phone numbers, money, clock times, periods and counts.
const BARE_NUMBERS =
  /\+\d{1,3}(?:-\d+){2,}|(?<![\d-])0\d{1,4}-\d{1,4}-\d{2,4}(?!\d)|(?<!\d)0(?:120|570|800)\d{6}(?!\d)|\d[\d,]*万?円|\d{1,2}:\d{2}|\d{1,2}時(?!間)|\d+(?:か月|ヶ月|カ月|ヵ月|週間|時間|日以内|日間|日前|日後|回)/g;

/** A number that must live in content/facts/ may not be typed into text, in any width. */
export function bareNumberProblems(passage: Passage): Problem[] {
  const bare = passage.text
    .normalize('NFKC')
    .replaceAll(/\{\{[^}]*\}\}/g, '')
    .replaceAll(/\]\([^)]*\)/g, '](');
  return [...bare.matchAll(BARE_NUMBERS)].map(([text]) =>
    problem(passage, 'bare-number', { text, id: 'id' }),
  );
}

/** Where a link may lead: addresses of our pages, and the pages named in sources.yaml. */
export interface LinkTargets {
  readonly pages: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** Links must lead to a page of ours, or to a page that is a listed source. */
export function linkProblems(passage: Passage, { pages, sources }: LinkTargets): Problem[] {
  return linksIn(passage.text).flatMap((href) => {
    if (href.startsWith('#') || sources.has(href)) return [];
    const page = href.split(/[#?]/, 1)[0] ?? '';
    return pages.has(page) ? [] : [problem(passage, 'dead-link', { href })];
  });
}

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\((?<href>[^)\s]+)\)/g)].map(({ groups }) => groups?.['href'] ?? '');
