/**
 * Floor: readers, Sony RC-S380, its middle: commands by the maker's names. Below: frame, cable. Above: reader.
 * It does not know cards. One command at a time. Source: docs/protocol-sources.md 6.
 */
import {
  type Bytes,
  bytes,
  concat,
  littleEndian,
  octetAt,
  readLittleEndian,
} from '../../bytes/bytes.ts';
import type { RadioAnswer } from '../../contactless/radio.ts';
import { CardFault } from '../../fault.ts';
import type { Cable } from '../../usb/cable.ts';
import { ACK, decodeFrame, encodeFrame } from './frame.ts';

/** Command codes (the response's code is one more). */
const CODE = {
  InSetRF: 0x00,
  InSetProtocol: 0x02,
  InCommRF: 0x04,
  SwitchRF: 0x06,
  SetCommandType: 0x2a,
} as const;

const TO_READER = 0xd6;
const FROM_READER = 0xd7;
const RECEIVE_TIMEOUT = 0x80;
const RESPONSE_HEADER = 2;

/** The reader's own radio timer fires first; this is for a reader that says nothing at all. */
const MARGIN_MS = 1000;
/** Frames that may be left over from an earlier command before the answer to this one. */
const MOST_STRAYS = 16;
const LONGEST_BUFFER = 2048;

/** Numbers and values of InSetProtocol: the defaults, then what Type B adds (guard time, SOF and EOF). */
const PROTOCOL_DEFAULTS = [
  0x00, 0x18, 0x01, 0x01, 0x02, 0x01, 0x03, 0x00, 0x04, 0x00, 0x05, 0x00, 0x06, 0x00, 0x07, 0x08,
  0x08, 0x00, 0x09, 0x00, 0x0a, 0x00, 0x0b, 0x00, 0x0c, 0x00, 0x0e, 0x04, 0x0f, 0x00, 0x10, 0x00,
  0x11, 0x00, 0x12, 0x00, 0x13, 0x06,
];
const PROTOCOL_TYPE_B = [0x00, 0x14, 0x09, 0x01, 0x0a, 0x01, 0x0b, 0x01, 0x0c, 0x01];
const RF_106_TYPE_B = [0x03, 0x07, 0x0f, 0x07];

/** The Port-100 chip behind an opened cable. */
export class Chipset {
  readonly #cable: Cable;
  #buffer: Bytes = bytes();
  #isBusy = false;

  constructor(cable: Cable) {
    this.#cable = cable;
  }

  /** True while a command waits for its answer (or was abandoned waiting). */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Cancels what runs: the chip's soft reset. */
  async acknowledge(): Promise<void> {
    await this.#cable.write(ACK);
    this.#isBusy = false;
  }

  /** Command set 1, which has the initiator commands below. */
  async setCommandType(): Promise<void> {
    await this.#simple(CODE.SetCommandType, [0x01]);
  }

  /** Switches the field off. The next InCommRF after InSetRF brings it back. */
  async switchRfOff(): Promise<void> {
    await this.#simple(CODE.SwitchRF, [0x00]);
  }

  /** Prepares the radio for Type B at 106 kbit/s both ways. */
  async setTypeB(): Promise<void> {
    await this.#simple(CODE.InSetRF, RF_106_TYPE_B);
    await this.#simple(CODE.InSetProtocol, PROTOCOL_DEFAULTS);
    await this.#simple(CODE.InSetProtocol, PROTOCOL_TYPE_B);
  }

  /** One exchange over the air. */
  async inCommRf(frame: Uint8Array, waitMs: number): Promise<RadioAnswer> {
    const tenths = Math.min((Math.floor(waitMs) + 1) * 10, 0xffff);
    const answer = await this.#command(
      CODE.InCommRF,
      concat(littleEndian(tenths, 2), frame),
      waitMs,
    );
    if (answer.length < 4) throw new CardFault('reader-nonsense', 'InCommRF without status');
    const status = readLittleEndian(answer, 0, 4);
    if (status === 0) return { kind: 'frame', frame: answer.slice(5) };
    return { kind: status & RECEIVE_TIMEOUT ? 'silence' : 'garbled' };
  }

  async #simple(code: number, data: readonly number[]): Promise<void> {
    const status = await this.#command(code, bytes(...data), 0);
    if (status.length !== 1 || status[0] !== 0) {
      throw new CardFault('reader-nonsense', `command ${code} refused`);
    }
  }

  async #command(code: number, data: Uint8Array, waitMs: number): Promise<Bytes> {
    this.#buffer = bytes();
    this.#isBusy = true;
    await this.#cable.write(encodeFrame(concat(bytes(TO_READER, code), data)));
    const answer = await this.#answerTo(code, waitMs + MARGIN_MS);
    this.#isBusy = false;
    return answer;
  }

  /** The first response to `code` after an ACK; what comes before or between is left over, and dropped. */
  async #answerTo(code: number, waitMs: number): Promise<Bytes> {
    let isAcknowledged = false;
    for (let stray = 0; stray < MOST_STRAYS; stray += 1) {
      const data = await this.#nextFrame(waitMs);
      if (data === undefined) isAcknowledged = true;
      else if (isAcknowledged && octetAt(data, 0) === FROM_READER && data[1] === code + 1) {
        return data.slice(RESPONSE_HEADER);
      }
    }
    throw new CardFault('reader-nonsense', 'too many frames that answer nothing');
  }

  /** The data of the next frame; undefined for an ACK. */
  async #nextFrame(waitMs: number): Promise<Bytes | undefined> {
    for (let transfers = 0; transfers < MOST_STRAYS; transfers += 1) {
      const received = decodeFrame(this.#buffer);
      if (received.kind !== 'incomplete') {
        this.#buffer = this.#buffer.slice(received.size);
        if (received.kind === 'ack') return undefined;
        if (received.kind === 'data') return received.data;
        throw new CardFault('reader-nonsense', `${received.kind} frame`);
      }
      this.#buffer = concat(this.#buffer, await this.#cable.read(waitMs));
      if (this.#buffer.length > LONGEST_BUFFER) break;
    }
    throw new CardFault('reader-nonsense', 'no frame in what arrives');
  }
}
