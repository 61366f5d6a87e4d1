// Floor: dates. The deadlines of a move, from the day of the move. Pure: the numbers of days are
// facts and come in. Their sources stand with the facts (content/facts/periods.yaml).
import { daysAfter, earlier, type JapanDay } from './japan-day.ts';

/** The rule's numbers, taken from content/facts. */
export interface MovingRule {
  /** Days for 転入届・転居届, from the day one lives there. */
  readonly notice: number;
  /** Days for the card's 継続利用, from the day of the 転入届. */
  readonly continuedUse: number;
  /** Days for a 転入届 by card, from the planned day of moving out. */
  readonly noticeByCard: number;
}

export interface Move {
  /** First day in the new home. */
  readonly moved: JapanDay;
  /** Day of moving out as written in the 転出届; taken as the day of the move when not known. */
  readonly planned?: JapanDay | undefined;
  /** Day the 転入届 was filed; when not yet, the earliest it could be: the day of the move. */
  readonly notified?: JapanDay | undefined;
}

export interface Deadline {
  readonly id: 'notice' | 'notice-by-card' | 'continued-use';
  readonly from: JapanDay;
  readonly days: number;
  /** Last safe day: the day counted from is day 1. */
  readonly day: JapanDay;
  /** The day counted from was not given. */
  readonly assumed: boolean;
}

/**
 * Deadlines in the order in which they end on a move whose days were not given.
 *
 * 「〜日以内」 leaves the first day out by the Civil Code (article 140), which would give one day more.
 * Our cautious choice is to count it: municipalities were not found to say it alike, and someone who
 * comes a day early is in time everywhere.
 */
export function movingDeadlines({ moved, planned, notified }: Move, rule: MovingRule): Deadline[] {
  const notice = lastDay(moved, rule.notice);
  const byCard = lastDay(planned ?? moved, rule.noticeByCard);
  return [
    { id: 'notice', from: moved, days: rule.notice, day: notice, assumed: false },
    {
      id: 'notice-by-card',
      from: planned ?? moved,
      days: rule.noticeByCard,
      day: earlier(byCard, notice),
      assumed: planned === undefined,
    },
    {
      id: 'continued-use',
      from: notified ?? moved,
      days: rule.continuedUse,
      day: lastDay(notified ?? moved, rule.continuedUse),
      assumed: notified === undefined,
    },
  ];
}

const lastDay = (from: JapanDay, days: number): JapanDay => daysAfter(from, days - 1);
