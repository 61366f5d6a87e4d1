// What the date tests share: the catalogue's words for a day, the rule's facts, days by the dozen.
import fc from 'fast-check';
import { knowledgeOf } from '../../../src/guidance/knowledge/knowledge.ts';
import { type JapanDay, daysAfter, daysUntil } from '../../../src/guidance/dates/japan-day.ts';
import { datesRules, dayWords } from '../../../src/site/islands/dates-words.ts';

const knowledge = knowledgeOf('ja');

export const DAY_WORDS = dayWords(knowledge.say);
export const RULES = datesRules(knowledge);

/** Any day between two days, both included. */
export const anyDay = (from: JapanDay, to: JapanDay): fc.Arbitrary<JapanDay> =>
  fc.integer({ min: 0, max: daysUntil(from, to) }).map((days) => daysAfter(from, days));

/** Every `step`-th day from one day up to another. */
export function daysBetween(from: JapanDay, to: JapanDay, step = 1): JapanDay[] {
  const days: JapanDay[] = [];
  for (let day = from; day <= to; day = daysAfter(day, step)) days.push(day);
  return days;
}
