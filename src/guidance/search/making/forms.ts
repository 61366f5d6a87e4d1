// Floor: search, making. Which forms of words travel: those that somebody uses, once what would be
// understood without them is taken out; and the words that only the texts have.
import { cut, type Lexicon } from '../cut.ts';
import type { SearchDocument, Vocabulary } from '../entry.ts';
import { fold, type Letters } from '../fold.ts';
import { lexiconOf } from '../lexicon.ts';
import type { Asked } from '../query.ts';

/** A run of kanji, of katakana or of Latin letters: a word of its own that no editor named. */
const OWN_WORD = /[\p{Script=Han}々]{2,}|[ァ-ヶー]{3,}|[A-Za-zＡ-Ｚａ-ｚ]{2,}/gu;

const KANA = /^[ぁ-ゖ]+$/;

/**
 * A form that is used less often is not worth carrying where there are many phrases: runs of its letters
 * speak for it. Where there are few, every form counts.
 */
const leastUses = (phrases: number): number => Math.min(10, Math.ceil(phrases / 6000));

/** Forms that are used hardly more often travel in the second file, where there is room for so many. */
const HARDLY_MORE = 5;

export interface Forms {
  /** Of each word; those of the editors' groups first. */
  readonly words: readonly (readonly string[])[];
  /** Those that travel in the second file. */
  readonly rare: readonly string[];
  readonly filler: readonly string[];
  readonly elsewhere: readonly string[];
}

/** Words as folded, each once. */
export const foldedWords = (words: readonly string[], letters: Letters): string[] => [
  ...new Set(words.map((word) => fold(word, letters)).filter((word) => word !== '')),
];

/** The lexicon of all that editors name and texts hold, without what would be understood anyway. */
export function fullLexicon(
  documents: readonly SearchDocument[],
  { groups, filler, elsewhere, letters: pairs }: Vocabulary,
): Lexicon {
  const letters: Letters = new Map(pairs);
  const lexicon = lexiconOf({
    words: groups.map(({ words }) => foldedWords(words, letters)),
    filler: foldedWords(filler, letters),
    elsewhere: foldedWords(elsewhere, letters),
  });
  leaveOutNeedless(lexicon);
  // Words that only the texts have: those that are used often enough help to find the texts.
  let next = groups.length;
  for (const text of documents.flatMap(textsOf)) {
    for (const [own] of text.matchAll(OWN_WORD)) {
      for (const form of unknownIn(fold(own, letters), lexicon)) lexicon.add(form, next++);
    }
  }
  return lexicon;
}

/** The forms of a lexicon that the queries and the documents' texts use: others would only be carried about. */
export function usedForms(
  lexicon: Lexicon,
  asked: readonly Asked[],
  documents: readonly SearchDocument[],
  letters: Letters,
): Forms {
  const texts = documents.flatMap(textsOf).map((text) => fold(text, letters));
  const used = countsOf([
    ...asked.flatMap(formsOf),
    ...texts.flatMap((text) => cut(text, lexicon).map(({ from, to }) => text.slice(from, to))),
  ]);
  const least = leastUses(asked.length);
  const words: string[][] = [];
  const [filler, elsewhere]: [string[], string[]] = [[], []];
  for (const [form, meaning] of lexicon.forms()) {
    const list =
      meaning === 'filler' ? filler : meaning === 'elsewhere' ? elsewhere : (words[meaning] ??= []);
    if ((used.get(form) ?? 0) >= least) list.push(form);
  }
  const rare = [...filler, ...elsewhere, ...words.flat()].filter(
    (form) => (used.get(form) ?? 0) <= least + HARDLY_MORE,
  );
  return { words: Array.from(words, (forms) => forms ?? []), rare, filler, elsewhere };
}

const textsOf = ({ title, also, text }: SearchDocument): readonly string[] => [
  title,
  ...also,
  text,
];

/** The pieces of a query, and the forms that its slips were taken for. */
const formsOf = ({ pieces, words }: Asked): string[] => [
  ...pieces.map(({ text }) => text),
  ...words.flatMap(({ takenFor }) => takenFor ?? []),
];

function countsOf(forms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}

/**
 * Takes out the forms that would be understood without standing there: 忘れました is 忘れ and an
 * ending. Editors may write them; nobody has to load them.
 */
function leaveOutNeedless(lexicon: Lexicon): void {
  const forms = [...lexicon.forms()].sort(([a], [b]) => b.length - a.length);
  for (const [form, meaning] of forms) {
    if (meaning === 'elsewhere' || form.length < 3) continue;
    lexicon.remove(form);
    const rest = cut(form, lexicon);
    const meant = rest.flatMap((piece) => (piece.kind === 'word' ? [piece.word] : []));
    const clear = rest.every(({ kind }) => kind === 'word' || kind === 'filler');
    const same = meaning === 'filler' ? meant.length === 0 : meant.length > 0;
    // Two kana alone lose to filler in a sentence (かど in のかどの), so what only they explain stays.
    const short = rest.some(
      ({ kind, from, to }) => kind === 'word' && to - from < 3 && KANA.test(form),
    );
    if (!clear || !same || short || meant.some((word) => word !== meaning))
      lexicon.add(form, meaning);
  }
}

const unknownIn = (text: string, lexicon: Lexicon): string[] =>
  cut(text, lexicon)
    .filter(({ kind, from, to }) => kind === 'unknown' && to - from >= 2)
    .map(({ from, to }) => text.slice(from, to));
