/**
 * What must hold of every parser for every input: it ends, in time, with an answer or a named failure, and
 * keeps no more than it was given.
 */
import * as fc from 'fast-check';
import { parseResponse } from '../../src/card/apdu/response.ts';
import { type Bytes, concat } from '../../src/card/bytes/bytes.ts';
import { fromHex, toHex } from '../../src/card/bytes/hex.ts';
import { isOneDerValue, readValues } from '../../src/card/certificate/der.ts';
import { readCertificate } from '../../src/card/certificate/read.ts';
import { findValidity, readValidity } from '../../src/card/certificate/validity.ts';
import { begin as beginBlocks, next as nextBlock } from '../../src/card/contactless/iso-dep.ts';
import type { RadioAnswer } from '../../src/card/contactless/radio.ts';
import { attrib, blockParameters, isAtqb } from '../../src/card/contactless/type-b.ts';
import { CardFault } from '../../src/card/fault.ts';
import { PermittedApdu } from '../../src/card/guard/permitted.ts';
import { readContents } from '../../src/card/jpki/reading.ts';
import { blockProtocolOf } from '../../src/card/readers/ccid/atr.ts';
import { findCcidDescriptor } from '../../src/card/readers/ccid/descriptor.ts';
import { decodeMessage as decodeCcid } from '../../src/card/readers/ccid/message.ts';
import {
  begin as beginT1,
  decodeBlock,
  encodeBlock,
  next as nextT1,
} from '../../src/card/readers/ccid/t1.ts';
import { decodeMessage as decodeEscape } from '../../src/card/readers/rc-s300/message.ts';
import { readObjects } from '../../src/card/readers/rc-s300/objects.ts';
import { sampleCertificate } from '../../src/card/sample/certificate.ts';
import { decodeFrame } from '../../src/card/readers/rc-s380/frame.ts';
import { Ccid } from '../emulator/ccid.ts';
import { Field } from '../emulator/field.ts';
import {
  answers,
  anyOctets,
  certificate,
  mutate,
  type Mutation,
  octetsLike,
  sampleCard,
} from './material.ts';

/** One property; `share` is its part of all inputs. */
export interface Property {
  readonly name: string;
  readonly share: number;
  readonly check: (runs: number) => void | Promise<void>;
}

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/** What `work` gives, or undefined when it ends in a named failure; anything else thrown is a defect. */
function orFault<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof CardFault) return undefined;
    throw thrown;
  }
}

function octets(
  name: string,
  share: number,
  inputs: fc.Arbitrary<Bytes>,
  holds: (input: Bytes) => void,
): Property {
  return {
    name,
    share,
    check: (runs) => fc.assert(fc.property(inputs, holds), { numRuns: runs }),
  };
}

const payloads = answers.rcS300.map((answer) => answer.slice(10));
const permitted = [
  '00A4040C0AD392F000260100000001',
  '00A4020C020018',
  '00B0000004',
  '00200080',
  '00CA00F200',
].map(fromHex);

/** The list itself, written again in another way: a second witness of the guard. */
function isOnTheList(apdu: Bytes): boolean {
  const hex = toHex(apdu);
  if (['00200080', '00CA00F200', '00A4040C0AD392F000260100000001'].includes(hex)) return true;
  if (apdu.length === 5 && apdu[0] === 0 && apdu[1] === 0xb0) return (apdu[2] ?? 0xff) < 0x80;
  const file = (apdu[5] ?? 0) * 256 + (apdu[6] ?? 0);
  return (
    apdu.length === 7 && hex.startsWith('00A4020C02') && [2, 6, 8, 10, 11, 24, 27].includes(file)
  );
}

const radioAnswer: fc.Arbitrary<RadioAnswer> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<RadioAnswer>({ kind: 'silence' }) },
  { weight: 1, arbitrary: fc.constant<RadioAnswer>({ kind: 'garbled' }) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom(0x02, 0x03, 0x12, 0x13, 0xa2, 0xa3, 0xb2, 0xf2, 0xc2, 0x0a, 0xff),
        anyOctets(20),
      )
      .map(([pcb, body]): RadioAnswer => ({
        kind: 'frame',
        frame: concat(Uint8Array.of(pcb), body),
      })),
  },
);

