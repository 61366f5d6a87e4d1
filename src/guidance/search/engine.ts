// Floor: search, top room. Finds entries for a query, and finds nothing when nothing fits. Runs in
// the page; knows no address and no DOM. Queries never leave it.
import { judge, reasonsFor, type Known, type Reason, type Verdict } from './classifier.ts';
import { guideOf, isPage, type EntryKind, type IndexFile, type SearchEntry } from './entry.ts';
import { fold, foldWithPlaces, lettersFrom, type Folded } from './fold.ts';
import { createGuesser } from './guess.ts';
import { cut } from './cut.ts';
import { lexiconOf } from './lexicon.ts';
import { readQuery, type Asked } from './query.ts';

export { joinIndex } from './parts.ts';

export interface Hit {
  readonly entry: SearchEntry;
  /** How likely it is what is asked for, 0 to 1; 1 when it was typed itself. */
  readonly score: number;
}

export interface PageHit extends Hit {
  /** As a hit's, but less for guides, and more when the title holds the query. */
  readonly score: number;
  /** Of a guide: those of its outcomes that the query seems to ask for. */
  readonly outcomes: readonly SearchEntry[];
}

export interface Answer {
  readonly asked: Asked;
  /** How likely the query is about this site's matters at all, 0 to 1. */
  readonly ours: number;
  /** Less likely than this finds no page, unless a title holds the query. */
  readonly leastOurs: number;
  /** Questions and guides, best first. */
  readonly pages: readonly PageHit[];
  /** Words explained at once. Shown above the pages, never instead. */
  readonly terms: readonly Hit[];
  /** Values that answer at once: a fee, a number to call. Shown like the terms. */
  readonly facts: readonly Hit[];
}

export interface Search {
  readonly find: (query: string) => Answer;
  /** The parts of a text that a query's words matched, as places in it. */
  readonly marks: (text: string, asked: Asked) => readonly (readonly [number, number])[];
  /** What in a query speaks for an entry, strongest first; for whoever tends the words. */
  readonly reasons: (asked: Asked, id: string) => readonly Reason[];
}

interface ReadText {
  /** Word, and where it begins and ends. */
  readonly words: readonly (readonly [number, number, number])[];
  readonly whole: Folded;
}

/** Results beyond this many help nobody. */
const MOST_PAGES = 8;
const MOST_FACTS = 3;
/** Two, for those who ask how words differ. */
const MOST_TERMS = 2;
/** Outcomes of one guide beyond this many only push other answers down. */
const MOST_OUTCOMES = 3;

/** Less likely than this to be about our matters finds no page, unless a title holds the query. */
const LEAST_OURS = 0.5;
/** Among near equals a question's page is the shorter way; it leads on to the guide. */
const GUIDE = 0.35;
/**
 * 「料金」 could be anybody's; but what is wholly understood may still ask for a value. And 「子ども」, one
 * word and nothing else, says too little of whose matter it is to be sent away.
 */
const LEAST_OURS_PLAIN = 0.3;
/** Further pages must have this share of the best one's. */
const NEAR_BEST = 0.04;
// Less likely than this is not shown: the likeliest term, an outcome under its guide, a fact.
const LEAST_TERM = 0.35;
const LEAST_OUTCOME = 0.02;
const LEAST_FACT = 0.1;
/** When facts together are this likely, the likeliest are shown. */
const MOSTLY_FACTS = 0.5;
/** Further outcomes must have this share of the best one's. */
const NEAR_BEST_OUTCOME = 0.35;
/** Further terms and facts too: the answer box holds what was asked, not all that is like it. */
const NEAR_BEST_AT_ONCE = 0.4;

const PHONE = /^\d{3,}$/;
/** Times end in digits too, but in two. */
const LAST_DIGITS = /\d+$/;

/** A page whose title holds the query as typed is among the first answers, and before those little likelier. */
const IN_A_TITLE = 0.13;
/** A guide whose outcome's title holds it is shown, unless the piece is in so many that it says nothing. */
const IN_ITS_OUTCOME = 0.05;
const FEW_TITLES = 5;
/** Among so many, then, is a page whose own title holds it. */
const FIRST_PAGES = 5;

