// Floor: search, making. Makes the index file from documents and the editors' vocabulary, at build time.
import { cut, type Lexicon } from '../cut.ts';
import {
  guideOf,
  isPage,
  type IndexFile,
  type Phrase,
  type SearchDocument,
  type SearchEntry,
  type Vocabulary,
} from '../entry.ts';
import { fold, type Letters } from '../fold.ts';
import { createGuesser } from '../guess.ts';
import { lexiconOf } from '../lexicon.ts';
import { readQuery, type Asked } from '../query.ts';
import { learn } from './learn.ts';

/** A run of kanji, of katakana or of Latin letters: a word of its own that no editor named. */
const OWN_WORD = /[\p{Script=Han}々]{2,}|[ァ-ヶー]{3,}|[A-Za-zＡ-Ｚａ-ｚ]{2,}/gu;

const KANA = /^[ぁ-ゖ]+$/;

/** Makes the index. The order of `documents` is the order among equals. */
export function makeIndex(
  documents: readonly SearchDocument[],
  vocabulary: Vocabulary,
  said: readonly Phrase[],
): IndexFile {
  const letters: Letters = new Map(vocabulary.letters);
  const folded = (words: readonly string[]) => [
    ...new Set(words.map((word) => fold(word, letters)).filter((word) => word !== '')),
  ];
  const full = lexiconOf({
    words: vocabulary.groups.map((group) => folded(group.words)),
    filler: folded(vocabulary.filler),
    elsewhere: folded(vocabulary.elsewhere),
  });
  leaveOutNeedless(full);
  const words: string[][] = vocabulary.groups.map(() => []);
  const [filler, elsewhere]: [string[], string[]] = [[], []];

  // Words that only the texts have, so that every text can be found by its own words.
  for (const document of documents) {
    for (const text of textsOf(document)) {
      for (const [own] of text.matchAll(OWN_WORD)) {
        for (const form of unknownIn(fold(own, letters), full)) {
          full.add(form, words.length);
          words.push([]);
        }
      }
    }
  }

  const sure = folded(vocabulary.groups.flatMap((group) => group.sure));
  const phrases = [...ownPhrases(documents), ...said];
  const read = (of: Lexicon) => {
    const tools = { lexicon: of, letters, sure, guess: createGuesser(of) };
    return (text: string) => readQuery(text, tools);
  };

  // What nobody says in any phrase or text would only be carried about.
  const texts = documents.flatMap(textsOf).map((text) => fold(text, letters));
  const readFull = read(full);
  const heard = countsOf([
    ...phrases.map(({ text }) => readFull(text)).flatMap(formsOf),
    ...texts.flatMap((text) => cut(text, full).map(({ from, to }) => text.slice(from, to))),
  ]);
  for (const [form, meaning] of full.forms()) {
    if (!heard.has(form)) continue;
    if (meaning === 'filler') filler.push(form);
    else if (meaning === 'elsewhere') elsewhere.push(form);
    else words[meaning]?.push(form);
  }
  const lexicon = lexiconOf({ words, filler, elsewhere });

  const number = new Map(vocabulary.groups.map(({ id }, index) => [id, index]));
  const wordsOf = (text: string): number[] => [
    ...new Set(
      cut(fold(text, letters), lexicon).flatMap((piece) =>
        piece.kind === 'word' ? [piece.word] : [],
      ),
    ),
  ];
  const ours = vocabulary.groups.flatMap((group, index) => (group.ours ? [index] : []));
  const pages = documents.filter(isPage);
  const pageOf = pageNumbers(documents, pages);
  const readKept = read(lexicon);
  const examples = phrases.map(({ text, answers }) => ({
    asked: readKept(text),
    pages: [...new Set(answers.flatMap((id) => pageOf.get(id) ?? []))],
    isOurs: answers.length > 0,
  }));
  return {
    words,
    names: vocabulary.groups.map(({ id }) => id),
    rare: words.flat().filter((form) => heard.get(form) === 1),
    asks: vocabulary.groups.flatMap(({ asks }, index) => (asks ? [index] : [])),
    ours,
    sure,
    near: vocabulary.groups.flatMap(({ near }, index) =>
      near.flatMap((id) => [index, number.get(id) ?? index]),
    ),
    filler,
    elsewhere,
    letters: vocabulary.letters.flat().join(''),
    entries: documents.map(entryOf),
    onlyFor: documents.map(({ onlyFor = [] }) => onlyFor.flatMap((id) => number.get(id) ?? [])),
    phrases: documents.map((document) =>
      isPage(document)
        ? []
        : [
            ...distinct([
              wordsOf(document.title),
              ...document.also.map(wordsOf).filter(({ length }) => length > 0),
            ]),
            wordsOf(document.text),
          ],
    ),
    model: learn(examples, pages.length, new Set(ours)),
  };
}

const textsOf = ({ title, also, text }: SearchDocument): readonly string[] => [
  title,
  ...also,
  text,
];

/** A document's own title and phrases are the first that answer to it. */
const ownPhrases = (documents: readonly SearchDocument[]): Phrase[] =>
  documents.flatMap(({ id, title, also }) =>
    [title, ...also].map((text) => ({ text, answers: [id] })),
  );

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

/** The class of each page, and of each outcome that of its guide. */
function pageNumbers(
  documents: readonly SearchDocument[],
  pages: readonly SearchDocument[],
): Map<string, number> {
  const numbers = new Map(pages.map(({ id }, index) => [id, index]));
  for (const { id, kind } of documents) {
    const guide = numbers.get(guideOf(id));
    if (kind === 'outcome' && guide !== undefined) numbers.set(id, guide);
  }
  return numbers;
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

/** Phrases that hold the same words say the same; the title, first of all, always stays. */
function distinct(phrases: readonly number[][]): number[][] {
  const seen = new Set<string>();
  return phrases.filter((phrase) => {
    const key = [...phrase].sort((a, b) => a - b).join();
    const before = seen.size;
    return seen.add(key).size > before;
  });
}

function entryOf(document: SearchDocument): SearchEntry {
  const { also: _also, onlyFor: _onlyFor, text, ...entry } = document;
  return entry.kind === 'outcome' ? entry : { ...entry, text };
}
