import { describe, expect, it } from 'vitest';
import { composeReport, dateStateOn, renewalOpensOn } from '../../../src/card/compose-report.ts';
import {
  type CardReport,
  type CertificateFacts,
  known,
  unknown,
} from '../../../src/card/report.ts';

const DAY = '2026-11-22';

const facts: CertificateFacts = {
  firstDay: '2022-05-10',
  lastDay: '2027-04-01',
  purpose: 'authentication',
  issuer: unknown('issuer-not-in-list'),
};

const contents: Parameters<typeof composeReport>[0] = {
  card: known('my-number-card'),
  availability: known({ signature: true, authentication: true }),
  authenticationPin: known({ locked: false, triesLeft: 3 }),
  signaturePassword: known({ locked: true }),
  cardLastDay: known('2032-04-01'),
};

const report = (
  changes: Partial<typeof contents> = {},
  certificate: Parameters<typeof composeReport>[1] = known(facts),
): CardReport => composeReport({ ...contents, ...changes }, certificate, DAY, false);

describe('renewal', () => {
  it('opens the day after three months before the end: 1 April gives 2 January', () => {
    expect(renewalOpensOn('2027-04-01')).toBe('2027-01-02');
  });

  it('opens on 1 March when there is no 31 February', () => {
    expect(renewalOpensOn('2027-05-31')).toBe('2027-03-01');
    expect(renewalOpensOn('2028-05-31')).toBe('2028-03-01');
  });
});

describe('the state on a day', () => {
  it.each([
    ['2022-05-09', 'not-yet'],
    ['2022-05-10', 'in-date'],
    ['2027-01-01', 'in-date'],
    ['2027-01-02', 'renewal-open'],
    ['2027-04-01', 'renewal-open'],
    ['2027-04-02', 'past'],
  ] as const)('%s is %s', (day, state) => {
    expect(dateStateOn(day, facts)).toBe(state);
  });
});

describe('a report', () => {
  it('bounds the signature certificate by the earlier of the two dates', () => {
    expect(report().signature.endsNoLaterThan).toEqual(known('2027-04-01'));
    const early = report({ cardLastDay: known('2026-12-31') });
    expect(early.signature.endsNoLaterThan).toEqual(known('2026-12-31'));
  });

  it('bounds it by whichever date is known', () => {
    const noCard = report({ cardLastDay: unknown('card-refused') });
    expect(noCard.signature.endsNoLaterThan).toEqual(known('2027-04-01'));
    const noCertificate = report({}, unknown('truncated'));
    expect(noCertificate.signature.endsNoLaterThan).toEqual(known('2032-04-01'));
    const neither = report({ cardLastDay: unknown('card-refused') }, unknown('truncated'));
    expect(neither.signature.endsNoLaterThan).toEqual(unknown('nothing-to-bound-it'));
  });

  it('does not bound it by a certificate that is not for authentication', () => {
    const odd = report(
      { cardLastDay: unknown('card-refused') },
      known({ ...facts, purpose: 'other' }),
    );
    expect(odd.signature.endsNoLaterThan).toEqual(unknown('nothing-to-bound-it'));
  });

  it('says nothing of the end of a certificate that the card reports absent', () => {
    const { signature } = report({
      availability: known({ signature: false, authentication: true }),
    });
    expect(signature).toEqual({
      present: known(false),
      endsNoLaterThan: unknown('reported-absent'),
    });
  });

  it('never claims to know about revocation', () => {
    expect(report().revocation).toEqual(unknown('never-visible'));
  });

  it('keeps the reason when the certificate could not be read', () => {
    expect(report({}, unknown('needs-a-secret')).authentication).toEqual(unknown('needs-a-secret'));
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(report()))).toEqual(report());
  });
});
