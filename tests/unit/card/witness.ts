/** Small words for tests of the card wing. */
import type { CardPort } from '../../../src/card/apdu/channel.ts';
import { type Bytes, concat } from '../../../src/card/bytes/bytes.ts';
import { fromHex, toHex } from '../../../src/card/bytes/hex.ts';
import { CardFault, type FaultCode } from '../../../src/card/fault.ts';
import { SampleCard, type SampleCardTraits } from '../../../src/card/sample/card.ts';
import { sampleTraits } from '../../../src/card/sample/personality.ts';

/** The instant of every test: noon in Japan on 22 November 2026. */
export const NOON = new Date('2026-11-22T03:00:00Z');

/** Octets from hex. */
export const HEX = fromHex;

/** Hex of octets. */
export const hexOf = toHex;

/** A port that speaks straight to a card and writes down what passes. */
export class DirectPort implements CardPort {
  readonly card: SampleCard;
  readonly sent: string[] = [];

  constructor(traits: SampleCardTraits) {
    this.card = new SampleCard(traits);
  }

  transmit(apdu: Parameters<CardPort['transmit']>[0]): Promise<Bytes> {
    this.sent.push(toHex(apdu.bytes));
    return Promise.resolve(this.card.transmit(apdu.bytes));
  }
}

/** A port that plays a transcript: lines of command and answer in hex. */
export class TranscriptPort implements CardPort {
  readonly #lines: string[];

  constructor(...lines: string[]) {
    this.#lines = lines;
  }

  transmit(apdu: Parameters<CardPort['transmit']>[0]): Promise<Bytes> {
    const [line, ...more] = this.#lines;
    this.#lines.splice(0, this.#lines.length, ...more);
    const [command, answer] = (line ?? '').split(' ');
    if (toHex(apdu.bytes) !== command) throw new Error(`sent ${toHex(apdu.bytes)}, not ${command}`);
    return Promise.resolve(fromHex(answer ?? ''));
  }

  /** Lines that were not played. */
  get left(): number {
    return this.#lines.length;
  }
}

/** The in-date sample card with something else about it. */
export function cardWith(changes: Partial<SampleCardTraits>): SampleCardTraits {
  return { ...sampleTraits('in-date', NOON), ...changes };
}

/** The in-date sample card with one file replaced, or removed. */
export function cardWithFile(file: number, content: Bytes | undefined): SampleCardTraits {
  const files = new Map(sampleTraits('in-date', NOON).files);
  if (content === undefined) files.delete(file);
  else files.set(file, content);
  return cardWith({ files });
}

/** The code of the fault that `work` ends in; fails the test when it does not. */
export async function faultOf(work: Promise<unknown>): Promise<FaultCode> {
  const outcome = await work.then(
    (value) => ({ value }),
    (thrown: unknown) => ({ thrown }),
  );
  if ('thrown' in outcome && outcome.thrown instanceof CardFault) return outcome.thrown.code;
  throw new Error('no CardFault', { cause: outcome });
}

/** Joins octet strings. */
export const join = concat;
