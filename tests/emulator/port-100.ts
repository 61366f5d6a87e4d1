/**
 * Firmware of a Sony RC-S380 (Port-100), written from docs/protocol-sources.md 6: checks every frame and every setting.
 * A second witness: it computes checksums and lengths by itself.
 */
import { type Bytes, bytes, concat } from '../../src/card/bytes/bytes.ts';
import { fromHex, toHex } from '../../src/card/bytes/hex.ts';
import type { Field } from './field.ts';
import type { Firmware } from './usb-device.ts';

type Emit = (message: Bytes, delayMs?: number) => void;

const ACK = fromHex('0000FF00FF00');
const total = (octets: Uint8Array): number => octets.reduce((sum, octet) => sum + octet, 0) & 0xff;

/** How this reader behaves. */
export interface Port100Traits {
  readonly productId?: number;
  /** Sends the ACK and the response in one transfer. */
  readonly joinsAck?: boolean;
  /** Frames left over from an earlier program, sent before the first ACK. */
  readonly stale?: readonly Bytes[];
}

export class Port100 implements Firmware {
  readonly vendorId = 0x054c;
  readonly productId: number;
  readonly configurationDescriptor = bytes();
  readonly interfaces = [
    {
      number: 0,
      classCode: 0xff,
      endpoints: [
        { endpointNumber: 2, direction: 'out', type: 'bulk', packetSize: 64 },
        { endpointNumber: 1, direction: 'in', type: 'bulk', packetSize: 64 },
      ],
    },
  ] as const;
  readonly field: Field;
  readonly #traits: Port100Traits;
  #stale: readonly Bytes[];
  #commandType = 0;
  #radio = '';
  #protocol = new Map<number, number>();

  constructor(field: Field, traits: Port100Traits = {}) {
    this.field = field;
    this.#traits = traits;
    this.productId = traits.productId ?? 0x06c1;
    this.#stale = traits.stale ?? [];
  }

  reset(): void {
    this.#commandType = 0;
    this.#radio = '';
    this.#protocol.clear();
    this.field.switch(false);
  }

  receive(message: Bytes, emit: Emit): void {
    for (const left of this.#stale) emit(left);
    this.#stale = [];
    if (toHex(message) === toHex(ACK)) return;
    const command = dataOf(message);
    if (command === undefined) return emit(fromHex('0000FFFFFF'));
    const { answer, delayMs } = this.#obey(command[1] ?? 0xff, command.slice(2));
    const response = frameOf(concat(bytes(0xd7, (command[1] ?? 0) + 1), answer));
    if (this.#traits.joinsAck) return emit(concat(ACK, response), delayMs);
    emit(ACK);
    emit(response, delayMs);
  }

  #obey(code: number, data: Bytes): { answer: Bytes; delayMs: number } {
    switch (code) {
      case 0x2a:
        this.#commandType = data[0] ?? 0;
        return done();
      case 0x06:
        this.field.switch(data[0] === 1);
        return done();
      case 0x00:
        this.#radio = toHex(data);
        return done();
      case 0x02:
        for (let at = 0; at < data.length; at += 2) {
          this.#protocol.set(data[at] ?? 0, data[at + 1] ?? 0);
        }
        return done(data.length % 2);
      case 0x04:
        return this.#communicate(data);
      default:
        return done(7);
    }
  }

  /** The radio works only with Type B set up in full, as on the device. */
  get #isTypeB(): boolean {
    const wanted = [
      [0x00, 0x14],
      [0x01, 1],
      [0x02, 1],
      [0x09, 1],
      [0x0a, 1],
      [0x0b, 1],
      [0x0c, 1],
      [0x07, 8],
    ] as const;
    return (
      this.#commandType === 1 &&
      this.#radio === '03070F07' &&
      wanted.every(([number, value]) => this.#protocol.get(number) === value)
    );
  }

  #communicate(data: Bytes): { answer: Bytes; delayMs: number } {
    const waitMs = ((data[0] ?? 0) + (data[1] ?? 0) * 256) / 10;
    if (!this.#isTypeB) return { answer: bytes(0x01, 0, 0, 0), delayMs: 0 };
    this.field.switch(true);
    const answer = this.field.exchange(data.slice(2));
    if (answer === 'silence') return { answer: bytes(0x80, 0, 0, 0), delayMs: waitMs };
    if (answer === 'garbled') return { answer: bytes(0x04, 0, 0, 0), delayMs: 0 };
    return { answer: concat(bytes(0, 0, 0, 0, 8), answer), delayMs: 0 };
  }
}

/** The data of a frame, or undefined when any part of it is wrong. */
function dataOf(frame: Bytes): Bytes | undefined {
  const length = (frame[5] ?? 0) + (frame[6] ?? 0) * 256;
  const isWhole =
    toHex(frame.subarray(0, 5)) === '0000FFFFFF' &&
    frame.length === length + 10 &&
    total(frame.subarray(5, 8)) === 0 &&
    total(frame.subarray(8, 9 + length)) === 0 &&
    frame[9 + length] === 0 &&
    frame[8] === 0xd6;
  return isWhole ? frame.slice(8, 8 + length) : undefined;
}

/** A frame around data. */
export function frameOf(data: Bytes): Bytes {
  const low = data.length & 0xff;
  const high = data.length >> 8;
  const head = bytes(0, 0, 0xff, 0xff, 0xff, low, high, 256 - ((low + high) & 0xff));
  return concat(head, data, bytes(256 - total(data), 0));
}

function done(status = 0): { answer: Bytes; delayMs: number } {
  return { answer: bytes(status), delayMs: 0 };
}
