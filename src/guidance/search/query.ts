// Floor: search. Reads what somebody typed: folds it, reads romaji, cuts it into the index's words,
// guesses at slips, and weighs what it did not understand.
import { CASE, cut, type Lexicon, type Piece } from './cut.ts';
import { fold, foldWithPlaces, isLatin, type Letters } from './fold.ts';
import type { Guess, Guesser } from './guess.ts';
import { kanaOfRomaji } from './romaji.ts';

/** One word of a query. `word` is undefined when it is not understood. */
export interface AskedWord {
  readonly text: string;
  readonly word: number | undefined;
  /** How sure it is that this word is meant, 0 to 1. */
  readonly trust: number;
  /** The form a slip was taken for. */
  readonly takenFor?: string;
  /** Of a word not understood: how much it counts against an answer. */
  readonly against: number;
  /** It names a thing this site is not about, or takes the query's subject for itself. */
  readonly elsewhere?: true;
}

export interface Asked {
  /** The query as folded, long vowels kept: what a title may hold letter by letter. */
  readonly typed: string;
  /** The query as folded, romaji read, cut to what is looked at. */
  readonly text: string;
  readonly words: readonly AskedWord[];
  /** The pieces the text was cut into, slips not mended. */
  readonly pieces: readonly AskedPiece[];
  /** One of its words is said of nothing but this site's own matters. */
  readonly isOurs: boolean;
}

export interface AskedPiece {
  readonly text: string;
  readonly isKnown: boolean;
}

/** Longer queries are cut: nobody's question needs more, and the cost grows with each letter. */
const LONGEST_QUERY = 80;
/** Slips are looked up for this many pieces at most. */
const GUESSES = 4;

// What a piece that was not understood weighs against every answer. The name of another thing weighs
// most; kanji and Latin words carry meaning; loose kana are mostly grammar.
const ELSEWHERE = 3;
// Words such as マイナカード leave no doubt whose card it is; then the bank is only where it happened.
// Without one, whatever was not understood is rather what the query is about, the more so where its
// place in the sentence says so.
const ELSEWHERE_BESIDE_OURS = 1;
// Where it happened (ハローワークで), not what it is about.
const ELSEWHERE_AS_SETTING = 1.8;
const SUBJECT_WEIGHS = 3;
const LEAST_SUBJECT = 1.6;
const BESIDE_ANYBODYS = 1.35;
const LEAST_OWNER = 0.7;
const PER_KANJI = 0.5;
const ONE_KANJI = 0.35;
const PER_KANA = 0.25;
const MOST = 2;

const KANA = /^[ぁ-ゖ]+$/;
const OF = 'の';
const SETTING: ReadonlySet<string> = new Set(['で', 'では', 'でも']);
const SUBJECT: ReadonlySet<string> = new Set('をがは');

/** `length` is that of the piece as typed: folding shortens カレー to two letters. */
function weightOfUnknown(text: string, length: number): number {
  if (/^\p{N}+$/u.test(text)) return 0.2;
  if (isLatin(text[0] ?? '')) return text.length < 2 ? 0.2 : 1;
  const letters = Array.from(text);
  const others = letters.filter((letter) => !KANA.test(letter)).length;
  const kana = Math.max(letters.length, length) - others;
  const ofKana = kana < 2 ? 0 : kana === 2 ? 0.2 : PER_KANA * kana;
  const ofOthers = others === 1 ? ONE_KANJI : PER_KANJI * others;
  return Math.min(MOST, ofKana + ofOthers);
}

const lengthOf = (typed: string): number => typed.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0;

export interface QueryTools {
  readonly lexicon: Lexicon;
  readonly letters: Letters;
  readonly guess: Guesser;
  /** How words begin that are said of nothing but this site's own matters. */
  readonly sure: readonly string[];
}

/** Reads a query. Never throws, whatever was typed. */
export function readQuery(query: string, { lexicon, letters, guess, sure }: QueryTools): Asked {
  // Cut before folding too: ten thousand letters are not worth a pause.
  const short = query.slice(0, LONGEST_QUERY * 4);
  const folded = foldWithPlaces(short, letters);
  const start = folded.text.slice(0, LONGEST_QUERY).trimEnd();
  const text = readRomaji(start, lexicon);
  const length = (from: number, to: number) =>
    text === start ? lengthOf(short.slice(folded.from[from], folded.from[to])) : to - from;
  const pieces = cut(text, lexicon);
  const saidOf = ({ from, to }: Piece) => text.slice(from, to);
  const isOurs = pieces.some(
    (piece) => piece.kind === 'word' && sure.some((form) => saidOf(piece).startsWith(form)),
  );
  return {
    typed: fold(short, letters, true).slice(0, LONGEST_QUERY).trimEnd(),
    text,
    isOurs,
    pieces: pieces.map((piece) => ({
      text: saidOf(piece),
      isKnown: piece.kind === 'word' || piece.kind === 'filler',
    })),
    words: understand(text, pieces, length, guess, isOurs),
  };
}

/** Latin words that are not in the lexicon, but are Japanese when read aloud, become kana. */
function readRomaji(text: string, lexicon: Lexicon): string {
  if (!/[a-z]{3}/.test(text)) return text;
  let read = '';
  let changed = false;
  let end = 0;
  for (const { kind, from, to } of cut(text, lexicon)) {
    const word = text.slice(from, to);
    const kana = kind === 'unknown' && /^[a-z]{2,}$/.test(word) ? kanaOfRomaji(word) : undefined;
    read += text.slice(end, from) + (kana ?? word);
    changed ||= kana !== undefined;
    end = to;
  }
  return changed ? fold(read + text.slice(end)) : text;
}

