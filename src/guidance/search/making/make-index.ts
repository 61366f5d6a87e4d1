// Floor: search, making. Makes the index file from documents and the editors' vocabulary, at build time.
import type { Lexicon } from '../cut.ts';
import {
  guideOf,
  isPage,
  type IndexFile,
  type Phrase,
  type SearchDocument,
  type SearchEntry,
  type Vocabulary,
} from '../entry.ts';
import { lettersInGroups, type Letters } from '../fold.ts';
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

  const ours = vocabulary.groups.flatMap((group, index) => (group.ours ? [index] : []));
  const pages = documents.filter(isPage);
  const others = documents.filter((document) => !isPage(document));
  const numbers = new Map(pages.map(({ id }, at) => [id, at]));
  // An outcome counts for its guide, also while the guide is paused and its outcomes are no answers.
  const pageOf = (id: string) => numbers.get(id) ?? numbers.get(guideOf(id));
  const terms = new Set(others.flatMap(({ id, kind }) => (kind === 'term' ? [id] : [])));
  // Words are explained to those who ask for them: who tells of e-Tax need not be told what it is.
  const withoutTermsAside = (answers: readonly string[]) =>
    terms.has(answers[0] ?? '') ? answers : answers.filter((id) => !terms.has(id));
  // Class 0 is "a page is asked for".
  const otherOf = new Map(others.map(({ id }, at) => [id, at + 1]));
  const examples = readWith(lexicon, texts).map((asked, at): Example => {
    const answers = phrases[at]?.answers ?? [];
    const own = new Set(answers.flatMap((id) => pageOf(id) ?? []));
    return {
      asked,
      pages: [...own],
      others: withoutTermsAside(answers).flatMap(
        (id) => otherOf.get(id) ?? (pageOf(id) === undefined ? [] : 0),
      ),
      isOurs: answers.length > 0,
    };
  });
  // A word of our own matters typed alone is ours, whatever page it is about.
  const ownWords = vocabulary.groups.flatMap((group) => (group.ours ? group.words : []));
  const alone = readWith(lexicon, ownWords).map((asked): Example => ({
    asked,
    pages: [],
    others: [],
    isOurs: true,
  }));
  return {
    ...forms,
    names: vocabulary.groups.map(({ id }) => id),
    ours,
    sure,
    letters: lettersInGroups(vocabulary.letters),
    entries: documents.map(entryOf),
    model: learn(
      [...examples, ...alone],
      { pages: pages.length, others: others.length + 1 },
      { own: new Set(ours), guides: [undefined, ...others.map(({ id }) => pageOf(id))] },
    ),
  };
}

/** A document's own title and phrases are the first that answer to it. */
const ownPhrases = (documents: readonly SearchDocument[]): Phrase[] =>
  documents.flatMap(({ id, title, also }) =>
    [title, ...also].map((text) => ({ text, answers: [id] })),
  );

function entryOf(document: SearchDocument): SearchEntry {
  const { also: _also, text, ...entry } = document;
  return entry.kind === 'outcome' ? entry : { ...entry, text };
}
