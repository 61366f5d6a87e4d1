/**
 * Firmware of a Sony RC-S300's vendor interface, written from docs/protocol-sources.md 7 and PC/SC part 3.
 * A second witness: it parses messages and objects by itself, and refuses what the reference calls refused.
 */
import { type Bytes, bytes, concat } from '../../src/card/bytes/bytes.ts';
import { fromHex, toHex } from '../../src/card/bytes/hex.ts';
import type { Field } from './field.ts';
import type { Firmware } from './usb-device.ts';

type Emit = (message: Bytes, delayMs?: number) => void;

/** How this reader behaves; sources disagree, so each way can be chosen. */
export interface RcS300Traits {
  /** Layers it can run for Type B; the others are refused with 6A81. */
  readonly layers?: readonly number[];
  /** Tells the ATR after layer 4. */
  readonly tellsAtr?: boolean;
  /** Coding of lengths above 127 in its answers. */
  readonly lengths?: 'ber' | 'plain';
  /** Leaves out the objects 92 and 96. */
  readonly terse?: boolean;
  /** SW of C0 when no card answers. */
  readonly noCard?: string;
  /** Asks for more time before each answer, as CCID readers may. */
  readonly extends?: boolean;
}

const OK = fromHex('C003009000');
const LE = fromHex('9000');

export class RcS300 implements Firmware {
  readonly vendorId = 0x054c;
  readonly productId = 0x0dc8;
  readonly configurationDescriptor = bytes();
  readonly interfaces = [
    {
      number: 0,
      classCode: 0x0b,
      endpoints: [
        { endpointNumber: 1, direction: 'out', type: 'bulk', packetSize: 64 },
        { endpointNumber: 1, direction: 'in', type: 'bulk', packetSize: 64 },
      ],
    },
    {
      number: 1,
      classCode: 0xff,
      endpoints: [
        { endpointNumber: 2, direction: 'out', type: 'bulk', packetSize: 64 },
        { endpointNumber: 2, direction: 'in', type: 'bulk', packetSize: 64 },
      ],
    },
  ] as const;
  /** A terse reader's answers have lengths that the page cannot foresee: it must end them properly. */
  readonly sendsZeroLengthPackets: boolean;
  readonly field: Field;
  readonly #traits: RcS300Traits;
  #inSession = false;
  #isTypeB = false;

  constructor(field: Field, traits: RcS300Traits = {}) {
    this.field = field;
    this.#traits = traits;
    this.sendsZeroLengthPackets = traits.terse ?? false;
  }

  reset(): void {
    this.#inSession = false;
    this.#isTypeB = false;
    this.field.switch(false);
  }

  receive(message: Bytes, emit: Emit): void {
    const sequence = message[6] ?? 0;
    const length = (message[1] ?? 0) + (message[2] ?? 0) * 256;
    const isWhole = message[0] === 0x6b && message.length === 10 + length;
    if (!isWhole) return emit(reply(sequence, bytes(), 0x42));
    const { payload, delayMs } = this.#obey(message.slice(10));
    if (this.#traits.extends) emit(reply(sequence, bytes(), 0x80));
    emit(reply(sequence, payload, 0x02), delayMs);
  }

  #obey(command: Bytes): { payload: Bytes; delayMs: number } {
    const head = toHex(command.subarray(0, 4));
    if (head === 'FF500000') return { payload: this.#manage(command[5] ?? 0), delayMs: 0 };
    if (!this.#inSession) return { payload: fromHex('6985'), delayMs: 0 };
    if (head === 'FF500002') return { payload: this.#switch(command), delayMs: 0 };
    if (head === 'FF500001') return this.#transceive(command);
    return { payload: fromHex('6D00'), delayMs: 0 };
  }

  #manage(action: number): Bytes {
    if (action === 0x81) this.#inSession = true;
    if (action === 0x82) this.reset();
    if (action === 0x83) this.field.switch(false);
    if (action === 0x84) this.field.switch(true);
    return concat(OK, LE);
  }

  #switch(command: Bytes): Bytes {
    const [, , , , , , , protocol = 0, layer = 0] = command;
    const { layers = [2, 3, 4], tellsAtr = true, noCard = '016401' } = this.#traits;
    if (protocol !== 1 || !layers.includes(layer)) return fromHex('C003016A819000');
    this.#isTypeB = true;
    if (layer !== 4) return concat(OK, LE);
    const { card } = this.field;
    if (card === undefined || !this.field.isOn) return fromHex(`C003${noCard}9000`);
    card.activate();
    return concat(OK, tellsAtr ? concat(fromHex('5F510D'), card.atr) : bytes(), LE);
  }

  /** Long form: `FF 50 00 01 00 NNNN`, objects, three zeros; the 95 object ends where the objects end. */
  #transceive(command: Bytes): { payload: Bytes; delayMs: number } {
    const refused = { payload: fromHex('6700'), delayMs: 0 };
    const length = (command[5] ?? 0) * 256 + (command[6] ?? 0);
    const objects = command.slice(7, 7 + length);
    if (command[4] !== 0 || toHex(command.subarray(7 + length)) !== '000000') return refused;
    if (toHex(objects.subarray(0, 3)) !== '5F4604' || objects[7] !== 0x95) return refused;
    const size = (objects[9] ?? 0) * 256 + (objects[10] ?? 0);
    if (objects[8] !== 0x82 || objects.length !== 11 + size) return refused;
    const micros = (objects[3] ?? 0) + (objects[4] ?? 0) * 256 + (objects[5] ?? 0) * 65_536;
    return this.#air(objects.slice(11), micros / 1000 + (objects[6] ?? 0) * 16_777.216);
  }

  #air(frame: Bytes, waitMs: number): { payload: Bytes; delayMs: number } {
    const { noCard = '026401', terse } = this.#traits;
    const answer = this.#isTypeB ? this.field.exchange(frame) : 'silence';
    if (answer === 'silence') return { payload: fromHex(`C003${noCard}9000`), delayMs: waitMs };
    const isGarbled = answer === 'garbled';
    const data = isGarbled ? bytes() : answer;
    const bits = terse && !isGarbled ? bytes() : fromHex(`9201009602${isGarbled ? '01' : '00'}00`);
    return { payload: concat(OK, bits, this.#object(data), LE), delayMs: 0 };
  }

  #object(value: Bytes): Bytes {
    const isLong = value.length > 127 && this.#traits.lengths !== 'plain';
    return concat(isLong ? bytes(0x97, 0x81, value.length) : bytes(0x97, value.length), value);
  }
}

function reply(sequence: number, payload: Bytes, status: number): Bytes {
  const length = bytes(payload.length & 0xff, payload.length >> 8, 0, 0);
  return concat(bytes(0x83), length, bytes(0, sequence, status, 0, 0), payload);
}
