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
  // People slip after the first letter, so forms with the same one are all that need comparing.
  const byFirst = new Map<string, string[]>();
  for (const [form, meaning] of lexicon.forms()) {
    if (typeof meaning !== 'number' || form.length < SHORTEST) continue;
    const first = form[0] ?? '';
    const list = byFirst.get(first);
    if (list) list.push(form);
    else byFirst.set(first, [form]);
  }

  return (piece, unfinished) => {
    if (piece.length < SHORTEST - (unfinished ? 1 : 0) || piece.length > LONGEST) return undefined;
    const candidates = (byFirst.get(piece[0] ?? '') ?? []).filter(
      (form) => (unfinished && form.startsWith(piece)) || mayBeSlip(piece, form),
    );
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
      const longer = Math.abs(item.length - piece.length);
      const trust = begun ? 0.9 : (1 - score) * (1 - longer / (2 * piece.length));
      const word = lexicon.meaning(item);
      if (typeof word === 'number' && trust > (best?.trust ?? 0.55)) {
        best = { word, form: item, trust };
      }
    }
    return best;
  };
}

const KANJI = /\p{Script=Han}/u;

// People slip after the first letter; and where they chose a wrong kanji, a kanji stands. Short words
// have too many neighbours to guess at.
const mayBeSlip = (piece: string, form: string): boolean =>
  Math.abs(form.length - piece.length) <= (piece.length > 5 ? 2 : 1) &&
  KANJI.test(piece) === KANJI.test(form) &&
  piece.length >= (KANJI.test(piece) ? 3 : /^[a-z]/.test(piece) ? 5 : 4) &&
  KANJI.test(piece.at(-1) ?? '') === KANJI.test(form.at(-1) ?? '');
