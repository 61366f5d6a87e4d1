// Floor: search, top room. Finds entries for a query, and finds nothing when nothing fits. Runs in
// the page; knows no address and no DOM. Queries never leave it.
import type { EntryKind, IndexFile, SearchEntry } from './entry.ts';
import { fold, foldWithPlaces, type Folded, type Letters } from './fold.ts';
import { createGuesser } from './guess.ts';
import { cut } from './cut.ts';
import { lexiconOf } from './lexicon.ts';
import { readQuery, type Asked } from './query.ts';
import { createScores } from './score.ts';

export { joinIndex } from './parts.ts';

export interface Hit {
  readonly entry: SearchEntry;
  readonly score: number;
  /** Share of the query's meaning that the entry answers, 0 to 1. */
  readonly coverage: number;
  /** How near the nearest of the entry's phrases comes to the query, 0 to 1. */
  readonly likeness: number;
  /** The query stands in the title as it was typed. */
  readonly inTitle: boolean;
  /** A word of this site's own matters is among those it was found by. */
  readonly ours: boolean;
  /** The index's words it was found by. */
  readonly matched: readonly number[];
}

export interface Answer {
  readonly asked: Asked;
  /** Pages, best first. */
  readonly pages: readonly Hit[];
  /** Values that answer at once: a fee, a number to call. Shown above the pages, never instead. */
  readonly facts: readonly Hit[];
  /** What came nearest, answer or not: for whoever wants to know why nothing was found. */
  readonly nearest: Hit | undefined;
}

export interface Search {
  readonly find: (query: string) => Answer;
  /** The parts of a text that a query's words matched, as places in it. */
  readonly marks: (text: string, asked: Asked) => readonly (readonly [number, number])[];
}

interface ReadText {
  /** Word, and where it begins and ends. */
  readonly words: readonly (readonly [number, number, number])[];
  readonly whole: Folded;
}

/** Results beyond this many help nobody. */
const MOST_PAGES = 12;
const MOST_FACTS = 3;
/** Outcomes of one guide beyond this many only push other answers down. */
const MOST_OUTCOMES = 3;

/** Less than this share of the query's meaning answered is no answer. */
export const LEAST_COVERAGE = 0.5;
/** Without a word of this site's own matters, one phrase must come this near and answer this much. */
const LEAST_LIKENESS = 0.6;
const LEAST_COVERAGE_ANYBODYS = 0.6;
/** Further results must come this near to the best one. */
const NEAR_BEST = 0.45;
/** The answer box holds what was asked, not all that is like it. */
const NEAR_BEST_FACT = 0.8;

// Among equals, a page that explains comes before a step on the way.
const PRIOR: Readonly<Record<EntryKind, number>> = {
  faq: 1,
  guide: 0.97,
  outcome: 0.92,
  term: 0.8,
  fact: 1,
};

/** Titles that hold the query as typed are answers, unless the piece is in so many that it says nothing. */
const FEW_TITLES = 5;

/** Makes the search over an index. */
export function createSearch(file: IndexFile): Search {
  const letters: Letters = lettersOf(file);
  const lexicon = lexiconOf(file);
  const tools = { lexicon, letters, guess: createGuesser(lexicon), sure: file.sure };
  const scores = createScores(file);
  const read = new Map<string, ReadText>();
  const titles = file.entries.map(({ kind, title }) =>
    kind === 'fact' ? '' : fold(title, letters, true),
  );

  function find(query: string): Answer {
    const asked = readQuery(query, tools);
    const held = titlesWith(asked.typed);
    const hits = scores(asked, held).map(({ entry, ...rest }) => {
      const found = file.entries[entry] as SearchEntry;
      const inTitle = held.has(entry);
      const bonus = inTitle ? (held.size <= FEW_TITLES ? 1.2 : 0.3) : 0;
      return {
        ...rest,
        place: entry,
        entry: found,
        inTitle,
        score: rest.score * PRIOR[found.kind] + bonus,
      };
    });
    const named = new Set(asked.words.map(({ word }) => word));
    const good = hits
      .filter((hit) => hit.inTitle || isAnswer(hit))
      .filter(({ place }) => {
        const only = file.onlyFor[place] ?? [];
        return only.length === 0 || only.some((word) => named.has(word));
      })
      .sort((a, b) => b.score - a.score || a.place - b.place);
    const pages = good.filter(({ entry }) => entry.kind !== 'fact');
    const facts = good.filter(({ entry }) => entry.kind === 'fact');
    const best = pages[0]?.score ?? 0;
    return {
      asked,
      nearest: hits.reduce<Hit | undefined>(
        (near, hit) => (hit.coverage > (near?.coverage ?? 0) ? hit : near),
        undefined,
      ),
      pages: fewOutcomes(pages.filter(({ score }) => score >= best * NEAR_BEST)).slice(
        0,
        MOST_PAGES,
      ),
      facts: facts
        .filter(({ score }) => score >= (facts[0]?.score ?? 0) * NEAR_BEST_FACT)
        .slice(0, MOST_FACTS),
    };
  }

  /** Entries whose title holds the piece as typed. */
  function titlesWith(text: string): ReadonlySet<number> {
    const held = new Set<number>();
    if (text.length < 2) return held;
    titles.forEach((title, entry) => {
      if (title.includes(text)) held.add(entry);
    });
    return held;
  }

  /** A text's words and their places. Results are shown again and again while one types. */
  function readText(text: string): ReadText {
    const known = read.get(text);
    if (known) return known;
    const folded = foldWithPlaces(text, letters);
    const words = cut(folded.text, lexicon).flatMap((piece): ReadText['words'] =>
      piece.kind === 'word'
        ? [[piece.word, folded.from[piece.from] ?? 0, folded.to[piece.to - 1] ?? 0]]
        : [],
    );
    const made = { words, whole: foldWithPlaces(text, letters, true) };
    read.set(text, made);
    return made;
  }

  function marks(text: string, asked: Asked): [number, number][] {
    const { words, whole } = readText(text);
    const meant = new Set(asked.words.map(({ word }) => word));
    const places = words
      .filter(([word]) => meant.has(word))
      .map(([, from, to]): [number, number] => [from, to]);
    const { typed } = asked;
    const at = typed.length < 2 ? -1 : whole.text.indexOf(typed);
    if (at >= 0) places.push([whole.from[at] ?? 0, whole.to[at + typed.length - 1] ?? 0]);
    return joined(places);
  }

  return { find, marks };
}

/**
 * An answer covers half of what the query means. Words that people use about anything (phone,
 * broken, how much) do so only together, as somebody would say them of this.
 */
const isAnswer = ({ coverage, likeness, ours }: Hit): boolean =>
  ours
    ? coverage >= LEAST_COVERAGE
    : coverage >= LEAST_COVERAGE_ANYBODYS && likeness >= LEAST_LIKENESS;

function lettersOf(file: IndexFile): Letters {
  const letters = Array.from(file.letters);
  return new Map(
    letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? letter]] : [])),
  );
}

function fewOutcomes(hits: readonly Hit[]): Hit[] {
  const seen = new Map<string, number>();
  return hits.filter(({ entry }) => {
    if (entry.kind !== 'outcome') return true;
    const guide = entry.id.slice(0, entry.id.lastIndexOf('/'));
    const count = (seen.get(guide) ?? 0) + 1;
    seen.set(guide, count);
    return count <= MOST_OUTCOMES;
  });
}

/** Places in order, those that touch made one. */
function joined(places: readonly (readonly [number, number])[]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of [...places].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
