// Floor: search. The classifier as streams of like things, which pack better than a mixture. Most
// features say nothing, so each stream names those that do by how many are passed over since the last.
import type { Classes, Model, Says } from './classifier.ts';
import type { IndexFile } from './entry.ts';
import {
  BUCKETS,
  featureOfBucket,
  featureOfForm,
  featureOfOnly,
  featureOfWord,
} from './features.ts';
import { letterOf, numberOf } from './letters.ts';

/** Numbers of which most are nothing: how many of those stand before each other one, and the others. */
interface Sparse {
  readonly passed: string;
  readonly values: string;
}

export interface PackedClasses extends Pick<Classes, 'bias'> {
  /** Per feature, in the order of `featuresOf`, of how many classes it speaks. */
  readonly counts: Sparse;
  /** Which, features of few classes first: how many are passed over since the last one. */
  readonly of: string;
  readonly levels: string;
}

export interface PackedModel {
  readonly pages: PackedClasses;
  readonly others: PackedClasses;
  readonly ours: { readonly circumstances: readonly number[]; readonly levels: Sparse };
}

type Forms = Pick<IndexFile, 'words' | 'filler'>;

/** Words by their number, the same alone, every known form as a packed file has them, runs of letters. */
const featuresOf = ({ words, filler }: Forms): string[] => [
  ...words.map((_, word) => featureOfWord(word)),
  ...words.map((_, word) => featureOfOnly(word)),
  ...[...words, filler].flatMap((forms) => [...forms].sort()).map(featureOfForm),
  ...Array.from({ length: BUCKETS }, (_, bucket) => featureOfBucket(bucket)),
];

// Numbers around nothing.
const MIDDLE = 30;
const packSigned = (numbers: readonly number[]): string =>
  numbers.map((number) => letterOf(number + MIDDLE)).join('');
const unpackSigned = (packed: string): number[] =>
  Array.from(packed, (letter) => numberOf(letter) - MIDDLE);

function packSparse(numbers: readonly number[]): Sparse {
  const at = numbers.flatMap((number, place) => (number === 0 ? [] : [place]));
  return {
    passed: packGaps(at),
    values: packSigned(at.map((place) => numbers[place] ?? 0)),
  };
}

function unpackSparse({ passed, values }: Sparse): Map<number, number> {
  const numbers = unpackSigned(values);
  return new Map(unpackGaps(passed).map((place, nth) => [place, numbers[nth] ?? 0]));
}

const packGaps = (places: readonly number[]): string =>
  places.map((place, nth) => letterOf(place - (places[nth - 1] ?? -1) - 1)).join('');

function unpackGaps(packed: string): number[] {
  let place = -1;
  return Array.from(packed, (letter) => (place += numberOf(letter) + 1));
}

/** Of how many classes a feature speaks tells how far apart they are likely to lie. */
const byCount = <T>(features: readonly T[], countOf: (feature: T) => number): T[] =>
  [...features].sort((a, b) => countOf(a) - countOf(b));

function packClasses({ bias, says }: Classes, names: readonly string[]): PackedClasses {
  const said = names.map((name) => says.get(name) ?? []);
  const ordered = byCount(said, ({ length }) => length);
  return {
    bias,
    counts: packSparse(said.map(({ length }) => length)),
    of: ordered.map((pairs) => packGaps(pairs.map(([of]) => of))).join(''),
    levels: packSigned(ordered.flatMap((pairs) => pairs.map(([, level]) => level))),
  };
}

function unpackClasses({ bias, ...packed }: PackedClasses, names: readonly string[]): Classes {
  const levels = unpackSigned(packed.levels);
  const says = new Map<string, Says>();
  let next = 0;
  for (const [place, count] of byCount([...unpackSparse(packed.counts)], ([, of]) => of)) {
    const classes = unpackGaps(packed.of.slice(next, next + count));
    says.set(
      names[place] ?? '',
      classes.map((of, nth) => [of, levels[next + nth] ?? 0]),
    );
    next += count;
  }
  return { bias, says };
}

/** Packs a model. `forms` are the index's, which say what the features are and in which order. */
export function packModel({ pages, others, ours }: Model, forms: Forms): PackedModel {
  const names = featuresOf(forms);
  return {
    pages: packClasses(pages, names),
    others: packClasses(others, names),
    ours: {
      circumstances: ours.circumstances,
      levels: packSparse(names.map((name) => ours.says.get(name) ?? 0)),
    },
  };
}

/** The model again, given the same forms. */
export function unpackModel({ pages, others, ours }: PackedModel, forms: Forms): Model {
  const names = featuresOf(forms);
  const levels = [...unpackSparse(ours.levels)];
  return {
    pages: unpackClasses(pages, names),
    others: unpackClasses(others, names),
    ours: {
      circumstances: ours.circumstances,
      says: new Map(levels.map(([place, level]) => [names[place] ?? '', level])),
    },
  };
}
