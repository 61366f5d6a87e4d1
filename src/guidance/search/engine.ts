// Floor: search, top room. Finds entries for a query, and finds nothing when nothing fits. Runs in
// the page; knows no address and no DOM. Queries never leave it.
import type { EntryKind, IndexFile, SearchEntry } from './entry.ts';
import { fold, foldWithPlaces, type Letters } from './fold.ts';
import { createGuesser } from './guess.ts';
import { cut } from './cut.ts';
import { lexiconOf } from './lexicon.ts';
import { readQuery, type Asked } from './query.ts';
import { createScores } from './score.ts';

export interface Hit {
  readonly entry: SearchEntry;
  readonly score: number;
  /** Share of the query's meaning that the entry answers, 0 to 1. */
  readonly coverage: number;
  /** How near the nearest of the entry's phrases comes to the query, 0 to 1. */
  readonly likeness: number;
  /** The query stands in the title as it was typed. */
  readonly inTitle: boolean;
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

/** Results beyond this many help nobody. */
const MOST_PAGES = 12;
const MOST_FACTS = 3;
/** Outcomes of one guide beyond this many only push other answers down. */
const MOST_OUTCOMES = 3;

/** Less than this share of the query's meaning answered is no answer. */
export const LEAST_COVERAGE = 0.5;
/** Further results must come this near to the best one. */
const NEAR_BEST = 0.45;

// Among equals, a page that explains comes before a step on the way.
const PRIOR: Readonly<Record<EntryKind, number>> = {
  faq: 1,
  guide: 0.97,
  outcome: 0.88,
  term: 0.8,
  fact: 1,
};

/** Titles that hold the query as typed are answers, unless the piece is in so many that it says nothing. */
const FEW_TITLES = 5;

/** Makes the search over an index. */
export function createSearch(file: IndexFile): Search {
  const letters: Letters = lettersOf(file);
  const lexicon = lexiconOf(file);
  const tools = { lexicon, letters, guess: createGuesser(lexicon) };
  const scores = createScores(file);
  const titles = file.entries.map(({ kind, title }) =>
    kind === 'fact' ? '' : fold(title, letters, true),
  );

  function find(query: string): Answer {
    const asked = readQuery(query, tools);
    const held = titlesWith(asked.typed);
    const hits = scores(asked, held).map(({ entry, ...rest }) => {
      const found = file.entries[entry] as SearchEntry;
      const inTitle = held.has(entry);
      const bonus = inTitle ? (held.size <= FEW_TITLES ? 1 : 0.3) : 0;
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
      .filter(({ coverage, inTitle }) => coverage >= LEAST_COVERAGE || inTitle)
      .filter(({ place }) => {
        const only = file.onlyFor[place] ?? [];
        return only.length === 0 || only.some((word) => named.has(word));
      })
      .sort((a, b) => b.score - a.score || a.place - b.place);
    const pages = good.filter(({ entry }) => entry.kind !== 'fact');
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
      facts: good.filter(({ entry }) => entry.kind === 'fact').slice(0, MOST_FACTS),
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

  function marks(text: string, asked: Asked): [number, number][] {
    const folded = foldWithPlaces(text, letters);
    const whole = foldWithPlaces(text, letters, true);
    const meant = new Set(asked.words.flatMap(({ word }) => (word === undefined ? [] : [word])));
    const places = cut(folded.text, lexicon)
      .filter((piece) => piece.kind === 'word' && meant.has(piece.word))
      .map(({ from, to }): [number, number] => [folded.from[from] ?? 0, folded.to[to - 1] ?? 0]);
    const { typed } = asked;
    const at = typed.length < 2 ? -1 : whole.text.indexOf(typed);
    if (at >= 0) places.push([whole.from[at] ?? 0, whole.to[at + typed.length - 1] ?? 0]);
    return joined(places);
  }

  return { find, marks };
}

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