function endsInBlocks(replies: readonly RadioAnswer[], frameSize: number): void {
  let step = beginBlocks(fromHex('00A4040C0AD392F000260100000001'), 0, { frameSize, waitMs: 300 });
  let rounds = 0;
  for (; step.do === 'send'; rounds += 1) {
    check(step.block.length + 2 <= frameSize, 'a block longer than the card takes');
    step = nextBlock(step.exchange, replies[rounds % replies.length] ?? { kind: 'silence' });
    check(rounds < 700, 'blocks without end');
  }
  check(step.do !== 'finish' || step.answer.length <= 258, 'an answer longer than any');
}

function endsInT1(replies: readonly (Bytes | undefined)[]): void {
  let step = beginT1(fromHex('00A4040C0AD392F000260100000001'), { mine: 0, cards: 0 }, 10);
  let rounds = 0;
  for (; step.do === 'send'; rounds += 1) {
    step = nextT1(step.exchange, replies[rounds % replies.length]);
    check(rounds < 700, 'blocks without end');
  }
  check(step.do !== 'finish' || step.answer.length <= 258, 'an answer longer than any');
}

const t1Answer: fc.Arbitrary<Bytes | undefined> = fc.oneof(
  fc.constant(undefined),
  anyOctets(12),
  fc
    .tuple(
      fc.constantFrom(0x00, 0x40, 0x20, 0x60, 0x80, 0x90, 0xc1, 0xc3, 0xc0, 0xe1),
      anyOctets(8),
    )
    .map(([pcb, body]) => encodeBlock(pcb, body)),
);

/** Reads a card of which some answers are changed on their way: a failure by name, or contents; never a try. */
async function survives(mutations: readonly (Mutation | undefined)[]): Promise<void> {
  const card = sampleCard();
  let turn = 0;
  const port = {
    transmit: (apdu: PermittedApdu): Promise<Bytes> => {
      const answer = card.transmit(apdu.bytes);
      const change = mutations[turn % mutations.length];
      turn += 1;
      check(turn < 3000, 'commands without end');
      return Promise.resolve(change === undefined ? answer : mutate(answer, change));
    },
  };
  const limits = { largest: 124, overhead: 29, packet: 64 };
  await readContents(port, limits, ({ total }) => check(total <= 16_384, 'oversized')).catch(
    (thrown: unknown) => {
      if (!(thrown instanceof CardFault) || thrown.code === 'apdu-refused') throw thrown;
    },
  );
  check(card.attempts === 0, 'a try was used');
}

/** A date that the report would show is one that the certificate holds in so many digits. */
function neverShowsAWrongDate(der: Bytes): void {
  const facts = readCertificate(der);
  if (!facts.known) return;
  const text = toHex(der);
  const { firstDay, lastDay } = facts.value;
  check(firstDay <= lastDay, 'ends before it begins');
  for (const day of [firstDay, lastDay]) {
    const dayBefore = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const isWritten = [day, dayBefore].some((candidate) => {
      const digits = candidate.slice(2).replaceAll('-', '');
      return text.includes(toHex(new TextEncoder().encode(digits)));
    });
    check(isWritten, `${day} is not in the certificate`);
  }
}

/** A time that looks like UTCTime, right or wrong by a digit or a sign. */
const time = fc.oneof(
  fc.stringMatching(/^[0-9]{12}Z$/u),
  fc.stringMatching(/^(2[0-9]|3[0-9])(0[0-9]|1[0-9])[0-3][0-9][0-2][0-9][0-6][0-9][0-6][0-9]Z$/u),
  fc.stringMatching(/^[0-9+Z-]{0,16}$/u),
);

const datedCertificate = fc
  .record({ notBefore: time, notAfter: time })
  .map((dates) => sampleCertificate(dates));

const descriptor = new Ccid(new Field()).configurationDescriptor;

