// Floor: search. What a query is judged by: the words it was understood as, how they were said, and
// pieces of what was not understood. Learning and finding both look through here.
import { isLatin } from './fold.ts';
import type { Asked } from './query.ts';

/** A feature's name and how strongly the query has it, 0 to 1. */
export type Feature = readonly [name: string, strength: number];

/** Names: `#12` a word by its number, `=わすれ` a known piece as said, `~` a piece of an unknown one. */
export const featureOfWord = (word: number): string => `#${word}`;
export const featureOfForm = (form: string): string => `=${form}`;
export const featureOfGram = (gram: string): string => `~${gram}`;

const OF_FORM = 0.5;
const OF_GRAM = 0.4;
const LONGEST_GRAM = 3;
const LATIN_STEM = 4;

/** Everything a query is judged by, each feature once. */
export function featuresOf({ words, pieces }: Asked): Feature[] {
  const features = new Map<string, number>();
  const add = (name: string, strength: number) => {
    if (strength > (features.get(name) ?? 0)) features.set(name, strength);
  };
  for (const { word, trust } of words) if (word !== undefined) add(featureOfWord(word), trust);
  for (const { text, isKnown } of pieces) {
    if (isKnown) add(featureOfForm(text), OF_FORM);
    else for (const gram of gramsOf(text)) add(featureOfGram(gram), OF_GRAM);
  }
  return [...features];
}

/** A Latin word whole and its beginning; of Japanese every run of one to three letters. */
function gramsOf(text: string): string[] {
  if (isLatin(text[0] ?? '')) {
    return text.length > LATIN_STEM ? [text, text.slice(0, LATIN_STEM)] : [text];
  }
  const letters = Array.from(text);
  return letters.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_GRAM, letters.length - from) }, (__, more) =>
      letters.slice(from, from + more + 1).join(''),
    ),
  );
}

/**
 * How the query stands as a whole, in numbers around 0 to 2: what it leaves unexplained, how much of it
 * belongs to this site's matters, and how clearly it points to one page.
 */
export function circumstancesOf(
  asked: Asked,
  ours: ReadonlySet<number>,
  scores: readonly number[],
): number[] {
  let [unknown, elsewhere, known, own] = [0, 0, 0, 0];
  for (const { word, against, elsewhere: isElsewhere } of asked.words) {
    if (word !== undefined) {
      known += 1;
      if (ours.has(word)) own += 1;
    } else if (isElsewhere) elsewhere += against;
    else unknown += against;
  }
  const best = Math.max(...scores);
  const spread = scores.reduce((sum, score) => sum + Math.exp(score - best), 0);
  const other = Math.min(elsewhere, 3) / 2;
  return [
    Math.min(unknown, 3) / 2,
    other,
    Number(known === 0),
    Number(own === 0),
    Math.min(own, 3) / 2,
    (best - 2) / 2,
    1 / spread,
    Number(asked.isOurs),
    asked.isOurs ? other : 0,
    Math.min(known, 5) / 4,
  ];
}
