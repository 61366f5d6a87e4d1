// Floor: search, making. Makes the index file from documents and the editors' vocabulary, at build time.
import { cut, type Lexicon, type Meaning } from '../cut.ts';
import type { IndexFile, SearchDocument, SearchEntry, Vocabulary } from '../entry.ts';
import { fold, type Letters } from '../fold.ts';
import { lexiconOf } from '../lexicon.ts';

/** A run of kanji, of katakana or of Latin letters: a word of its own that no editor named. */
const OWN_WORD = /[\p{Script=Han}々]{2,}|[ァ-ヶー]{3,}|[A-Za-zＡ-Ｚａ-ｚ]{2,}/gu;

const KANA = /^[ぁ-ゖ]+$/;

/** Makes the index. The order of `documents` is the order among equals. */
export function makeIndex(documents: readonly SearchDocument[], vocabulary: Vocabulary): IndexFile {
  const letters: Letters = new Map(vocabulary.letters);
  const folded = (words: readonly string[]) => [
    ...new Set(words.map((word) => fold(word, letters)).filter((word) => word !== '')),
  ];
  const elsewhere = folded(vocabulary.elsewhere);
  const lexicon = lexiconOf({
    words: vocabulary.groups.map((group) => folded(group.words)),
    filler: folded(vocabulary.filler),
    elsewhere,
  });
  leaveOutNeedless(lexicon);
  const kept = (forms: readonly string[], meaning: Meaning) =>
    folded(forms)
      .filter((form) => lexicon.meaning(form) === meaning)
      .sort();
  const words = vocabulary.groups.map((group, index) => kept(group.words, index));
  const filler = kept(vocabulary.filler, 'filler');

  // Words that only the texts have, so that every text can be found by its own words.
  for (const document of documents) {
    for (const text of [document.title, ...document.also, document.text]) {
      for (const [own] of text.matchAll(OWN_WORD)) {
        for (const form of unknownIn(fold(own, letters), lexicon)) {
          lexicon.add(form, words.length);
          words.push([form]);
        }
      }
    }
  }

  const number = new Map(vocabulary.groups.map(({ id }, index) => [id, index]));
  const wordsOf = (text: string): number[] => [
    ...new Set(
      cut(fold(text, letters), lexicon).flatMap((piece) =>
        piece.kind === 'word' ? [piece.word] : [],
      ),
    ),
  ];
  return {
    words,
    names: vocabulary.groups.map(({ id }) => id),
    asks: vocabulary.groups.flatMap(({ asks }, index) => (asks ? [index] : [])),
    ours: vocabulary.groups.flatMap(({ ours }, index) => (ours ? [index] : [])),
    sure: folded(vocabulary.groups.flatMap(({ sure }) => sure)),
    near: vocabulary.groups.flatMap(({ near }, index) =>
      near.flatMap((id) => [index, number.get(id) ?? index]),
    ),
    filler,
    elsewhere,
    letters: vocabulary.letters.flat().join(''),
    entries: documents.map(entryOf),
    onlyFor: documents.map(({ onlyFor = [] }) => onlyFor.flatMap((id) => number.get(id) ?? [])),
    phrases: documents.map(({ title, also, text }) => [
      ...distinct([wordsOf(title), ...also.map(wordsOf).filter(({ length }) => length > 0)]),
      wordsOf(text),
    ]),
  };
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