/** Makes the search over an index. */
export function createSearch(file: IndexFile): Search {
  const letters = lettersFrom(file.letters);
  const lexicon = lexiconOf(file);
  const tools = { lexicon, letters, guess: createGuesser(lexicon), sure: file.sure };
  const entryAt = (place: number) => file.entries[place] as SearchEntry;
  const isOf = (kind: EntryKind, place: number) => entryAt(place).kind === kind;
  const hitOf = ([place, score]: Found): Hit => ({ entry: entryAt(place), score });
  const pagePlaces = file.entries.flatMap((entry, place) => (isPage(entry) ? [place] : []));
  const otherPlaces = file.entries.flatMap((entry, place) => (isPage(entry) ? [] : [place]));
  const pageOf = new Map(pagePlaces.map((place, page) => [entryAt(place).id, page]));
  const leads = otherPlaces.map((place) => pageOf.get(guideOf(entryAt(place).id)));
  const toJudge: Known = { own: new Set(file.ours), guides: [undefined, ...leads] };
  const read = new Map<string, ReadText>();
  const titles = file.entries.map(({ kind, title }) =>
    kind === 'fact' ? '' : fold(title, letters, true),
  );
  // A term as it may be typed: whole, without what is in brackets, and that alone.
  const termNames = new Map(
    file.entries.flatMap(({ kind, title }, place) =>
      kind === 'term'
        ? [title, ...title.split(/[（）]/u)]
            .filter((name) => name !== '')
            .map((name) => [fold(name, letters, true), place] as const)
        : [],
    ),
  );

  function find(query: string): Answer {
    const asked = readQuery(query, tools);
    const verdict = judge(file.model, asked, toJudge);
    const { ours } = verdict;
    const held = titlesWith(asked.typed);
    // All of it is understood, and a value says itself whose it is.
    const isPlain = ours >= LEAST_OURS_PLAIN && asked.words.every(({ word }) => word !== undefined);
    const leastOurs = isOneWord(asked) ? LEAST_OURS_PLAIN : LEAST_OURS;
    const isOurs = ours >= leastOurs;
    const found = isOurs || isPlain ? foundBy(verdict) : [];
    const pages = pagesOf(isOurs ? found : [], held);
    const called = phonesOf(asked.typed);
    const facts = called.length > 0 ? called : factsOf(found, isOurs ? LEAST_FACT : 1);
    const terms = isOurs ? termsOf(found, asked.typed) : [];
    return { asked, ours, leastOurs, pages, terms, facts };
  }

  /** How likely each entry is what is asked for: a page among pages, the others among all. */
  const foundBy = ({ pages, others }: Verdict): Found[] => [
    ...pages.map((share, at): Found => [pagePlaces[at] ?? 0, share]),
    ...otherPlaces.map((place, at): Found => [place, others[at] ?? 0]),
  ];

  /** Questions, and guides with those of their outcomes that come nearest. */
  function pagesOf(found: readonly Found[], held: ReadonlySet<number>): PageHit[] {
    const shares = new Map(found);
    const isFew = held.size <= FEW_TITLES;
    const leading = new Set(isFew ? [...held].map((place) => guideOf(entryAt(place).id)) : []);
    const likely = pagePlaces.map((place): Found => {
      const share = (shares.get(place) ?? 0) * (isOf('guide', place) ? GUIDE : 1);
      if (held.has(place)) return [place, share + IN_A_TITLE];
      return [place, share + (leading.has(entryAt(place).id) ? IN_ITS_OUTCOME : 0)];
    });
    const best = Math.max(0, ...likely.map(([, score]) => score));
    const outcomes = outcomesOf(found, isFew ? held : new Set());
    const near = likely.filter(([, score]) => score > best * NEAR_BEST).sort(byShare);
    return (isFew ? withHeldFirst(near, held) : near).slice(0, MOST_PAGES).map((each) => {
      const hit = hitOf(each);
      return { ...hit, outcomes: outcomes.get(hit.entry.id) ?? [] };
    });
  }

  /** Those whose title holds the query are among the first five, instead of the last of the others. */
  function withHeldFirst(ranked: readonly Found[], held: ReadonlySet<number>): readonly Found[] {
    const late = ranked.slice(FIRST_PAGES).filter(([place]) => held.has(place));
    const first = ranked.slice(0, FIRST_PAGES);
    const others = first.filter(([place]) => !held.has(place));
    const kept = new Set(others.slice(0, Math.max(0, others.length - late.length)));
    const leading = [...first.filter((each) => held.has(each[0]) || kept.has(each)), ...late];
    return [...leading, ...ranked.filter((each) => !leading.includes(each))];
  }

  /** Per guide the outcomes that come nearest, those first whose title holds the query. */
  function outcomesOf(found: readonly Found[], held: ReadonlySet<number>) {
    const near = found
      .filter(([place]) => isOf('outcome', place))
      .map(([place, share]): Found => [place, share + (held.has(place) ? IN_A_TITLE : 0)])
      .filter(([, share]) => share >= LEAST_OUTCOME)
      .sort(byShare);
    const isNear = nearBest(near, NEAR_BEST_OUTCOME);
    const guides = new Map<string, SearchEntry[]>();
    for (const each of near) {
      const [place] = each;
      if (!isNear(each) && !held.has(place)) continue;
      const outcome = entryAt(place);
      const guide = guides.get(guideOf(outcome.id)) ?? [];
      if (guide.length >= MOST_OUTCOMES) continue;
      guides.set(guideOf(outcome.id), [...guide, outcome]);
    }
    return guides;
  }

  /** Words to explain: the one typed, and those that are asked about. */
  function termsOf(found: readonly Found[], typed: string): Hit[] {
    const typedTerm = termNames.get(typed);
    const near = found
      .filter(([place]) => isOf('term', place))
      .map(([place, share]): Found => [place, place === typedTerm ? 1 : share])
      .sort(byShare);
    const [best] = near;
    if (best === undefined || best[1] < LEAST_TERM) return [];
    return near.filter(nearBest(near, NEAR_BEST_AT_ONCE)).slice(0, MOST_TERMS).map(hitOf);
  }

  /** Phone numbers that begin or end as typed (188 is a whole one): somebody asks whose it is. */
  function phonesOf(typed: string): Hit[] {
    const number = typed.replaceAll(/[ #]/g, '');
    if (!PHONE.test(number)) return [];
    return file.entries
      .filter(
        ({ kind, call = '', text = '' }) =>
          call.replaceAll(/\D/g, '').startsWith(number) ||
          (kind === 'fact' && LAST_DIGITS.exec(text)?.[0] === number),
      )
      .slice(0, MOST_FACTS)
      .map((entry) => ({ entry, score: 1 }));
  }

  /** Values to show at once: each at least so likely, or whichever when a value is what is asked for. */
  function factsOf(found: readonly Found[], least: number): Hit[] {
    const all = found.filter(([place]) => isOf('fact', place)).sort(byShare);
    const isAsked = all.reduce((sum, [, share]) => sum + share, 0) >= MOSTLY_FACTS;
    const facts = all.filter(([, share]) => isAsked || share >= least);
    return facts.filter(nearBest(facts, NEAR_BEST_AT_ONCE)).slice(0, MOST_FACTS).map(hitOf);
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

  function reasons(asked: Asked, id: string): readonly Reason[] {
    const { pages, others } = file.model;
    const at = (places: readonly number[]) => places.findIndex((place) => entryAt(place).id === id);
    const [page, other] = [at(pagePlaces), at(otherPlaces)];
    if (page >= 0) return reasonsFor(pages, asked, page);
    return other >= 0 ? reasonsFor(others, asked, other + 1) : [];
  }

  return { find, marks, reasons };
}

/** One known word is all that was typed: no ending beside it, no slip that was taken for it. */
const isOneWord = ({ text, words: [first] }: Asked): boolean =>
  first?.word !== undefined && first.takenFor === undefined && first.text === text;

/** An entry's place, and its share of what is likely, 0 to 1. */
type Found = readonly [place: number, share: number];

const byShare = (a: Found, b: Found): number => b[1] - a[1] || a[0] - b[0];

const nearBest =
  ([best]: readonly Found[], least: number) =>
  ([, share]: Found): boolean =>
    share >= (best?.[1] ?? 0) * least;

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
