// Floor: search. The words an unknown piece of a query may be: begun but not finished, or slipped.
// The only file that imports fuse.js.
import Fuse from 'fuse.js/min-basic';
import type { Lexicon } from './cut.ts';

export interface Guess {
  readonly word: number;
  /** The form it was taken for. */
  readonly form: string;
  /** 1 for the form itself, less the farther it is. */
  readonly trust: number;
}

export type Guesser = (piece: string, unfinished: boolean) => Guess | undefined;

/** Forms this short have too many neighbours. */
const SHORTEST = 3;
const LONGEST = 24;
/** Share of letters that may differ: one in three of a short word is another word. */
const FAR = 0.34;

/** Makes the guesser over all forms of the words of `lexicon`. */
export function createGuesser(lexicon: Lexicon): Guesser {
  const forms: string[] = [];
  const byLetters = new Map<string, number[]>();
  for (const [form, meaning] of lexicon.forms()) {
    if (typeof meaning !== 'number' || form.length < SHORTEST) continue;
    for (const pair of new Set(pairs(form))) {
      const list = byLetters.get(pair);
      if (list) list.push(forms.length);
      else byLetters.set(pair, [forms.length]);
    }
    forms.push(form);
  }

  return (piece, unfinished) => {
    if (piece.length < SHORTEST - (unfinished ? 1 : 0) || piece.length > LONGEST) return undefined;
    const candidates = neighbours(piece);
    if (candidates.length === 0) return undefined;
    const fuse = new Fuse(candidates, {
      includeScore: true,
      ignoreLocation: false,
      location: 0,
      distance: 20,
      threshold: FAR,
      ignoreFieldNorm: true,
    });
    let best: Guess | undefined;
    for (const { item, score = 1 } of fuse.search(piece)) {
      const begun = unfinished && item.startsWith(piece);
      if (!begun && !mayBeSlip(piece, item)) continue;
      const longer = Math.abs(item.length - piece.length);
      if (!begun && longer > (piece.length > 5 ? 2 : 1)) continue;
      const trust = begun ? 0.9 : (1 - score) * (1 - longer / (2 * piece.length));
      const word = lexicon.meaning(item);
      if (typeof word === 'number' && trust > (best?.trust ?? 0.55)) {
        best = { word, form: item, trust };
      }
    }
    return best;
  };

  /** Forms that share a pair of letters with the piece: what a slip leaves in place. */
  function neighbours(piece: string): string[] {
    const found = new Set<number>();
    for (const pair of pairs(piece)) for (const form of byLetters.get(pair) ?? []) found.add(form);
    return [...found].map((form) => forms[form] ?? '');
  }
}

const KANJI = /\p{Script=Han}/u;

// People slip after the first letter; and where they chose a wrong kanji, a kanji stands. Short words
// have too many neighbours to guess at.
const mayBeSlip = (piece: string, form: string): boolean =>
  piece[0] === form[0] &&
  KANJI.test(piece) === KANJI.test(form) &&
  piece.length >= (KANJI.test(piece) ? 3 : /^[a-z]/.test(piece) ? 5 : 4) &&
  KANJI.test(piece.at(-1) ?? '') === KANJI.test(form.at(-1) ?? '');

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
