import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthdayIn, hasAge } from '../../../src/guidance/dates/birthday.ts';
import {
  dateStateOn,
  type End,
  type Expiry,
  expiryOf,
  type Issue,
  type IssueKind,
  renewalOpensOn,
} from '../../../src/guidance/dates/expiry.ts';
import {
  dayAfter,
  daysAfter,
  daysUntil,
  japanDay,
  type JapanDay,
  japanDayOf,
  numbersOf,
} from '../../../src/guidance/dates/japan-day.ts';
import { anyDay, daysBetween, RULES } from './days.ts';

const RULE = RULES.expiry;
const KINDS: readonly IssueKind[] = ['card', 'renewal', 'reissue', 'signature', 'unknown'];

const ends = (issue: Issue): Record<string, string | undefined> => {
  const { signature, userAuth, card } = expiryOf(issue, RULE);
  return { signature: signature.day, userAuth: userAuth?.day, card: card?.day };
};

const isBirthday = (day: JapanDay, birth: JapanDay): boolean =>
  day === birthdayIn(birth, numbersOf(day).year);

/** What must hold of every calculation, whatever went in. */
function expectSound(issue: Issue, expiry: Expiry): void {
  const { signature, userAuth, card } = expiry;
  const bounds = [issue.printedCardEnd, issue.endOfStay, issue.userAuthEnd];
  for (const end of [signature, userAuth, card]) {
    if (!end) continue;
    const { day } = end;
    if (card && day > card.day) throw new Error(`${day} is after the card's ${card.day}`);
    if (!isBirthday(day, issue.birth) && !bounds.includes(day)) throw new Error(`why ${day}?`);
    if (dateStateOn(day, end) === 'past') throw new Error('the last day is in date');
    if (dateStateOn(dayAfter(day), end) !== 'past') throw new Error('the day after is not');
  }
  if (userAuth && signature.day > userAuth.day) throw new Error('signature outlives user-auth');
}

