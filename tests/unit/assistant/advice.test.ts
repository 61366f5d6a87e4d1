// From a card to what to do now: the right guide first, and the right outcome at its end.
import { describe, expect, it } from 'vitest';
import type { Personality } from '../../../src/card/sample/personality-names.ts';
import { adviceFor, type AdviceId } from '../../../src/guidance/assistant/advice.ts';
import { factsOf } from '../../../src/guidance/diagnosis/card-facts.ts';
import { answersFrom } from '../../../src/guidance/guides/card-answers.ts';
import { assistedWay } from '../../../src/guidance/guides/assist.ts';
import { cardAnswersIn } from '../../../src/guidance/guides/card-catalogue.ts';
import { GUIDES } from '../../../src/guidance/guides/catalogue.ts';
import { tableOf } from '../../../src/guidance/guides/table.ts';
import { allFacts, keptReportOf, READABLE, RULES } from '../diagnosis/reports.ts';

interface Case {
  readonly advice: readonly AdviceId[];
  /** Where the first advice leads. */
  readonly path: string;
  /** What the person then answers, and the outcome reached. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly outcome?: string;
}

const CASES: Readonly<Record<Exclude<Personality, 'other-card'>, Case>> = {
  'in-date': {
    advice: ['nothing-found', 'check-revocation'],
    path: '/guides/not-accepted/message/',
    answers: { message: 'revoked', 'recent-change': 'unknown', 'written-date': 'future' },
    outcome: 'check-validity',
  },
  'renewal-open': {
    advice: ['renew-now', 'check-revocation'],
    path: '/guides/expiry/who/',
    answers: { who: 'own' },
    outcome: 'renew-certificate',
  },
  past: {
    advice: ['expired', 'check-revocation'],
    path: '/guides/expiry/past-need/',
    answers: { 'past-need': 'use-again', 'past-who': 'own' },
    outcome: 'reissue-certificate',
  },
  'pin-locked': {
    advice: ['pin-locked', 'check-revocation'],
    path: '/guides/locked-pin/whose-card/',
    answers: {
      'whose-card': 'own',
      'know-signature': 'yes',
      'phone-four-digit': 'yes',
      'usable-four-digit': 'yes',
    },
    outcome: 'store-four-digit',
  },
  'password-locked': {
    advice: ['password-locked', 'check-revocation'],
    path: '/guides/locked-pin/whose-card/',
    answers: { 'whose-card': 'own', 'know-four-digit': 'no' },
    outcome: 'counter',
  },
  'both-locked': {
    advice: ['both-locked', 'check-revocation'],
    path: '/guides/locked-pin/whose-card/',
    answers: { 'whose-card': 'own', 'which-pin': 'both' },
    outcome: 'counter',
  },
  'past-locked': {
    advice: ['expired-and-locked', 'check-revocation'],
    path: '/guides/locked-pin/revoked-pin-known/',
    answers: { 'revoked-pin-known': 'no' },
    outcome: 'counter-new-certificate',
  },
  'last-try': {
    advice: ['last-try', 'check-revocation'],
    path: '/guides/locked-pin/check-before-retry/',
  },
  'no-signature': {
    advice: ['nothing-found', 'check-revocation'],
    path: '/guides/not-accepted/message/',
    answers: { message: 'locked' },
    outcome: 'go-to-locked-pin',
  },
  'not-yet': {
    advice: ['not-yet', 'check-revocation'],
    path: '/guides/not-accepted/just-issued/',
  },
  phone: { advice: ['phone'], path: '/guides/not-accepted/phone-certificate/' },
  blank: {
    advice: ['too-little', 'check-revocation'],
    path: '/guides/not-accepted/message/',
  },
};

describe('the advice', () => {
  it.each(Object.entries(CASES))('for the card "%s"', async (name, expected) => {
    const report = await keptReportOf(name as Personality);
    const facts = factsOf(report, RULES);
    const advice = adviceFor(report, facts);
    expect(advice.map(({ id }) => id)).toEqual(expected.advice);
    expect(advice[0]?.path).toBe(expected.path);
    if (expected.outcome === undefined) return;
    const [, , guide = ''] = expected.path.split('/');
    const machine = GUIDES.find(({ id }) => id === guide);
    if (!machine) throw new Error(guide);
    const card = answersFrom(cardAnswersIn(guide), facts);
    const way = assistedWay(tableOf(machine), { ...advice[0]?.sheet, ...expected.answers }, card);
    expect(way.state).toBe(expected.outcome);
  });

  it('is never empty, and an end that has passed comes before a lock', async () => {
    const report = await keptReportOf('in-date');
    for (const facts of allFacts()) {
      const ids = adviceFor(report, facts).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(1);
      if (ids.includes('nothing-found')) {
        expect([facts.certificate, facts.pin, facts.password]).toEqual(['in-date', 'open', 'open']);
      }
      if (facts.certificate === 'past' || facts.cardPast) expect(ids[0]).toMatch(/expired/);
      else if (facts.pin === 'locked' || facts.password === 'locked') {
        expect(ids[0]).toMatch(/-locked$/);
      }
    }
  });

  it('puts nothing into an address but ids of questions and answers', async () => {
    const tables = GUIDES.map(tableOf);
    for (const name of READABLE) {
      const report = await keptReportOf(name);
      for (const { path, sheet } of adviceFor(report, factsOf(report, RULES))) {
        const table = tables.find(({ id }) => path.startsWith(`/guides/${id}/`));
        for (const [question, answer] of Object.entries(sheet)) {
          expect(Object.keys(table?.transitions[question] ?? {})).toContain(answer);
        }
      }
    }
  });
});
