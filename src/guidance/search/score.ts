// Floor: search. How well each entry answers a query: how like it is to one of the entry's phrases,
// and how much of it the entry answers at all. Rare words weigh more; what was not understood counts
// against every entry alike.
import type { IndexFile } from './entry.ts';
import type { Asked } from './query.ts';

export interface Score {
  /** Index of the entry. */
  readonly entry: number;
  readonly score: number;
  readonly coverage: number;
  readonly likeness: number;
  /** The largest share of what the query names that one whole phrase of the entry is, 0 to 1. */
  readonly named: number;
  /** One of them belongs to this site's own matters. */
  readonly ours: boolean;
  /** Those of the query's words that the entry has. */
  readonly matched: readonly number[];
}

/** A word that comes near in meaning counts this much of a match. */
const NEAR = 0.55;
/** A word of the entry's short answer counts this much of one in its title or phrases. */
const IN_TEXT = 0.5;
/** Words that say what kind of answer is wanted weigh this much in the order, nothing as evidence. */
const ASKS = 0.6;
/** The share of the query, against that of the phrase, in how like the two are. */
const OF_QUERY = 0.55;
/** The share of the likeness to one phrase, against that of all words together, in the score. */
const OF_LIKENESS = 0.5;
/** The share of how much of what people ask of the entry the query's words are. */
const OF_DENSITY = 0.3;
/** As evidence a word of this site's own matters weighs more than one used about anything. */
const OURS = 1.3;
const ANYBODYS = 0.6;
/** A long story may hold many words that nobody foresaw; together they weigh no more than this. */
const MOST_UNKNOWN = 1.6;
const LEAST_WEIGHT = 0.12;

interface Phrase {
  readonly entry: number;
  readonly weight: number;
  /** Those of its words that name things, without those that ask: how many, and their weight. */
  readonly things: number;
  readonly thingWeight: number;
}

interface Matched {
  readonly word: number;
  readonly weight: number;
  readonly trust: number;
  readonly asks: boolean;
}