describe('when certificates and cards end', () => {
  it.each<[string, Issue, Record<string, string | undefined>]>([
    [
      'an adult’s new card: 5th and 10th birthday',
      { birth: '1965-05-01', issued: '2024-06-01', kind: 'card' },
      { signature: '2029-05-01', userAuth: '2029-05-01', card: '2034-05-01' },
    ],
    [
      'issued the day before a birthday: that birthday is the first',
      { birth: '1965-05-01', issued: '2024-04-30', kind: 'card' },
      { signature: '2028-05-01', userAuth: '2028-05-01', card: '2033-05-01' },
    ],
    [
      'issued on a birthday: the next one is the first',
      { birth: '1965-05-01', issued: '2024-05-01', kind: 'card' },
      { signature: '2029-05-01', userAuth: '2029-05-01', card: '2034-05-01' },
    ],
    [
      'renewed within the last months: 6th birthday, as long as the card lasts',
      { birth: '1965-05-01', issued: '2026-03-10', kind: 'renewal', printedCardEnd: '2031-05-01' },
      { signature: '2031-05-01', userAuth: '2031-05-01', card: '2031-05-01' },
    ],
    [
      'renewed, the card’s end not known',
      { birth: '1965-05-01', issued: '2026-03-10', kind: 'renewal' },
      { signature: '2031-05-01', userAuth: '2031-05-01', card: undefined },
    ],
    [
      'issued anew on a card that ends first',
      { birth: '1965-05-01', issued: '2026-06-10', kind: 'reissue', printedCardEnd: '2029-05-01' },
      { signature: '2029-05-01', userAuth: '2029-05-01', card: '2029-05-01' },
    ],
    [
      'a new signature certificate after a move, the other’s end known',
      { birth: '1965-05-01', issued: '2026-06-10', kind: 'signature', userAuthEnd: '2028-05-01' },
      { signature: '2028-05-01', userAuth: '2028-05-01', card: undefined },
    ],
    [
      'a new signature certificate after a move: nothing is said of the other',
      { birth: '1965-05-01', issued: '2026-06-10', kind: 'signature' },
      { signature: '2031-05-01', userAuth: undefined, card: undefined },
    ],
    [
      'under 18: card and certificates end together',
      { birth: '2010-08-20', issued: '2026-06-01', kind: 'card' },
      { signature: '2030-08-20', userAuth: '2030-08-20', card: '2030-08-20' },
    ],
    [
      '18 on the day of issue: an adult’s card',
      { birth: '2006-06-01', issued: '2024-06-01', kind: 'card' },
      { signature: '2029-06-01', userAuth: '2029-06-01', card: '2034-06-01' },
    ],
    [
      'one day short of 18',
      { birth: '2006-06-01', issued: '2024-05-31', kind: 'card' },
      { signature: '2028-06-01', userAuth: '2028-06-01', card: '2028-06-01' },
    ],
    [
      '19 in March 2022: still a minor’s card',
      { birth: '2002-06-01', issued: '2022-03-31', kind: 'card' },
      { signature: '2026-06-01', userAuth: '2026-06-01', card: '2026-06-01' },
    ],
    [
      'a stay that ends first',
      { birth: '1990-10-10', issued: '2024-06-01', kind: 'card', endOfStay: '2027-03-31' },
      { signature: '2027-03-31', userAuth: '2027-03-31', card: '2027-03-31' },
    ],
    [
      'a stay that ends between certificate and card',
      { birth: '1990-10-10', issued: '2024-06-01', kind: 'card', endOfStay: '2031-03-31' },
      { signature: '2028-10-10', userAuth: '2028-10-10', card: '2031-03-31' },
    ],
    [
      'born on 29 February: 28 February in a common year',
      { birth: '1960-02-29', issued: '2024-06-01', kind: 'card' },
      { signature: '2029-02-28', userAuth: '2029-02-28', card: '2034-02-28' },
    ],
    [
      'born on 29 February: the day itself in a leap year',
      { birth: '1960-02-29', issued: '2023-06-01', kind: 'card' },
      { signature: '2028-02-29', userAuth: '2028-02-29', card: '2033-02-28' },
    ],
    [
      'born on 29 February, issued on 28 February: the earlier count',
      { birth: '1960-02-29', issued: '2023-02-28', kind: 'card' },
      { signature: '2027-02-28', userAuth: '2027-02-28', card: '2032-02-29' },
    ],
  ])('%s', (_, issue, expected) => {
    expect(ends(issue)).toEqual(expected);
  });

  it('tells why something ends on its day', () => {
    const reasons = (issue: Issue) => {
      const { signature, userAuth, card } = expiryOf(issue, RULE);
      return [signature.because, userAuth?.because, card?.because];
    };
    const adult = { birth: '1990-10-10', issued: '2024-06-01', kind: 'card' } as const;
    expect(reasons(adult)).toEqual(['birthday', 'birthday', 'birthday']);
    expect(reasons({ ...adult, endOfStay: '2027-03-31' })).toEqual(['stay', 'stay', 'stay']);
    expect(reasons({ ...adult, printedCardEnd: '2026-10-10' })).toEqual(['card', 'card', 'known']);
    expect(reasons({ ...adult, userAuthEnd: '2026-10-10' })).toEqual([
      'user-auth',
      'known',
      'birthday',
    ]);
  });

  it('says what remains unsure', () => {
    const notes = (issue: Issue) => expiryOf(issue, RULE).notes;
    const adult = { birth: '1965-05-01', issued: '2024-06-01', kind: 'card' } as const;
    expect(notes(adult)).toEqual([]);
    expect(notes({ ...adult, birth: '1960-02-29' })).toEqual(['leap-day']);
    expect(notes({ ...adult, birth: '2012-05-01' })).toEqual(['no-signature']);
    expect(notes({ ...adult, kind: 'renewal' })).toEqual(['card-end-unknown']);
    expect(notes({ ...adult, kind: 'signature' })).toEqual(['signature-only', 'card-end-unknown']);
    expect(notes({ ...adult, kind: 'unknown' })).toEqual(['kind-unknown', 'card-end-unknown']);
    expect(notes({ ...adult, kind: 'renewal', printedCardEnd: '2034-05-01' })).toEqual([]);
    const nineteen = { birth: '2003-01-15', issued: '2022-05-01', kind: 'card' } as const;
    expect(notes(nineteen)).toEqual(['age-line']);
    expect(ends(nineteen)['card']).toBe('2027-01-15');
    expect(notes({ ...nineteen, issued: '2022-10-01' })).toEqual([]);
    expect(ends({ ...nineteen, issued: '2022-10-01' })['card']).toBe('2032-01-15');
  });

  it('holds for every birthday of a year, with issue days of 30 years', { timeout: 20_000 }, () => {
    // Each of the 366 birthdays with issue days about two months apart, shifted from one birthday
    // to the next so that together they fall on every day, and with the days around the birthday.
    let count = 0;
    for (const [index, day] of daysBetween('2000-01-01', '2000-12-31').entries()) {
      const { month, date } = numbersOf(day);
      const birth = japanDay(1928 + 4 * (index % 20), month, date) ?? day;
      const issued = daysBetween(daysAfter('2016-01-01', index % 61), '2045-12-31', 61);
      const near = [2022, 2023, 2024].flatMap((year) =>
        [-1, 0, 1, 2].map((days) => daysAfter(birthdayIn(birth, year), days)),
      );
      let previous: Expiry | undefined;
      for (const on of [...issued, ...near].sort()) {
        const issue: Issue = { birth, issued: on, kind: 'card' };
        const expiry = expiryOf(issue, RULE);
        expectSound(issue, expiry);
        if (previous) expectNotEarlier(expiry, previous);
        if (expiry.signature.day <= on) throw new Error('ended before it began');
        previous = expiry;
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(65_000);
  });

  it('never gives an earlier end to a later issue of the same kind', () => {
    fc.assert(
      fc.property(
        anyDay('1930-01-01', '2015-12-31'),
        anyDay('2016-01-01', '2045-12-31'),
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom(...KINDS),
        fc.option(anyDay('2030-01-01', '2060-12-31'), { nil: undefined }),
        fc.option(anyDay('2030-01-01', '2060-12-31'), { nil: undefined }),
        fc.option(anyDay('2030-01-01', '2060-12-31'), { nil: undefined }),
        (birth, issued, later, kind, endOfStay, printedCardEnd, userAuthEnd) => {
          const issue = { birth, issued, kind, endOfStay, printedCardEnd, userAuthEnd };
          const expiry = expiryOf(issue, RULE);
          expectSound(issue, expiry);
          const next = { ...issue, issued: daysAfter(issued, later) };
          expectNotEarlier(expiryOf(next, RULE), expiry);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

function expectNotEarlier(next: Expiry, previous: Expiry): void {
  const pairs = [
    [next.signature, previous.signature],
    [next.userAuth, previous.userAuth],
    [next.card, previous.card],
  ] as const;
  for (const [one, other] of pairs) {
    if (one && other && one.day < other.day) throw new Error(`${one.day} before ${other.day}`);
  }
}

describe('when it can be renewed', () => {
  it.each<[JapanDay, JapanDay]>([
    ['2026-04-01', '2026-01-02'],
    ['2026-05-31', '2026-03-01'],
    ['2028-05-31', '2028-03-01'],
    ['2028-05-29', '2028-03-01'],
    ['2026-03-31', '2026-01-01'],
    ['2026-01-15', '2025-10-16'],
  ])('what ends on %s is safely renewed from %s', (day, from) => {
    expect(renewalOpensOn(day, RULE)).toBe(from);
  });

  it('is the day after the earlier of the two days that sources name', () => {
    fc.assert(
      fc.property(anyDay('2016-04-01', '2060-12-31'), (day) => {
        const from = renewalOpensOn(day, RULE);
        expect(daysUntil(from, day)).toBeGreaterThanOrEqual(88);
        expect(daysUntil(from, day)).toBeLessThanOrEqual(91);
      }),
    );
  });

  it('has no such day where a new card or a longer stay is what helps', () => {
    const minor = expiryOf({ birth: '2010-08-20', issued: '2026-06-01', kind: 'card' }, RULE);
    expect(minor.userAuth?.withCard).toBe(true);
    expect(minor.userAuth?.renewableFrom).toBeUndefined();
    const stay = { birth: '1990-10-10', issued: '2024-06-01', endOfStay: '2027-03-31' } as const;
    expect(expiryOf({ ...stay, kind: 'renewal' }, RULE).signature.renewableFrom).toBeUndefined();
  });
});

describe('where today lies', () => {
  const end: End = {
    day: '2026-05-01',
    because: 'birthday',
    withCard: false,
    renewableFrom: '2026-02-02',
  };
  it.each<[JapanDay, string]>([
    ['2026-02-01', 'in-date'],
    ['2026-02-02', 'renewal-open'],
    ['2026-05-01', 'renewal-open'],
    ['2026-05-02', 'past'],
  ])('%s is %s', (today, state) => {
    expect(dateStateOn(today, end)).toBe(state);
  });

  it('is asked of Japan’s calendar, whatever the machine’s zone', () => {
    expect(process.env['TZ']).toBe('America/Los_Angeles');
    expect(japanDayOf(new Date('2026-05-01T14:59:59.999Z'))).toBe('2026-05-01');
    expect(japanDayOf(new Date('2026-05-01T15:00:00Z'))).toBe('2026-05-02');
    expect(daysUntil('2026-05-01', japanDayOf(new Date('2026-05-01T14:59:59Z')))).toBe(0);
    expect(daysUntil('2026-11-22', '2026-11-21')).toBe(-1);
    expect(daysUntil('2026-03-01', '2026-04-01')).toBe(31);
  });
});

describe('ages', () => {
  it('change on the birthday, on 1 March for someone born on 29 February', () => {
    expect(hasAge('2006-06-01', 18, '2024-05-31')).toBe(false);
    expect(hasAge('2006-06-01', 18, '2024-06-01')).toBe(true);
    expect(hasAge('2008-02-29', 18, '2026-02-28')).toBe(false);
    expect(hasAge('2008-02-29', 18, '2026-03-01')).toBe(true);
  });
});
