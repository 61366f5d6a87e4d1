// Floor: search. The index as two small files, fetched together: questions and guides with the
// editors' words; and beside them the guides' outcomes, the terms and the facts.
import type { IndexFile, SearchEntry } from './entry.ts';

interface Part {
  readonly words: string;
  readonly entries: readonly SearchEntry[];
  readonly onlyFor: readonly (readonly number[])[];
  readonly phrases: readonly string[];
}

type Whole = Omit<IndexFile, keyof Part | 'filler' | 'elsewhere' | 'names'>;

export interface IndexParts {
  readonly core: Part & Whole & { readonly filler: string; readonly elsewhere: string };
  readonly more: Part;
}

// Sorted forms begin alike: each is written as how many letters it shares with the one before (one
// digit) and the rest. No form holds a digit that could be taken for that: forms are divided by a tab.
const SHARED = 9;

function packForms(forms: readonly string[]): string {
  let before = '';
  return [...forms]
    .sort()
    .map((form) => {
      let shared = 0;
      while (shared < SHARED && shared < before.length && before[shared] === form[shared]) {
        shared += 1;
      }
      before = form;
      return `${shared}${form.slice(shared)}`;
    })
    .join('\t');
}

function unpackForms(packed: string): string[] {
  let before = '';
  return packed === ''
    ? []
    : packed.split('\t').map((form) => {
        before = before.slice(0, Number(form[0])) + form.slice(1);
        return before;
      });
}

// A word's number as one character; frequent words come first and take one byte.
const ONE_BYTE = 90;
const letterOf = (word: number): string =>
  String.fromCharCode(word < ONE_BYTE ? 0x23 + word : 0x100 + word);
const wordOf = (letter: string): number => {
  const code = letter.charCodeAt(0);
  return code < 0x100 ? code - 0x23 : code - 0x100;
};

const packPhrases = (phrases: readonly (readonly number[])[]): string =>
  phrases
    .map((words) =>
      [...words]
        .sort((a, b) => a - b)
        .map(letterOf)
        .join(''),
    )
    .join(' ');
const unpackPhrases = (packed: string): number[][] =>
  packed.split(' ').map((phrase) => phrase.split('').map(wordOf));

const packWords = (words: readonly (readonly string[])[]): string =>
  words.map(packForms).join('\n');
const unpackWords = (packed: string): string[][] =>
  packed === '' ? [] : packed.split('\n').map(unpackForms);

/** Questions and guides stand first, and so do their words. Nobody in the page reads names. */
export function splitIndex(file: IndexFile): IndexParts {
  const at = file.entries.findIndex(({ kind }) => kind !== 'faq' && kind !== 'guide');
  const pages = at < 0 ? file.entries.length : at;
  const ofPages = file.phrases.slice(0, pages).flat(2);
  const known = ofPages.reduce((most, word) => Math.max(most, word + 1), file.names.length);
  const part = (words: IndexFile['words'], from: number, to?: number): Part => ({
    words: packWords(words),
    entries: file.entries.slice(from, to),
    onlyFor: file.onlyFor.slice(from, to),
    phrases: file.phrases.slice(from, to).map(packPhrases),
  });
  const { filler, elsewhere, names: _names, ...rest } = file;
  return {
    core: {
      ...rest,
      ...part(file.words.slice(0, known), 0, pages),
      filler: packForms(filler),
      elsewhere: packForms(elsewhere),
    },
    more: part(file.words.slice(known), pages),
  };
}

export const joinIndex = ({ core, more }: IndexParts): IndexFile => ({
  ...core,
  names: [],
  filler: unpackForms(core.filler),
  elsewhere: unpackForms(core.elsewhere),
  words: [...unpackWords(core.words), ...unpackWords(more.words)],
  entries: [...core.entries, ...more.entries],
  onlyFor: [...core.onlyFor, ...more.onlyFor],
  phrases: [...core.phrases, ...more.phrases].map(unpackPhrases),
});
