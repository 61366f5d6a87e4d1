// Floor: search. Cuts a folded text into words. Japanese has no spaces, so the cut with the fewest
// and longest known words wins; what stays unknown is kept as such. Index and query are cut here.
import { isLatin } from './fold.ts';

export type Piece =
  | { readonly kind: 'word'; readonly word: number; readonly from: number; readonly to: number }
  | {
      readonly kind: 'filler' | 'elsewhere' | 'unknown';
      readonly from: number;
      readonly to: number;
    };

/** What a form stands for: the number of a word, or one of the two lists without meaning here. */
export type Meaning = number | 'filler' | 'elsewhere';

export class Lexicon {
  readonly #meanings = new Map<string, Meaning>();
  #longest = 1;

  /** Adds a folded form; the first meaning stays. */
  add(form: string, meaning: Meaning): void {
    if (form === '' || this.#meanings.has(form)) return;
    this.#meanings.set(form, meaning);
    this.#longest = Math.max(this.#longest, form.length);
  }

  remove(form: string): void {
    this.#meanings.delete(form);
  }

  meaning(form: string): Meaning | undefined {
    return this.#meanings.get(form);
  }

  get longest(): number {
    return this.#longest;
  }

  forms(): IterableIterator<[string, Meaning]> {
    return this.#meanings.entries();
  }
}

// Costs of the cut. A known word costs the same however long, so long words win; one letter alone
// is hardly better than an unknown one.
const WORD = 0.9;
const FILLER = 1;
const SHORT_KANA = 1.3;
const PARTICLE = 0.7;
const UNKNOWN = 1.25;
const UNKNOWN_LATIN = 1.6;

const KANA = /[ぁ-ゖ]/;

/** Particles that end what stands before them. */
export const CASE: ReadonlySet<string> = new Set('を は が の に で と も へ'.split(' '));

const costOf = (form: string, meaning: Meaning): number => {
  if (meaning === 'filler') return form.length === 1 ? PARTICLE : FILLER - 0.02 * form.length;
  const kana = form.length === 2 && /^[ぁ-ん]+$/.test(form);
  return (kana ? SHORT_KANA : WORD) - 0.02 * form.length;
};

/** Cuts a folded text. Neighbouring unknown letters are one piece. */
export function cut(text: string, lexicon: Lexicon): Piece[] {
  const best = new Float64Array(text.length + 1).fill(Infinity);
  const step: (Piece | undefined)[] = [];
  best[0] = 0;
  for (let at = 0; at < text.length; at += 1) {
    const cost = best[at] ?? Infinity;
    if (cost === Infinity) continue;
    if (text[at] === ' ') {
      offer(at + 1, cost, undefined);
      continue;
    }
    const runEnd = latinEnd(text, at);
    if (runEnd > at) offer(runEnd, cost + UNKNOWN_LATIN, { kind: 'unknown', from: at, to: runEnd });
    else offer(at + 1, cost + UNKNOWN, { kind: 'unknown', from: at, to: at + 1 });
    const last = Math.min(text.length, at + lexicon.longest);
    for (let to = at + 1; to <= last; to += 1) {
      const form = text.slice(at, to);
      const meaning = lexicon.meaning(form);
      if (meaning === undefined || breaksLatin(text, to)) continue;
      const piece: Piece =
        typeof meaning === 'number'
          ? { kind: 'word', word: meaning, from: at, to }
          : { kind: meaning, from: at, to };
      offer(to, cost + costOf(form, meaning), piece);
    }
  }
  return trace();

  function offer(to: number, cost: number, piece: Piece | undefined) {
    if (cost >= (best[to] ?? 0)) return;
    best[to] = cost;
    step[to] = piece;
  }

  function trace(): Piece[] {
    const pieces: Piece[] = [];
    let at = text.length;
    while (at > 0) {
      const piece = step[at];
      if (!piece) {
        at -= 1;
        continue;
      }
      const next = pieces.at(-1);
      if (piece.kind === 'unknown' && next?.kind === 'unknown' && joins(piece.to, next.from)) {
        pieces[pieces.length - 1] = { kind: 'unknown', from: piece.from, to: next.to };
      } else pieces.push(piece);
      at = piece.from;
    }
    return swallow(pieces.reverse());
  }

  /** One-letter filler beside an unknown piece is rather a part of it: ら・ー・め・ん is one word. */
  function swallow(pieces: readonly Piece[]): Piece[] {
    const result: Piece[] = [];
    for (let at = 0; at < pieces.length; at += 1) {
      const to = looseEnd(pieces, at);
      const unknown = pieces.slice(at, to).some(({ kind }) => kind === 'unknown');
      if (unknown) {
        result.push(...oneUnknown(pieces.slice(at, to)));
        at = to - 1;
      } else result.push(...pieces.slice(at, at + 1));
    }
    return result;
  }

  /** Loose pieces as one unknown piece, but for the particles around it. */
  function oneUnknown(loose: readonly Piece[]): Piece[] {
    let start = 0;
    let end = loose.length;
    while (isCase(loose[start])) start += 1;
    while (end > start + 1 && isCase(loose[end - 1])) end -= 1;
    const first = loose[start];
    const last = loose[end - 1];
    if (!first || !last) return [...loose];
    return [
      ...loose.slice(0, start),
      { kind: 'unknown', from: first.from, to: last.to },
      ...loose.slice(end),
    ];
  }

  /** End of the loose pieces of one script that begin at `at` and touch each other. */
  function looseEnd(pieces: readonly Piece[], at: number): number {
    const script = looseScript(pieces[at]);
    if (!script) return at;
    let to = at + 1;
    while (looseScript(pieces[to]) === script && touching(pieces, to)) to += 1;
    return to;
  }

  function looseScript(piece: Piece | undefined): 'kana' | 'kanji' | undefined {
    if (piece?.kind !== 'unknown' && (piece?.kind !== 'filler' || piece.to - piece.from > 1)) {
      return undefined;
    }
    const letter = text[piece.from] ?? '';
    if (isLatin(letter)) return undefined;
    return KANA.test(letter) ? 'kana' : 'kanji';
  }

  function isCase(piece: Piece | undefined): boolean {
    return piece?.kind === 'filler' && CASE.has(text[piece.from] ?? '');
  }

  function touching(pieces: readonly Piece[], at: number): boolean {
    return pieces[at - 1]?.to === pieces[at]?.from;
  }

  function joins(end: number, start: number): boolean {
    const [before = '', after = ''] = [text[end - 1], text[start]];
    if (end !== start || isLatin(before) || isLatin(after)) return false;
    return KANA.test(before) === KANA.test(after);
  }
}

/** End of the run of Latin letters or digits that begins at `at`; `at` itself when there is none. */
function latinEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isLatin(text[end] ?? '')) end += 1;
  return end;
}

// A word may not end inside a run of Latin letters: "pin" is not in "pineapple". It cannot begin
// inside one either, because the run is only ever entered at its start or left by a known word.
const breaksLatin = (text: string, to: number): boolean =>
  isLatin(text[to - 1] ?? '') && isLatin(text[to] ?? '');
