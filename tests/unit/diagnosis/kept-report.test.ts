// What may outlive a reading, and what becomes of it when the tab's storage was touched.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKept, writeKept } from '../../../src/guidance/diagnosis/kept-report.ts';
import { keptOf } from '../../../src/guidance/diagnosis/kept-report.ts';
import { cardReportOf, keptReportOf, READABLE, TODAY } from './reports.ts';

/** Every string and number in a value. */
function leavesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : [value];
}

const isHarmless = (leaf: unknown): boolean =>
  typeof leaf === 'boolean' ||
  (typeof leaf === 'number' && Number.isInteger(leaf) && leaf >= 1 && leaf <= 15) ||
  (typeof leaf === 'string' && /^(?:[a-z-]{4,20}|\d{4}-\d\d-\d\d)$/.test(leaf));

describe('a kept report', () => {
  it.each(READABLE)('of the card "%s" comes back as it was written', async (name) => {
    const kept = await keptReportOf(name);
    expect(readKept(writeKept(kept), TODAY)).toEqual(kept);
  });

  it.each(READABLE)('of the card "%s" holds days, small counters and codes only', async (name) => {
    const leaves = leavesOf(JSON.parse(writeKept(await keptReportOf(name))));
    expect(leaves.length).toBeGreaterThan(8);
    expect(leaves.filter((leaf) => !isHarmless(leaf))).toEqual([]);
  });

  it('names neither the issuer nor what the certificate is for', async () => {
    const text = writeKept(await keptReportOf('in-date'));
    for (const word of ['issuer', 'authority', 'generation', 'purpose']) {
      expect(text).not.toContain(word);
    }
  });

  it('gives no dates of a certificate that is for something else', async () => {
    const report = await cardReportOf('in-date');
    if (!report.authentication.known) throw new Error('no certificate');
    const value = { ...report.authentication.value, purpose: 'signature' } as const;
    const kept = keptOf({ ...report, authentication: { known: true, value } });
    expect(kept.certificate).toEqual({ known: false, why: 'not-understood' });
  });

  it('is none on another day: locks and dates go on', async () => {
    const text = writeKept(await keptReportOf('pin-locked'));
    expect(readKept(text, '2026-11-23')).toBeUndefined();
  });

  it('is none when any field is missing or has another form', async () => {
    const kept = await keptReportOf('in-date');
    for (const field of Object.keys(kept)) {
      for (const value of [undefined, null, 7, 'x', {}, [], { known: true }, { known: false }]) {
        const damaged = JSON.stringify({ ...kept, [field]: value });
        expect([field, readKept(damaged, TODAY)]).toEqual([field, undefined]);
      }
    }
  });

  it('drops whatever else was planted in it, at any depth', async () => {
    const kept = await keptReportOf('in-date');
    const planted = JSON.stringify(kept).replaceAll('{', '{"serial":"7F000001",');
    expect(planted).toContain('7F000001');
    expect(readKept(planted, TODAY)).toEqual(kept);
  });

  it('never throws and never lets anything else through, whatever the storage holds', async () => {
    const kept: Record<string, unknown> = { ...(await keptReportOf('past')) };
    const pieces = [...Object.values(kept), '2026-02-30', '2026-11-22', { known: true, value: 16 }];
    const field = fc.oneof(fc.constantFrom(...pieces), fc.jsonValue());
    const records = fc.record(Object.fromEntries(Object.keys(kept).map((key) => [key, field])), {
      requiredKeys: [],
    });
    const changes = fc.record({ key: fc.constantFrom(...Object.keys(kept)), value: field });
    const changed = changes.map(({ key, value }) => ({ ...kept, [key]: value }));
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.oneof(records, changed).map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = readKept(text, TODAY);
        if (read === undefined) return;
        expect(read.day).toBe(TODAY);
        expect(leavesOf(read).filter((leaf) => !isHarmless(leaf))).toEqual([]);
        expect(readKept(writeKept(read), TODAY)).toEqual(read);
      }),
      { numRuns: 600 },
    );
  });
});