/** All properties. Shares sum to 100. */
export const properties: readonly Property[] = [
  octets('RC-S380 frames', 10, octetsLike(answers.rcS380), (input) => {
    const received = decodeFrame(input);
    check(
      received.kind === 'incomplete' || received.size <= input.length,
      'took more than there is',
    );
    check(received.kind === 'incomplete' || received.size > 0, 'took nothing');
  }),
  octets('RC-S300 messages', 9, octetsLike(answers.rcS300), (input) => {
    const message = decodeEscape(input);
    check(typeof message === 'string' || message.size <= input.length, 'took more than there is');
  }),
  octets('RC-S300 objects', 11, octetsLike(payloads), (input) => {
    const size = readObjects(input)?.reduce((sum, { value }) => sum + value.length, 0) ?? 0;
    check(size <= input.length, 'found more than there is');
  }),
  octets('CCID messages', 9, octetsLike(answers.ccid), (input) => {
    const message = decodeCcid(input);
    check(typeof message === 'string' || message.size <= input.length, 'took more than there is');
  }),
  octets('CCID descriptors', 4, octetsLike([descriptor]), (input) => {
    const found = findCcidDescriptor(input, 0);
    check(found === undefined || found.longestMessage >= 0, 'no length');
  }),
  octets(
    'ATRs',
    4,
    octetsLike([fromHex('3BE000FF8131FE4514'), fromHex('3B888001000041E0B381A1003B')], 40),
    (input) => {
      const size = blockProtocolOf(input)?.informationSize ?? 1;
      check(size >= 1 && size <= 254, 'an impossible IFSC');
    },
  ),
  octets(
    'T=1 blocks',
    5,
    octetsLike(answers.ccidBlocks.map((answer) => answer.slice(10))),
    (input) => {
      check((decodeBlock(input)?.information.length ?? 0) <= 254, 'too long');
    },
  ),
  octets(
    'ATQB and protocol info',
    5,
    octetsLike([fromHex('5011223344000041E0B381A1')], 20),
    (input) => {
      const parameters = blockParameters(input.subarray(9, 12));
      check(
        parameters === undefined || (parameters.frameSize >= 16 && parameters.waitMs < 5000),
        'impossible',
      );
      check(!isAtqb(input) || attrib(input).length === 9, 'an impossible ATTRIB');
    },
  ),
  octets('responses', 4, anyOctets(300), (input) => {
    const response = orFault(() => parseResponse(input));
    check(response === undefined || response.data.length <= 256, 'too long');
  }),
  octets('the guard', 9, octetsLike(permitted, 20), (input) => {
    const passes = orFault(() => PermittedApdu.from(input)) !== undefined;
    check(passes === isOnTheList(input), `the guard errs on ${toHex(input)}`);
  }),
  octets('DER and validity', 12, octetsLike([certificate], 400), (input) => {
    isOneDerValue(input);
    readValues(input);
    const times = findValidity(input);
    const validity = times && readValidity(times);
    check(
      validity === undefined || validity.notBefore < validity.notAfter,
      'ends before it begins',
    );
  }),
  octets('certificates', 8, octetsLike([certificate], 400), neverShowsAWrongDate),
  octets('certificates with any dates', 1, datedCertificate, neverShowsAWrongDate),
  {
    name: 'ISO-DEP exchanges',
    share: 3,
    check: (runs) =>
      fc.assert(
        fc.property(
          fc.array(radioAnswer, { minLength: 1, maxLength: 12 }),
          fc.constantFrom(16, 64, 256),
          endsInBlocks,
        ),
        { numRuns: runs },
      ),
  },
  {
    name: 'T=1 exchanges',
    share: 2,
    check: (runs) =>
      fc.assert(fc.property(fc.array(t1Answer, { minLength: 1, maxLength: 12 }), endsInT1), {
        numRuns: runs,
      }),
  },
  {
    name: 'whole readings with changed answers',
    share: 4,
    check: (runs) =>
      fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.option(
              fc.record<Mutation>({
                where: fc.double({ min: 0, max: 1, noNaN: true }),
                how: fc.constantFrom('flip', 'set', 'delete', 'insert', 'truncate', 'repeat'),
                octets: anyOctets(3),
              }),
              { nil: undefined, freq: 1 },
            ),
            { minLength: 1, maxLength: 30 },
          ),
          survives,
        ),
        { numRuns: runs },
      ),
  },
];
