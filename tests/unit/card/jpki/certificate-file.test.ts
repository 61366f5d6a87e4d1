import { describe, expect, it } from 'vitest';
import { CardChannel } from '../../../../src/card/apdu/channel.ts';
import { type Bytes, concat } from '../../../../src/card/bytes/bytes.ts';
import { selectJpki } from '../../../../src/card/jpki/application.ts';
import { type Progress, readCertificateFile } from '../../../../src/card/jpki/certificate-file.ts';
import { nextReadLength, type ReadLimits } from '../../../../src/card/jpki/read-limits.ts';
import { type Known, known, unknown } from '../../../../src/card/report.ts';
import type { SampleCardTraits } from '../../../../src/card/sample/card.ts';
import { cardWithFile, DirectPort, faultOf, HEX, TranscriptPort } from '../witness.ts';

const FILE = 0x0a;
const plain = (largest: number): ReadLimits => ({ largest, overhead: 0, packet: 0 });

/** Something that begins like a certificate: header, then octets that tell their place. */
function content(total: number): Bytes {
  const size = total - 4;
  const body = Uint8Array.from({ length: size }, (_, at) => at % 253);
  return concat(HEX('3082'), Uint8Array.from([size >> 8, size & 0xff]), body);
}

async function readFrom(
  traits: SampleCardTraits,
  limits = plain(0xe0),
): Promise<{ outcome: Known<Bytes>; sent: string[]; progress: Progress[] }> {
  const port = new DirectPort(traits);
  const channel = new CardChannel(port);
  await selectJpki(channel);
  const progress: Progress[] = [];
  const outcome = await readCertificateFile(channel, FILE, limits, (step) => progress.push(step));
  return { outcome, sent: port.sent.slice(1), progress };
}

describe('reading a certificate file', () => {
  it('sends the reads of the worked exchange for 1583 octets in blocks of E0', async () => {
    const { outcome, sent } = await readFrom(cardWithFile(FILE, content(1583)));
    expect(outcome).toEqual(known(content(1583)));
    expect(sent).toEqual([
      '00A4020C02000A',
      '00B0000004',
      '00B00004E0',
      '00B000E4E0',
      '00B001C4E0',
      '00B002A4E0',
      '00B00384E0',
      '00B00464E0',
      '00B00544E0',
      '00B006240B',
    ]);
  });

  it('needs sixteen reads in blocks of 70', async () => {
    const { sent } = await readFrom(cardWithFile(FILE, content(1583)), plain(0x70));
    expect(sent.filter((command) => command.startsWith('00B0'))).toHaveLength(16);
    expect(sent.at(-1)).toBe('00B006240B');
  });

  it.each([1, 7, 16, 112, 224, 251, 256])(
    'gives the same octets in blocks of %i',
    async (largest) => {
      const limits = plain(Math.max(largest, 8));
      const { outcome } = await readFrom(cardWithFile(FILE, content(1583)), limits);
      expect(outcome).toEqual(known(content(1583)));
    },
  );

  it('stops at the end of the DER, before the filler', async () => {
    const filled = concat(content(1583), new Uint8Array(200).fill(0xff));
    const { outcome, sent } = await readFrom(cardWithFile(FILE, filled));
    expect(outcome).toEqual(known(content(1583)));
    expect(sent.at(-1)).toBe('00B006240B');
  });

  it.each([
    ['short reads', { shortReads: 50 }],
    ['6Cxx at the end', { saysWrongLength: true }],
    ['61xx and GET RESPONSE', { gatheredBy: 100 }],
    ['6282 at the end', { endStatus: 0x6282 }],
    ['9000 at the end', { endStatus: 0x9000 }],
  ])('copes with %s', async (_, trait) => {
    const { outcome } = await readFrom({ ...cardWithFile(FILE, content(1000)), ...trait });
    expect(outcome).toEqual(known(content(1000)));
  });

  it('tells its progress, from the header to the whole', async () => {
    const { progress } = await readFrom(cardWithFile(FILE, content(500)));
    expect(progress).toEqual([
      { received: 4, total: 500 },
      { received: 228, total: 500 },
      { received: 452, total: 500 },
      { received: 500, total: 500 },
    ]);
  });

  it.each([
    ['no file', undefined, 'not-on-this-card'],
    ['an empty file', new Uint8Array(), 'card-refused'],
    ['three octets', HEX('308201'), 'truncated'],
    ['a file that ends early', content(500).slice(0, 300), 'truncated'],
    ['something that is not DER', HEX('FFFFFFFF'), 'not-der'],
    ['a short sequence', HEX('300401020304'), 'not-der'],
    ['more than 16 KiB', HEX('3082FFFF00'), 'oversized'],
  ] as const)('names what is wrong with %s', async (_, file, why) => {
    const { outcome } = await readFrom(cardWithFile(FILE, file?.slice()));
    expect(outcome).toEqual(unknown(why));
  });

  it('says that a phone wants a secret first', async () => {
    const { outcome } = await readFrom({
      ...cardWithFile(FILE, content(100)),
      guardedFiles: [FILE],
    });
    expect(outcome).toEqual(unknown('needs-a-secret'));
  });

  it('calls more than was asked for nonsense', async () => {
    const port = new TranscriptPort('00A4020C02000A 9000', '00B0000004 30820010FF9000');
    const reading = readCertificateFile(new CardChannel(port), FILE, plain(16), () => {});
    expect(await faultOf(reading)).toBe('card-nonsense');
  });

  it('gives up on a card that gives crumbs', async () => {
    const { outcome, sent } = await readFrom({
      ...cardWithFile(FILE, content(200)),
      shortReads: 8,
    });
    expect(outcome.known).toBe(true);
    expect(sent.length).toBeLessThan(30);
    const crumbs = readFrom({ ...cardWithFile(FILE, content(900)), shortReads: 4 });
    expect(await faultOf(crumbs)).toBe('card-nonsense');
  });
});

describe('the length of the next read', () => {
  const rcS380: ReadLimits = { largest: 251, overhead: 20, packet: 64 };
  const rcS300: ReadLimits = { largest: 124, overhead: 29, packet: 64 };

  it.each([rcS380, rcS300])('never lets an answer fill its packets exactly', (limits) => {
    for (let total = 5; total < 3000; total += 1) {
      for (let remaining = total - 4; remaining > 0;) {
        const length = nextReadLength(remaining, limits);
        expect(length).toBeGreaterThan(0);
        expect(length).toBeLessThanOrEqual(Math.min(remaining, limits.largest));
        expect((limits.overhead + length) % limits.packet).not.toBe(0);
        remaining -= length;
      }
    }
  });

  it('costs no more reads for it, but where one read would have to be split', () => {
    for (const remaining of [44, 108, 172, 236]) {
      expect(nextReadLength(remaining, rcS380)).toBe(remaining - 1);
    }
    expect(nextReadLength(251 + 44, rcS380)).toBe(250);
  });
});
