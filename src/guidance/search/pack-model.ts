// Floor: search. The classifier as streams of like things, which pack better than a mixture. Most
// features say nothing, so each stream names those that do by how many are passed over since the last.
import type { Model, Says } from './classifier.ts';
import type { IndexFile } from './entry.ts';
import { BUCKETS, featureOfBucket, featureOfForm, featureOfWord } from './features.ts';
import { letterOf, numberOf } from './letters.ts';

/** Numbers of which most are nothing: how many of those stand before each other one, and the others. */
interface Sparse {
  readonly passed: string;
  readonly values: string;
}

export interface PackedModel extends Pick<Model, 'bias'> {
  /** Per feature, in the order of `featuresOf`, of how many pages it speaks. */
  readonly counts: Sparse;
  /** Which pages, features of few pages first: how many are passed over since the last one. */
  readonly pages: string;
  readonly levels: string;
  readonly circumstances: readonly number[];
  readonly oursLevels: Sparse;
}

type Forms = Pick<IndexFile, 'words' | 'filler'>;

/** Words by their number, then every known form as a packed file has them, then runs of letters. */
const featuresOf = ({ words, filler }: Forms): string[] => [
  ...words.map((_, word) => featureOfWord(word)),
  ...[...words, filler].flatMap((forms) => [...forms].sort()).map(featureOfForm),
  ...Array.from({ length: BUCKETS }, (_, bucket) => featureOfBucket(bucket)),
];

// Levels around nothing.
const MIDDLE = 30;
const packLevels = (levels: readonly number[]): string =>
  levels.map((level) => letterOf(level + MIDDLE)).join('');
const unpackLevels = (packed: string): number[] =>
  Array.from(packed, (letter) => numberOf(letter) - MIDDLE);

function packSparse(numbers: readonly number[]): Sparse {
  const at = numbers.flatMap((number, place) => (number === 0 ? [] : [place]));
  return {
    passed: packGaps(at),
    values: packLevels(at.map((place) => numbers[place] ?? 0)),
  };
}

function unpackSparse({ passed, values }: Sparse): Map<number, number> {
  const levels = unpackLevels(values);
  return new Map(unpackGaps(passed).map((place, nth) => [place, levels[nth] ?? 0]));
}

const packGaps = (places: readonly number[]): string =>
  places.map((place, nth) => letterOf(place - (places[nth - 1] ?? -1) - 1)).join('');

function unpackGaps(packed: string): number[] {
  let place = -1;
  return Array.from(packed, (letter) => (place += numberOf(letter) + 1));
}

/** How many pages a feature speaks of tells how far apart they are likely to lie. */
const byCount = <T>(features: readonly T[], countOf: (feature: T) => number): T[] =>
  [...features].sort((a, b) => countOf(a) - countOf(b));

export function packModel({ bias, says, ours }: Model, forms: Forms): PackedModel {
  const said = featuresOf(forms).map((name) => says.get(name) ?? []);
  const ordered = byCount(said, ({ length }) => length);
  return {
    bias,
    counts: packSparse(said.map(({ length }) => length)),
    pages: ordered.map((pairs) => packGaps(pairs.map(([page]) => page))).join(''),
    levels: packLevels(ordered.flatMap((pairs) => pairs.map(([, level]) => level))),
    circumstances: ours.circumstances,
    oursLevels: packSparse(featuresOf(forms).map((name) => ours.says.get(name) ?? 0)),
  };
}

export function unpackModel(packed: PackedModel, forms: Forms): Model {
  const names = featuresOf(forms);
  const nameOf = (place: number) => names[place] ?? '';
  const levels = unpackLevels(packed.levels);
  const says = new Map<string, Says>();
  let next = 0;
  for (const [place, count] of byCount([...unpackSparse(packed.counts)], ([, count]) => count)) {
    const pages = unpackGaps(packed.pages.slice(next, next + count));
    says.set(
      nameOf(place),
      pages.map((page, nth) => [page, levels[next + nth] ?? 0]),
    );
    next += count;
  }
  return {
    bias: packed.bias,
    says,
    ours: {
      circumstances: packed.circumstances,
      says: new Map(
        [...unpackSparse(packed.oursLevels)].map(([place, level]) => [nameOf(place), level]),
      ),
    },
  };
}
