import { describe, expect, it } from 'vitest';
import { isOneDerValue } from '../../../../src/card/certificate/der.ts';
import { readCertificate } from '../../../../src/card/certificate/read.ts';
import { known, unknown } from '../../../../src/card/report.ts';
import {
  sampleCertificate,
  type SampleCertificateTraits,
} from '../../../../src/card/sample/certificate.ts';
import { HEX, join } from '../witness.ts';

const certificate = (changes: Partial<SampleCertificateTraits> = {}): Uint8Array<ArrayBuffer> =>
  sampleCertificate({ notBefore: '220510000000Z', notAfter: '270401145959Z', ...changes });

describe('the facts of a certificate', () => {
  it('are dates, purpose and issuer, and nothing else', () => {
    expect(readCertificate(certificate())).toEqual(
      known({
        firstDay: '2022-05-10',
        lastDay: '2027-04-01',
        purpose: 'authentication',
        issuer: known({ authority: 'authentication', generation: 3 }),
      }),
    );
  });

  it.each([
    ['9567951B5CA70D84A0FFF1D85A87F1AAB1340385', 'authentication', 1],
    ['8CD5586A891485E559379B7E29D410CFD28B3593', 'authentication', 2],
    ['1AC100F596A3BC8C4B3DF195E32699249E9E308A', 'authentication', 3],
    ['0D034CBB34D0714F45E45A1CAFD8FD143FAB54A7', 'signature', 1],
    ['4DE017DE4B7F473DCD867A62D38B134ACE83558A', 'signature', 2],
    ['D21EA55895617E93ADBF966B941AB4EDF653F08F', 'signature', 3],
  ] as const)(
    'issuer key %s is the %s CA of generation %i',
    (issuerKeyId, authority, generation) => {
      const facts = readCertificate(certificate({ issuerKeyId }));
      expect(facts.known && facts.value.issuer).toEqual(known({ authority, generation }));
    },
  );

  it('say so when the issuer is newer than this page', () => {
    const facts = readCertificate(certificate({ issuerKeyId: '00'.repeat(20) }));
    expect(facts.known && facts.value.issuer).toEqual(unknown('issuer-not-in-list'));
  });

  it.each([
    ['0780', 'authentication'],
    ['06C0', 'signature'],
    ['0106', 'other'],
    ['0520', 'other'],
  ] as const)('key usage %s is for %s', (keyUsage, purpose) => {
    const facts = readCertificate(certificate({ keyUsage }));
    expect(facts.known && facts.value.purpose).toBe(purpose);
  });

  it.each([
    ['270401145959Z', '2027-04-01'],
    ['270401150000Z', '2027-04-02'],
    ['271231145959Z', '2027-12-31'],
    ['280229145959Z', '2028-02-29'],
  ])('an end at %s is %s in Japan, to the end of that day', (notAfter, lastDay) => {
    const facts = readCertificate(certificate({ notAfter }));
    expect(facts.known && facts.value.lastDay).toBe(lastDay);
  });
});

describe('dates that make no sense', () => {
  it.each([
    ['month 13', { notAfter: '271301145959Z' }],
    ['30 February', { notAfter: '270230145959Z' }],
    ['hour 24', { notAfter: '270401245959Z' }],
    ['minute 60', { notAfter: '270401146059Z' }],
    ['no seconds', { notAfter: '2704011459Z' }],
    ['an offset instead of Z', { notAfter: '270401145959+0900' }],
    ['letters', { notAfter: 'AB0401145959Z' }],
    ['an end before the beginning', { notAfter: '210401145959Z' }],
    ['an end at the beginning', { notAfter: '220510000000Z' }],
  ])('give no date: %s', (_, changes) => {
    const facts = readCertificate(certificate(changes));
    expect(facts.known).toBe(false);
    expect(['impossible-dates', 'not-a-certificate']).toContain(!facts.known && facts.why);
  });
});

describe('octets that are no certificate', () => {
  const good = certificate();

  it('are named when truncated, at whatever place', () => {
    for (let size = 0; size < good.length; size += 7) {
      expect(readCertificate(good.slice(0, size))).toEqual(unknown('not-der'));
    }
  });

  it.each([
    ['octets behind the certificate', join(good, HEX('00')), 'not-der'],
    ['more than 16 KiB', new Uint8Array(16_385), 'oversized'],
    ['an indefinite length', HEX('308000000000'), 'not-der'],
    ['a length that is not the shortest', HEX('3081020500'), 'not-der'],
    ['a sequence of nothing', HEX('3000'), 'not-a-certificate'],
    ['another structure', HEX('30060201010201FF'), 'not-a-certificate'],
    ['an octet string', HEX('040100'), 'not-a-certificate'],
  ] as const)('are named: %s', (_, der, why) => {
    expect(readCertificate(der.slice())).toEqual(unknown(why));
  });

  it('are refused when nested without end', () => {
    const nested = Array.from({ length: 1000 }).reduce<Uint8Array<ArrayBuffer>>((inner) => {
      const length = inner.length < 0x80 ? [inner.length] : [0x82, inner.length >> 8, inner.length];
      return join(Uint8Array.from([0x30, ...length]), inner);
    }, HEX(''));
    expect(isOneDerValue(nested)).toBe(false);
    expect(readCertificate(nested)).toEqual(unknown('not-der'));
  });
});
