// Floor: search, top room. Finds entries for a query, and finds nothing when nothing fits. Runs in
// the page; knows no address and no DOM. Queries never leave it.
import { judge, reasonsFor, type Reason } from './classifier.ts';
import { guideOf, isPage, type IndexFile, type SearchEntry } from './entry.ts';
import { fold, foldWithPlaces, type Folded, type Letters } from './fold.ts';
import { createGuesser } from './guess.ts';
import { cut } from './cut.ts';
import { lexiconOf } from './lexicon.ts';
import { readQuery, type Asked } from './query.ts';
import { createScores, type Score } from './score.ts';

export { joinIndex } from './parts.ts';

export interface Hit {
  readonly entry: SearchEntry;
  /** Of a page how likely it is the one, 0 to 1; of others what puts them among the pages. More when the title holds the query. */
  readonly score: number;
  /** The query stands in the title as it was typed. */
  readonly inTitle: boolean;
  /** Of a guide: those of its outcomes that the query seems to ask for. */
  readonly outcomes: readonly SearchEntry[];
}

export interface Answer {
  readonly asked: Asked;
  /** How likely the query is about this site's matters at all, 0 to 1. */
  readonly ours: number;
  /** Pages and words explained, best first. */
  readonly pages: readonly Hit[];
  /** Values that answer at once: a fee, a number to call. Shown above the pages, never instead. */
  readonly facts: readonly Hit[];
}

export interface Search {
  readonly find: (query: string) => Answer;
  /** The parts of a text that a query's words matched, as places in it. */
  readonly marks: (text: string, asked: Asked) => readonly (readonly [number, number])[];
  /** What in a query speaks for a page, strongest first; for whoever tends the words. */
  readonly reasons: (asked: Asked, page: string) => readonly Reason[];
}

interface ReadText {
  /** Word, and where it begins and ends. */
  readonly words: readonly (readonly [number, number, number])[];
  readonly whole: Folded;
}

/** Results beyond this many help nobody. */
const MOST_PAGES = 8;
const MOST_FACTS = 3;
/** Outcomes of one guide beyond this many only push other answers down. */
const MOST_OUTCOMES = 3;

/** Less likely than this to be about our matters is answered with "nothing found". */
export const LEAST_OURS = 0.5;
/** Among near equals a question's page is the shorter way; it leads on to the guide. */
const GUIDE = 0.4;
/** What is wholly understood may still ask for a value. */
const LEAST_OURS_PLAIN = 0.35;
/** Further pages must have this share of the best one's. */
const NEAR_BEST = 0.04;
/** Words are explained first when the query asks for that and this much of what it names is them. */
const LEAST_NAMED = 0.8;
/** Shares that add up to more overlap: two terms of the same word. */
const MOST_NAMED = 1.5;
/** They come first, before all but a page that is nearly sure to be the answer. */
const EXPLAINED = 0.8;
/** A word alone is explained when the query is hardly more than that word. */
const LIKE_A_WORD = 0.85;
const AS_A_WORD = 0.2;

// For outcomes and facts, which editors' phrases alone speak for.
/** Less than this share of the query's meaning answered is no answer. */
const LEAST_COVERAGE = 0.5;
/** Without a word of this site's own matters, one phrase must come this near and answer this much. */
const LEAST_LIKENESS = 0.6;
const LEAST_COVERAGE_ANYBODYS = 0.6;
const NEAR_BEST_OUTCOME = 0.7;
/** The answer box holds what was asked, not all that is like it. */
const NEAR_BEST_FACT = 0.8;

/** Titles that hold the query as typed are answers, unless the piece is in so many that it says nothing. */
const FEW_TITLES = 5;
const IN_FEW_TITLES = 1.2;
const IN_A_TITLE = 0.3;

