/** The report holds no identifier: neither its type nor its value has a place for one. */
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../src/card/bytes/hex.ts';
import { readCertificate } from '../../../src/card/certificate/read.ts';
import { composeReport } from '../../../src/card/compose-report.ts';
import { readContents } from '../../../src/card/jpki/reading.ts';
import type { CardReport } from '../../../src/card/report.ts';
import { personalities } from '../../../src/card/sample/personality-names.ts';
import { sampleTraits } from '../../../src/card/sample/personality.ts';
import { DirectPort, NOON } from './witness.ts';

async function reportOf(name: (typeof personalities)[number]): Promise<CardReport> {
  const port = new DirectPort(sampleTraits(name, NOON));
  const { certificate, ...contents } = await readContents(
    port,
    { largest: 251, overhead: 0, packet: 0 },
    () => {},
  );
  const facts = certificate.known ? readCertificate(certificate.value) : certificate;
  return composeReport(contents, facts, '2026-11-22', false);
}

/** Every string and number in a value. */
function leavesOf(value: unknown): (string | number | boolean)[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

const readable = personalities.filter((name) => name !== 'other-card');

describe('a report', () => {
  it.each(readable)(
    'of the card "%s" consists of codes, days and small numbers only',
    async (name) => {
      for (const leaf of leavesOf(await reportOf(name))) {
        const isSmall = typeof leaf === 'number' && leaf >= 0 && leaf <= 15;
        const isCode = typeof leaf === 'string' && /^(?:[a-z-]{4,20}|\d{4}-\d\d-\d\d)$/u.test(leaf);
        expect(isSmall || isCode || typeof leaf === 'boolean').toBe(true);
      }
    },
  );

  it('holds nothing of the serial, the subject, the key or the token serial', async () => {
    const text = JSON.stringify(await reportOf('in-date'));
    const file = sampleTraits('in-date', NOON).files.get(0x0a) ?? new Uint8Array();
    expect(toHex(file)).toContain('7F000001');
    for (const identifier of ['7f000001', '2130706433', 'MIHON', 'NO-SERIAL', '0b31557b']) {
      expect(text.toLowerCase()).not.toContain(identifier.toLowerCase());
    }
  });

  it('has just these fields', async () => {
    expect(Object.keys(await reportOf('in-date')).sort()).toEqual([
      'authentication',
      'authenticationPin',
      'card',
      'cardLastDay',
      'day',
      'revocation',
      'sample',
      'signature',
      'signaturePassword',
    ]);
  });
});
