/** Real exchanges to mutate: what passed over each emulated cable, and a sample certificate. */
import * as fc from 'fast-check';
import { type Bytes, concat } from '../../src/card/bytes/bytes.ts';
import type { CardPort } from '../../src/card/apdu/channel.ts';
import { readContents } from '../../src/card/jpki/reading.ts';
import type { ReaderDriver } from '../../src/card/readers/reader.ts';
import { ccid } from '../../src/card/readers/ccid/reader.ts';
import { rcS300 } from '../../src/card/readers/rc-s300/reader.ts';
import { rcS380 } from '../../src/card/readers/rc-s380/reader.ts';
import { SampleCard } from '../../src/card/sample/card.ts';
import { sampleCertificate } from '../../src/card/sample/certificate.ts';
import { sampleTraits } from '../../src/card/sample/personality.ts';
import { Ccid } from '../emulator/ccid.ts';
import { Field } from '../emulator/field.ts';
import { Port100 } from '../emulator/port-100.ts';
import { RadioCard } from '../emulator/radio-card.ts';
import { RcS300 } from '../emulator/rc-s300.ts';
import { EmulatedDevice, type Firmware } from '../emulator/usb-device.ts';
import { VirtualClock } from '../emulator/virtual-clock.ts';

const NOON = new Date('2026-11-22T03:00:00Z');

/** A new sample card. */
export const sampleCard = (): SampleCard => new SampleCard(sampleTraits('in-date', NOON));

/** The DER of a sample certificate. */
export const certificate: Bytes = sampleCertificate({
  notBefore: '220510000000Z',
  notAfter: '270401145959Z',
});

async function recorded(
  driver: ReaderDriver,
  firmware: (field: Field) => Firmware,
): Promise<Bytes[]> {
  const clock = new VirtualClock();
  const device = new EmulatedDevice(firmware(new Field(new RadioCard(sampleCard()))), clock);
  const reader = await clock.settle(driver.open(device.asUsbDevice, { clock }));
  const port: CardPort | undefined = await clock.settle(reader.seek());
  if (port === undefined) throw new Error('no card');
  await clock.settle(readContents(port, reader.limits, () => {}));
  await clock.settle(reader.close());
  return device.received;
}

/** What each reader gave in a whole reading. */
export const answers = {
  rcS380: await recorded(rcS380, (field) => new Port100(field)),
  rcS300: await recorded(rcS300, (field) => new RcS300(field)),
  ccid: await recorded(ccid, (field) => new Ccid(field)),
  ccidBlocks: await recorded(ccid, (field) => new Ccid(field, { level: 'tpdu' })),
};

/** How one mutation changes octets: where (0 to 1), how, and with what. */
export interface Mutation {
  readonly where: number;
  readonly how: 'flip' | 'set' | 'delete' | 'insert' | 'truncate' | 'repeat';
  readonly octets: Bytes;
}

const octetString = (maxLength: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ maxLength }).map((octets) => Uint8Array.from(octets));

const mutation: fc.Arbitrary<Mutation> = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  how: fc.constantFrom('flip', 'set', 'set', 'delete', 'insert', 'truncate', 'repeat'),
  octets: octetString(4),
});

type Change = (head: Bytes, tail: Bytes, octets: Bytes) => Bytes;

const changes: Readonly<Record<Mutation['how'], Change>> = {
  flip: (head, tail, octets) =>
    concat(
      head,
      tail.map((octet, index) => (index === 0 ? octet ^ (octets[0] ?? 1) : octet)),
    ),
  set: (head, tail, octets) => concat(head, octets, tail.slice(octets.length)),
  delete: (head, tail, octets) => concat(head, tail.slice(octets.length)),
  insert: (head, tail, octets) => concat(head, octets, tail),
  truncate: (head) => head,
  repeat: (head, tail) => concat(head, tail.slice(0, 8), tail),
};

/** Changes octets once. */
export function mutate(data: Bytes, { where, how, octets }: Mutation): Bytes {
  const at = Math.min(data.length, Math.floor(where * data.length));
  return changes[how](data.slice(0, at), data.slice(at), octets);
}

/** Random octets, or real ones changed a few times. */
export const octetsLike = (real: readonly Bytes[], maxLength = 300): fc.Arbitrary<Bytes> =>
  fc.oneof(
    { weight: 1, arbitrary: octetString(maxLength) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...real), fc.array(mutation, { minLength: 1, maxLength: 3 }))
        .map(([base, mutations]) => mutations.reduce(mutate, base)),
    },
  );

/** Random octets. */
export const anyOctets = octetString;
