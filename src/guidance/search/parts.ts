// Floor: search. The index as two small files, fetched together: questions and guides with the
// editors' words and the classifier; and beside them the guides' outcomes, the terms and the facts, and
// forms of words that hardly anybody uses.
import type { Model, Says } from './classifier.ts';
import { isPage, pathOf, type IndexFile, type SearchEntry } from './entry.ts';
import { BUCKETS, featureOfBucket, featureOfForm, featureOfWord } from './features.ts';

interface Part {
  readonly words: string;
  /** Without addresses: they follow from the ids. */
  readonly entries: readonly Omit<SearchEntry, 'href'>[];
  readonly onlyFor: readonly (readonly number[])[];
  readonly phrases: readonly string[];
}

type Whole = Omit<IndexFile, keyof Part | 'filler' | 'elsewhere' | 'names' | 'rare' | 'model'>;

/**
 * The classifier: what features say, in the order of `featuresInOrder`. Streams of like things
 * pack better than a mixture.
 */
interface PackedModel extends Pick<Model, 'bias'> {
  /** Per feature of how many pages it speaks. */
  readonly counts: string;
  /** Which pages: how many are passed over since the last one. */
  readonly pages: string;
  readonly levels: string;
  readonly circumstances: readonly number[];
  readonly oursLevels: string;
}

export interface IndexParts {
  readonly core: Part &
    Whole & {
      readonly filler: string;
      readonly elsewhere: string;
      readonly model: PackedModel;
      /** What stands before every address in this language. */
      readonly base: string;
    };
  readonly more: Part & {
    /** Rare forms: filler, other things, then those of the words that the other part names. */
    readonly rare: string;
  };
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
  packed === '' ? [] : packed.split(' ').map((phrase) => phrase.split('').map(wordOf));

// Levels around nothing, one letter each.
const MIDDLE = 30;
const packLevels = (levels: readonly number[]): string =>
  levels.map((level) => letterOf(level + MIDDLE)).join('');
const unpackLevels = (packed: string): number[] =>
  Array.from(packed, (letter) => wordOf(letter) - MIDDLE);

type Forms = Pick<IndexFile, 'words' | 'filler'>;

/** All known forms in the order in which a packed file has them. */
const formsInOrder = ({ words, filler }: Forms): string[] =>
  [...words, filler].flatMap((forms) => [...forms].sort());

/** Words by their number, then every known form, then runs of letters by their bucket. */
const featuresInOrder = (file: Forms): string[] => [
  ...file.words.map((_, word) => featureOfWord(word)),
  ...formsInOrder(file).map(featureOfForm),
  ...Array.from({ length: BUCKETS }, (_, bucket) => featureOfBucket(bucket)),
];

function packModel({ bias, says, ours }: Model, file: Forms): PackedModel {
  const features = featuresInOrder(file);
  const said = features.map((name) => says.get(name) ?? []);
  const passed = said.map((pairs) =>
    pairs.map(([page], at) => page - (pairs[at - 1]?.[0] ?? -1) - 1),
  );
  return {
    bias,
    counts: said.map((pairs) => letterOf(pairs.length)).join(''),
    pages: passed.flat().map(letterOf).join(''),
    levels: packLevels(said.flatMap((pairs) => pairs.map(([, level]) => level))),
    circumstances: ours.circumstances,
    oursLevels: packLevels(features.map((name) => ours.says.get(name) ?? 0)),
  };
}

function unpackModel(packed: PackedModel, file: Forms): Model {
  const features = featuresInOrder(file);
  const passed = Array.from(packed.pages, wordOf);
  const levels = unpackLevels(packed.levels);
  const says = new Map<string, Says>();
  let next = 0;
  Array.from(packed.counts, wordOf).forEach((count, at) => {
    let page = -1;
    const pairs = Array.from({ length: count }, (): [number, number] => {
      page += (passed[next] ?? 0) + 1;
      return [page, levels[next++] ?? 0];
    });
    const name = features[at];
    if (count > 0 && name !== undefined) says.set(name, pairs);
  });
  const oursLevels = unpackLevels(packed.oursLevels);
  return {
    bias: packed.bias,
    says,
    ours: {
      circumstances: packed.circumstances,
      says: new Map(
        features.flatMap((name, at) => {
          const level = oursLevels[at] ?? 0;
          return level === 0 ? [] : [[name, level] as const];
        }),
      ),
    },
  };
}

const packWords = (words: readonly (readonly string[])[]): string =>
  words.map(packForms).join('\n');
const unpackWords = (packed: string): string[][] =>
  packed === '' ? [] : packed.split('\n').map(unpackForms);

const baseOf = (entry: SearchEntry | undefined): string =>
  entry ? entry.href.slice(0, entry.href.length - pathOf(entry.id).length) : '';

/** Questions and guides stand first, and so do their words. Nobody in the page reads names. */
export function splitIndex(file: IndexFile): IndexParts {
  const at = file.entries.findIndex((entry) => !isPage(entry));
  const pages = at < 0 ? file.entries.length : at;
  const known = file.names.length;
  const part = (words: IndexFile['words'], from: number, to?: number): Part => ({
    words: packWords(words),
    entries: file.entries.slice(from, to).map(({ href: _href, ...entry }) => entry),
    onlyFor: file.onlyFor.slice(from, to),
    phrases: file.phrases.slice(from, to).map(packPhrases),
  });
  const { filler, elsewhere, model, rare, names: _names, ...rest } = file;
  const isRare = new Set(rare);
  const lists = [filler, elsewhere, ...file.words.slice(0, known)];
  const formsThat = (wanted: boolean) =>
    lists.map((forms) => forms.filter((form) => isRare.has(form) === wanted));
  const [usedFiller = [], usedElsewhere = [], ...usedWords] = formsThat(false);
  return {
    core: {
      ...rest,
      ...part(usedWords, 0, pages),
      filler: packForms(usedFiller),
      elsewhere: packForms(usedElsewhere),
      model: packModel(model, file),
      base: baseOf(file.entries[0]),
    },
    more: { ...part(file.words.slice(known), pages), rare: packWords(formsThat(true)) },
  };
}

export function joinIndex({ core: { base, ...core }, more }: IndexParts): IndexFile {
  const [rareFiller = [], rareElsewhere = [], ...rare] = unpackWords(more.rare);
  const named = unpackWords(core.words).map((forms, word) => [...forms, ...(rare[word] ?? [])]);
  const words = [...named, ...unpackWords(more.words)];
  const filler = [...unpackForms(core.filler), ...rareFiller];
  return {
    ...core,
    names: [],
    rare: [],
    filler,
    elsewhere: [...unpackForms(core.elsewhere), ...rareElsewhere],
    words,
    entries: [...core.entries, ...more.entries].map((entry) => ({
      ...entry,
      href: base + pathOf(entry.id),
    })),
    onlyFor: [...core.onlyFor, ...more.onlyFor],
    phrases: [...core.phrases, ...more.phrases].map(unpackPhrases),
    model: unpackModel(core.model, { words, filler }),
  };
}