function understand(
  text: string,
  pieces: readonly Piece[],
  length: (from: number, to: number) => number,
  guess: Guesser,
  isOurs: boolean,
): AskedWord[] {
  const words: AskedWord[] = [];
  const saidOf = ({ from, to }: Piece) => text.slice(from, to);
  let guesses = GUESSES;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece) continue;
    const said = saidOf(piece);
    if (piece.kind === 'word') {
      words.push({ text: said, word: piece.word, trust: 1, against: 0 });
    } else if (piece.kind === 'elsewhere') {
      const next = pieces[at + 1];
      const setting = next?.kind === 'filler' && SETTING.has(saidOf(next));
      const against = isOurs ? ELSEWHERE_BESIDE_OURS : setting ? ELSEWHERE_AS_SETTING : ELSEWHERE;
      words.push({ text: said, word: undefined, trust: 0, against, elsewhere: true });
    } else if (piece.kind === 'unknown') {
      const ending = said.length <= 2 && KANA.test(said);
      const slip = guesses > 0 && !ending ? slipAt(text, pieces, at, guess) : undefined;
      guesses -= 1;
      if (slip) {
        const { guessed, before, after } = slip;
        if (before) words.pop();
        at += after ? 1 : 0;
        words.push({
          text: slip.text,
          word: guessed.word,
          trust: guessed.trust,
          takenFor: guessed.form,
          against: 0,
        });
      } else {
        const against = weightOfUnknown(said, length(piece.from, piece.to));
        const unknown = { text: said, word: undefined, trust: 0 };
        if (!isOurs && against > 0 && takesSubject(text, pieces, at, against)) {
          words.push({
            ...unknown,
            against: Math.max(LEAST_SUBJECT, against * SUBJECT_WEIGHS),
            elsewhere: true,
          });
        } else if (against > 0) {
          // What goes on after it is a verb (帰化した): somebody's story, not a thing.
          const next = pieces[at + 1];
          const verb = next?.kind === 'filler' && next.from === piece.to && !CASE.has(saidOf(next));
          const times = isOurs || verb ? 1 : BESIDE_ANYBODYS;
          words.push({ ...unknown, against: against * times });
        }
      }
    }
  }
  return words;
}

/**
 * Whether an unknown piece takes the subject of the query for itself. It does as the owner of what
 * follows (図書館の利用, library card) and as that to which something happened (傘を, 猫が), when nothing of ours was named before.
 */
function takesSubject(text: string, pieces: readonly Piece[], at: number, against: number) {
  const saidAt = (place: number) => text.slice(pieces[place]?.from, pieces[place]?.to);
  const kana = KANA.test(saidAt(at));
  const isEnding = (place: number) =>
    ['filler', 'unknown'].includes(pieces[place]?.kind ?? '') &&
    /^[ぁ-ゖ]$/.test(saidAt(place)) &&
    !isParticle(place);
  const isParticle = (place: number) =>
    pieces[place]?.kind === 'filler' && (saidAt(place) === OF || SUBJECT.has(saidAt(place)));
  const owner = saidAt(at - 1) === OF ? at - 2 : at - 1;
  // A part of our thing (カードのふち), or the rest of a word (還付金).
  if (pieces[owner]?.kind === 'word' && pieces[at - 1]?.to === pieces[at]?.from) return false;
  const next = !kana && isEnding(at + 1) ? at + 2 : at + 1;
  if (isParticle(next)) {
    if (saidAt(next) === OF) return pieces[next + 1]?.kind === 'word';
    return pieces.slice(0, at).every(({ kind }) => kind !== 'word');
  }
  return pieces[at + 1]?.kind === 'word' && !kana && against >= LEAST_OWNER;
}

interface Slip {
  readonly guessed: Guess;
  readonly text: string;
  readonly before: boolean;
  readonly after: boolean;
}

/** A slip may sit in the unknown piece alone or in what it makes with a neighbour. */
function slipAt(
  text: string,
  pieces: readonly Piece[],
  at: number,
  guess: Guesser,
): Slip | undefined {
  const piece = pieces[at];
  if (!piece) return undefined;
  const touches = (other: Piece | undefined, end: number, start: number) =>
    other !== undefined && other.kind !== 'elsewhere' && end === start;
  const previous = pieces[at - 1];
  const next = pieces[at + 1];
  const spans: { from: number; to: number; before: boolean; after: boolean }[] = [
    { from: piece.from, to: piece.to, before: false, after: false },
  ];
  if (next && touches(next, piece.to, next.from)) {
    spans.push({ from: piece.from, to: next.to, before: false, after: true });
  }
  if (previous?.kind === 'word' && touches(previous, previous.to, piece.from)) {
    spans.push({ from: previous.from, to: piece.to, before: true, after: false });
  }
  let best: Slip | undefined;
  for (const { from, to, before, after } of spans) {
    const said = text.slice(from, to);
    const guessed = guess(said, to === text.length);
    // Taken for the neighbour alone, the unknown piece would only have been dropped.
    // What was not understood must have left a trace in it.
    const unknown = Array.from(text.slice(piece.from, piece.to));
    const kept =
      guessed &&
      !said.includes(guessed.form) &&
      unknown.some((letter) => guessed.form.includes(letter));
    if (guessed && kept && guessed.trust > (best?.guessed.trust ?? 0)) {
      best = { guessed, text: said, before, after };
    }
  }
  return best;
}
