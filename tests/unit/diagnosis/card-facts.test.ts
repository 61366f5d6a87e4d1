import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Personality } from '../../../src/card/sample/personality-names.ts';
import type { JapanDay } from '../../../src/card/japan-day.ts';
import { dateStateOn as stateInTheCardWing } from '../../../src/card/compose-report.ts';
import { daysAfter } from '../../../src/guidance/dates/japan-day.ts';
import {
  type CardFacts,
  dateStateOn,
  factsOf,
  insuranceLastDay,
} from '../../../src/guidance/diagnosis/card-facts.ts';
import { cardReportOf, keptReportOf, RULES } from './reports.ts';
import { anyDay } from '../dates/days.ts';

const HEALTHY = {
  certificate: 'in-date',
  endsWithCard: false,
  cardPast: false,
  pin: 'open',
  password: 'open',
  signature: 'present',
} as const satisfies CardFacts;

const EXPECTED: Partial<Record<Personality, CardFacts>> = {
  'in-date': HEALTHY,
  'renewal-open': { ...HEALTHY, certificate: 'renewal-open' },
  past: { ...HEALTHY, certificate: 'past', insurance: 'within' },
  'pin-locked': { ...HEALTHY, pin: 'locked' },
  'password-locked': { ...HEALTHY, password: 'locked' },
  'both-locked': { ...HEALTHY, pin: 'locked', password: 'locked' },
  'past-locked': { ...HEALTHY, certificate: 'past', insurance: 'within', pin: 'locked' },
  'last-try': HEALTHY,
  'no-signature': { ...HEALTHY, signature: 'absent' },
  'not-yet': { ...HEALTHY, certificate: 'not-yet' },
  phone: {},
  blank: {},
};

describe('the facts of a card', () => {
  it.each(Object.entries(EXPECTED))('%s', async (name, facts) => {
    expect(factsOf(await keptReportOf(name as Personality), RULES)).toEqual(facts);
  });

  it('are none for a card that does not say what it is', async () => {
    const kept = await keptReportOf('pin-locked');
    expect(factsOf({ ...kept, card: { known: false, why: 'card-refused' } }, RULES)).toEqual({});
  });

  it('say that a card is past only when its day is known', async () => {
    const kept = await keptReportOf('past');
    const dated = { ...kept, cardLastDay: { known: true, value: '2026-11-21' } } as const;
    expect(factsOf(dated, RULES)).toMatchObject({ cardPast: true });
    const undated = { ...kept, cardLastDay: { known: false, why: 'card-refused' } } as const;
    expect(factsOf(undated, RULES).cardPast).toBeUndefined();
  });

  it('agree with the card wing on where a day lies', async () => {
    const { authentication } = await cardReportOf('renewal-open');
    if (!authentication.known) throw new Error('no certificate');
    const days = authentication.value;
    fc.assert(
      fc.property(anyDay('2020-01-01', '2030-12-31'), (day) => {
        expect(dateStateOn(day, days)).toBe(stateInTheCardWing(day, days));
      }),
    );
  });
});

describe('the days in which an expired card still shows insurance', () => {
  it.each([
    ['2026-11-22', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-12-31', '2027-03-31'],
    ['2026-08-01', '2026-11-30'],
  ] as const)('of %s end on %s', (lastDay, end) => {
    expect(insuranceLastDay(lastDay, 3)).toBe(end);
  });

  it('end with a month, whatever the day', () => {
    fc.assert(
      fc.property(anyDay('2016-01-01', '2040-12-31'), fc.integer({ min: 0, max: 24 }), (day, n) => {
        const end: JapanDay = insuranceLastDay(day, n);
        expect(daysAfter(end, 1).slice(8)).toBe('01');
        const months = (text: string) => +text.slice(0, 4) * 12 + +text.slice(5, 7);
        expect(months(end) - months(day)).toBe(n);
      }),
    );
  });
});
