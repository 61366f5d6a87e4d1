// Floor: site, in the page. Says the words of the card check; `{placeholders}` are filled here, since
// values are known only once a card was read.
import type { JapanDay } from '../../card/japan-day.ts';
import type { Known } from '../../card/report.ts';
import type { CardWord } from '../../guidance/knowledge/words.ts';

export type CardWords = Readonly<Record<CardWord, string>>;
export type SayCard = (key: CardWord, values?: Readonly<Record<string, string | number>>) => string;

/** Makes the speaker of the card's words. */
export const cardSpeaker =
  (words: CardWords): SayCard =>
  (key, values = {}) =>
    words[key].replaceAll(/\{(\w+)\}/gu, (whole, slot: string) => String(values[slot] ?? whole));

/** A day as people write it. */
export function sayDay(say: SayCard, day: JapanDay): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return say('value.day', { year, month, date });
}

/** A known thing in words, or why it is not known. */
export function sayKnown<T>(say: SayCard, fact: Known<T>, inWords: (value: T) => string): string {
  return fact.known ? inWords(fact.value) : say('value.unknown', { why: say(`why.${fact.why}`) });
}
