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
import { foldedWords, fullLexicon, usedForms } from './forms.ts';
import { createGuesser } from '../guess.ts';
import { lexiconOf } from '../lexicon.ts';
import { readQuery, type Asked } from '../query.ts';
import type { Example } from './example.ts';
import { learn } from './learn.ts';

/** Makes the index. The order of `documents` is the order among equals. */
export function makeIndex(
  documents: readonly SearchDocument[],
  vocabulary: Vocabulary,
  said: readonly Phrase[],
): IndexFile {
  const letters: Letters = new Map(vocabulary.letters);
  const sure = foldedWords(
    vocabulary.groups.flatMap((group) => group.sure),
    letters,
  );
  const phrases = [...ownPhrases(documents), ...said];
  const readWith = (of: Lexicon, texts: readonly string[]): Asked[] => {
    const tools = { lexicon: of, letters, sure, guess: createGuesser(of) };
    return texts.map((text) => readQuery(text, tools));
  };
  const texts = phrases.map(({ text }) => text);
  const full = fullLexicon(documents, vocabulary);
  const forms = usedForms(full, readWith(full, texts), documents, letters);
  const lexicon = lexiconOf(forms);

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
  const examples = readWith(lexicon, texts).map((asked, at): Example => {
    const answers = phrases[at]?.answers ?? [];
    const own = new Set(answers.flatMap((id) => pageOf.get(id) ?? []));
    return { asked, pages: [...own], isOurs: answers.length > 0 };
  });
  // A word of our own matters typed alone is ours, whatever page it is about.
  const ownWords = vocabulary.groups.flatMap((group) => (group.ours ? group.words : []));
  const alone = readWith(lexicon, ownWords).map((asked): Example => ({
    asked,
    pages: [],
    isOurs: true,
  }));
  return {
    ...forms,
    names: vocabulary.groups.map(({ id }) => id),
    asks: vocabulary.groups.flatMap(({ asks }, index) => (asks ? [index] : [])),
    explains: vocabulary.groups.flatMap(({ explains }, index) =>
      explains > 0 ? [index, explains] : [],
    ),
    ours,
    sure,
    near: vocabulary.groups.flatMap(({ near }, index) =>
      near.flatMap((id) => [index, number.get(id) ?? index]),
    ),
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
    model: learn([...examples, ...alone], pages.length, new Set(ours)),
  };
}

/** A document's own title and phrases are the first that answer to it. */
const ownPhrases = (documents: readonly SearchDocument[]): Phrase[] =>
  documents.flatMap(({ id, title, also }) =>
    [title, ...also].map((text) => ({ text, answers: [id] })),
  );

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