/** Makes the search over an index. */
export function createSearch(file: IndexFile): Search {
  const letters: Letters = lettersOf(file);
  const lexicon = lexiconOf(file);
  const tools = { lexicon, letters, guess: createGuesser(lexicon), sure: file.sure };
  const scores = createScores(file);
  const own = new Set(file.ours);
  const explains = pairsOf(file.explains);
  const entryAt = (place: number) => file.entries[place] as SearchEntry;
  const pagePlaces = file.entries.flatMap((entry, place) => (isPage(entry) ? [place] : []));
  const read = new Map<string, ReadText>();
  const titles = file.entries.map(({ kind, title }) =>
    kind === 'fact' ? '' : fold(title, letters, true),
  );

  function find(query: string): Answer {
    const asked = readQuery(query, tools);
    const { shares, ours } = judge(file.model, asked, own);
    const held = titlesWith(asked.typed);
    const isOurs = ours >= LEAST_OURS;
    const isFew = held.size <= FEW_TITLES;
    const bonus = (place: number) => (held.has(place) ? (isFew ? IN_FEW_TITLES : IN_A_TITLE) : 0);
    // A guide whose outcome's title holds the query leads to it.
    const leading = new Set(isFew ? [...held].map((place) => guideOf(entryAt(place).id)) : []);
    const likely = shares.map((share, page) => {
      const place = pagePlaces[page] ?? 0;
      const likeliness = share * (entryAt(place).kind === 'guide' ? GUIDE : 1);
      const leads = leading.has(entryAt(place).id) ? IN_A_TITLE : 0;
      const score = (isOurs ? likeliness : 0) + Math.max(bonus(place), leads);
      return { place, inTitle: held.has(place), score };
    });
    const best = Math.max(0, ...likely.map(({ score }) => score));
    // 「手数料」 could be anybody's; but all of it is understood, and a value says itself whose it is.
    const isPlain = ours >= LEAST_OURS_PLAIN && asked.words.every(({ word }) => word !== undefined);
    const others = isOurs || isPlain || held.size > 0 ? scores(asked, held) : [];
    const outcomes = outcomesOf(
      others.filter((hit) => held.has(hit.entry) || isAnswer(hit)),
      held,
    );
    const pages = [...likely.filter(({ score }) => score > best * NEAR_BEST), ...terms(others)]
      .sort((a, b) => b.score - a.score || a.place - b.place)
      .slice(0, MOST_PAGES)
      .map(({ place, ...hit }) => ({
        ...hit,
        entry: entryAt(place),
        outcomes: outcomes.get(entryAt(place).id) ?? [],
      }));
    return { asked, ours, pages, facts: isOurs || isPlain ? factsOf(others, asked) : [] };

    /** Words to explain: asked for, named by the query and little else, or by their title as typed. */
    function terms(found: readonly Score[]) {
      const all = found.filter(({ entry }) => entryAt(entry).kind === 'term');
      const explained = isOurs ? toExplain(all, asked) : new Set<number>();
      return all.flatMap(({ entry: place, likeness, named }) => {
        const inTitle = held.has(place);
        const isAlone = isOurs && likeness >= LIKE_A_WORD;
        const isExplained = explained.has(place);
        if (!inTitle && !isAlone && !isExplained) return [];
        const score = isExplained ? EXPLAINED + named / 10 : isAlone ? AS_A_WORD * likeness : 0;
        return [{ place, inTitle, score: score + bonus(place) / 2 }];
      });
    }
  }

  /** The terms of a query that asks what one means, or how several differ, and names little else. */
  function toExplain(terms: readonly Score[], asked: Asked): ReadonlySet<number> {
    // 「違いは何ですか」 asks both; the difference is what counts.
    const least = Math.max(0, ...asked.words.map(({ word = -1 }) => explains.get(word) ?? 0));
    if (least === 0) return new Set();
    const named = terms.filter((term) => term.named > 0).sort((a, b) => b.named - a.named);
    const together = named.slice(0, least).reduce((sum, term) => sum + term.named, 0);
    const isAsked = named.length >= least && together >= LEAST_NAMED && together <= MOST_NAMED;
    return new Set(isAsked ? named.slice(0, least).map(({ entry }) => entry) : []);
  }

  /** Per guide the outcomes that come nearest. */
  function outcomesOf(found: readonly Score[], held: ReadonlySet<number>) {
    const titled = (entry: number) => Number(held.has(entry));
    const near = found
      .filter(({ entry }) => entryAt(entry).kind === 'outcome')
      .map(({ entry, score }) => ({ entry, score: score + titled(entry) }))
      .sort((a, b) => b.score - a.score || a.entry - b.entry);
    const guides = new Map<string, SearchEntry[]>();
    for (const { entry, score } of near) {
      const outcome = entryAt(entry);
      const guide = guides.get(guideOf(outcome.id)) ?? [];
      if (score < (near[0]?.score ?? 0) * NEAR_BEST_OUTCOME || guide.length >= MOST_OUTCOMES) break;
      guides.set(guideOf(outcome.id), [...guide, outcome]);
    }
    return guides;
  }

  function factsOf(found: readonly Score[], asked: Asked): Hit[] {
    const named = new Set(asked.words.map(({ word }) => word));
    const facts = found
      .filter((hit) => entryAt(hit.entry).kind === 'fact' && isAnswer(hit))
      .filter(({ entry }) => {
        const only = file.onlyFor[entry] ?? [];
        return only.length === 0 || only.some((word) => named.has(word));
      })
      .sort((a, b) => b.score - a.score || a.entry - b.entry);
    return facts
      .filter(({ score }) => score >= (facts[0]?.score ?? 0) * NEAR_BEST_FACT)
      .slice(0, MOST_FACTS)
      .map(({ entry, score }) => ({
        entry: entryAt(entry),
        score,
        inTitle: false,
        outcomes: [],
      }));
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

  function reasons(asked: Asked, page: string): readonly Reason[] {
    const at = pagePlaces.findIndex((place) => entryAt(place).id === page);
    return at < 0 ? [] : reasonsFor(file.model, asked, at);
  }

  return { find, marks, reasons };
}

/**
 * An outcome or a fact covers half of what the query means. Words that people use about anything
 * (phone, broken, how much) do so only together, as somebody would say them of this.
 */
const isAnswer = ({ coverage, likeness, ours }: Score): boolean =>
  ours
    ? coverage >= LEAST_COVERAGE
    : coverage >= LEAST_COVERAGE_ANYBODYS && likeness >= LEAST_LIKENESS;

function pairsOf(flat: readonly number[]): ReadonlyMap<number, number> {
  return new Map(flat.flatMap((key, at) => (at % 2 === 0 ? [[key, flat[at + 1] ?? 0]] : [])));
}

function lettersOf(file: IndexFile): Letters {
  const letters = Array.from(file.letters);
  return new Map(
    letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? letter]] : [])),
  );
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