/** Makes the scorer of an index. `held` are entries that are wanted whatever their score. */
export function createScores(file: IndexFile) {
  const weights = weightsOf(file);
  const asks = new Set(file.asks);
  const ours = new Set(file.ours);
  const near = nearOf(file);
  const phrases: Phrase[] = [];
  const inPhrases = new Map<number, number[]>();
  const inTexts = new Map<number, number[]>();
  file.phrases.forEach((lists, entry) => {
    lists.forEach((words, index) => {
      const place = index === lists.length - 1 ? inTexts : inPhrases;
      const number = index === lists.length - 1 ? entry : phrases.length;
      if (place === inPhrases) {
        const things = words.filter((word) => !asks.has(word));
        const weightOfAll = (of: readonly number[]) =>
          of.reduce((sum, word) => sum + weightOf(word), 0);
        phrases.push({
          entry,
          weight: weightOfAll(words),
          things: things.length,
          thingWeight: weightOfAll(things),
        });
      }
      for (const word of words) {
        const list = place.get(word);
        if (list) list.push(number);
        else place.set(word, [number]);
      }
    });
  });
  const entries = file.entries.length;
  // Smoothed, so that an entry of one phrase is not all that anybody could want.
  const counts = file.phrases.map((lists) => lists.length + 6);

  function weightOf(word: number): number {
    return (weights[word] ?? 1) * (asks.has(word) ? ASKS : 1);
  }

  return (asked: Asked, held: ReadonlySet<number>): Score[] => {
    const words = matchedOf(asked);
    const unknown = asked.words.reduce(
      (sum, { against, elsewhere }) => sum + (elsewhere ? 0 : against),
      0,
    );
    const elsewhere = asked.words.reduce(
      (sum, word) => sum + (word.elsewhere ? word.against : 0),
      0,
    );
    const onlyAsks = words.every((word) => word.asks);
    const whole = words.reduce((sum, { weight }) => sum + weight, 0);
    const namedInAll = words.reduce((sum, word) => sum + (word.asks ? 0 : word.weight), 0);
    const evidence = (word: Matched) =>
      word.asks && !onlyAsks ? 0 : ours.has(word.word) ? OURS : ANYBODYS;
    const needed =
      words.reduce((sum, word) => sum + evidence(word), 0) +
      Math.min(unknown, MOST_UNKNOWN) +
      elsewhere;

    const ofPhrase = new Float64Array(phrases.length);
    const thingsOf = new Uint16Array(phrases.length);
    const ofEntry = new Float64Array(entries);
    const answered = new Float64Array(entries);
    const density = new Float64Array(entries);
    const matched = new Map<number, number[]>([...held].map((entry) => [entry, []]));
    for (const word of words) {
      const inPhrase = new Map<number, number>();
      const inEntry = new Map<number, number>();
      const better = (map: Map<number, number>, key: number, value: number) => {
        if (value > (map.get(key) ?? 0)) map.set(key, value);
      };
      for (const [related, relation] of [[word.word, 1] as const, ...(near.get(word.word) ?? [])]) {
        const match = relation * word.trust;
        for (const phrase of inPhrases.get(related) ?? []) {
          better(inPhrase, phrase, match);
          better(inEntry, phrases[phrase]?.entry ?? 0, match);
        }
        for (const entry of inTexts.get(related) ?? []) better(inEntry, entry, match * IN_TEXT);
      }
      if (!word.asks) {
        for (const phrase of inPhrases.get(word.word) ?? []) {
          thingsOf[phrase] = (thingsOf[phrase] ?? 0) + 1;
        }
      }
      const times = new Map<number, number>();
      for (const [phrase, match] of inPhrase) {
        ofPhrase[phrase] = (ofPhrase[phrase] ?? 0) + match * word.weight;
        const { entry = 0 } = phrases[phrase] ?? {};
        times.set(entry, (times.get(entry) ?? 0) + match);
      }
      for (const [entry, count] of times) {
        const share = Math.sqrt(count / (counts[entry] ?? 1));
        density[entry] = (density[entry] ?? 0) + share * word.weight;
      }
      for (const [entry, match] of inEntry) {
        const known = matched.get(entry);
        if (known) known.push(word.word);
        else matched.set(entry, [word.word]);
        ofEntry[entry] = (ofEntry[entry] ?? 0) + match * word.weight;
        answered[entry] = (answered[entry] ?? 0) + match * evidence(word);
      }
    }

    const likeness = new Float64Array(entries);
    const named = new Float64Array(entries);
    phrases.forEach(({ entry, weight, things, thingWeight }, phrase) => {
      const shared = ofPhrase[phrase] ?? 0;
      if (shared === 0) return;
      const like = shared / (OF_QUERY * whole + (1 - OF_QUERY) * weight);
      if (like > (likeness[entry] ?? 0)) likeness[entry] = like;
      const isWhole = things > 0 && thingsOf[phrase] === things;
      if (isWhole) named[entry] = Math.max(named[entry] ?? 0, thingWeight / namedInAll);
    });
    return [...matched].map(([entry, found]) => {
      const like = likeness[entry] ?? 0;
      const bag = whole === 0 ? 0 : (ofEntry[entry] ?? 0) / whole;
      return {
        entry,
        likeness: like,
        named: named[entry] ?? 0,
        matched: found,
        ours: found.some((word) => ours.has(word)),
        coverage: needed === 0 ? 0 : (answered[entry] ?? 0) / needed,
        score:
          OF_LIKENESS * like +
          (1 - OF_LIKENESS) * bag +
          (whole === 0 ? 0 : (OF_DENSITY * (density[entry] ?? 0)) / whole),
      };
    });
  };

  /** The query's words, each once. */
  function matchedOf(asked: Asked): Matched[] {
    const words = new Map<number, Matched>();
    for (const { word, trust } of asked.words) {
      if (word === undefined || (words.get(word)?.trust ?? 0) >= trust) continue;
      words.set(word, { word, trust, weight: weightOf(word), asks: asks.has(word) });
    }
    return [...words.values()];
  }
}

/** Weight of each word: 1 when one entry has it, less the more have it. */
function weightsOf(file: IndexFile): number[] {
  const having = file.words.map(() => 0);
  for (const lists of file.phrases) {
    for (const word of new Set(lists.slice(0, -1).flat())) having[word] = (having[word] ?? 0) + 1;
  }
  const all = Math.log(1 + file.entries.length);
  return having.map((count) =>
    Math.max(LEAST_WEIGHT, Math.log(1 + file.entries.length / Math.max(1, count)) / all),
  );
}

function nearOf(file: IndexFile): Map<number, (readonly [number, number])[]> {
  const near = new Map<number, (readonly [number, number])[]>();
  for (let at = 0; at < file.near.length; at += 2) {
    const [a = 0, b = 0] = file.near.slice(at, at + 2);
    near.set(a, [...(near.get(a) ?? []), [b, NEAR]]);
    near.set(b, [...(near.get(b) ?? []), [a, NEAR]]);
  }
  return near;
}
