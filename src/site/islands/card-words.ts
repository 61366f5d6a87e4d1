// Floor: site, in the page. What the card's screens say: words that the page was given, with their
// `{placeholders}` filled here, since values are known only once a card was read.
import type { JapanDay } from '../../card/japan-day.ts';
import { type DayWords, fill, sayDay } from '../../guidance/dates/say-day.ts';
import type { CardRules } from '../../guidance/diagnosis/card-facts.ts';
import type { CardWord } from '../../guidance/knowledge/words.ts';

/** Words of the page around the panel: the panel is not given them. */
type ShellWord =
  | `card.${string}`
  | `personality.${string}`
  | 'sample.title'
  | 'sample.label'
  | 'sample.lead'
  | 'sample.button'
  | 'state.loading';

/** Words that the panel and the assistant say. */
export type PanelWord = Exclude<CardWord, ShellWord>;

/** What the panel and the assistant are given: words, how a day is said, numbers of the rules. */
export interface CardKit {
  readonly words: Readonly<Record<PanelWord, string>>;
  readonly day: DayWords;
  readonly rules: CardRules;
  /** Address of the language's root, ending in `/`. */
  readonly root: string;
  /** Addresses of what is loaded while a card is awaited, and for a sample. */
  readonly parts: { readonly parser: string; readonly demonstration: string };
}

export type SayCard = (
  key: PanelWord,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Makes the speaker of the card's words. */
export const cardSpeaker =
  ({ words }: CardKit): SayCard =>
  (key, values = {}) =>
    fill(words[key], values);

/** Says a day in both calendars. */
export const daySpeaker =
  ({ day: words }: CardKit) =>
  (day: JapanDay): string =>
    sayDay(day, words);
