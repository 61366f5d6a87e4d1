/**
 * Floor: sample, a second witness. Below: bytes. Above: the demonstration, the emulators of the tests.
 * It does not know APDU builders, parsers, radio or readers: it takes command octets as a card does.
 * It counts every VERIFY that has a body, as a card would, so that tests can prove that none was ever sent.
 * Source: ISO/IEC 7816-4; docs/protocol-sources.md 1, 2, 10.
 */
import { type Bytes, bytes, concat, equal, startsWith } from '../bytes/bytes.ts';
import { fromHex } from '../bytes/hex.ts';

/** Tries left of one secret; at 0 the card answers with `lockedStatus`. */
export interface SampleSecret {
  readonly triesLeft: number;
  /** 63C0, 6984 or 6983: cards differ. */
  readonly lockedStatus?: number;
  /** Answers 9000: another program presented the secret in this card session. */
  readonly verified?: boolean;
}

/** Everything about one sample card. Files are by EF identifier; a missing one answers 6A82. */
export interface SampleCardTraits {
  /** False for any card that is not a JPKI card. */
  readonly hasJpki: boolean;
  readonly files: ReadonlyMap<number, Bytes>;
  /** Files that answer READ BINARY with 6982. */
  readonly guardedFiles?: readonly number[];
  readonly secrets: ReadonlyMap<number, SampleSecret>;
  /** Eight digits, or undefined when the card refuses to tell. */
  readonly cardExpiry?: string | undefined;
  /** SW of a read that meets the end of a file: 6282, or 9000 with what is there. */
  readonly endStatus?: number;
  /** Gives at most so many octets a read. */
  readonly shortReads?: number;
  /** Answers 6Cxx to a Le beyond the end instead of giving less. */
  readonly saysWrongLength?: boolean;
  /** Gives so many octets at once and the rest by 61xx and GET RESPONSE. */
  readonly gatheredBy?: number;
}

const JPKI = fromHex('D392F000260100000001');
const status = (value: number): Bytes => bytes(value >> 8, value);

/** An ISO 7816 card with a JPKI application, as far as it can be seen without a secret. */
export class SampleCard {
  readonly #traits: SampleCardTraits;
  readonly #triesLeft: Map<number, number>;
  #inJpki = false;
  #file: number | undefined;
  #pending: Bytes = bytes();
  #bodies = 0;

  constructor(traits: SampleCardTraits) {
    this.#traits = traits;
    this.#triesLeft = new Map(
      [...traits.secrets].map(([file, secret]) => [file, secret.triesLeft]),
    );
  }

  /** How many commands tried to present or change a secret. Must stay 0. */
  get attempts(): number {
    return this.#bodies;
  }

  /** Tries left now, by secret. Must stay what they were. */
  get triesLeft(): ReadonlyMap<number, number> {
    return this.#triesLeft;
  }

  /** Power off: the selection is lost, the counters are not. */
  reset(): void {
    this.#inJpki = false;
    this.#file = undefined;
    this.#pending = bytes();
  }

  /** Answers one command. */
  transmit(command: Uint8Array): Bytes {
    if (command.length < 4) return status(0x6700);
    if (command[0] !== 0x00) return status(0x6e00);
    const [, instruction = 0] = command;
    switch (instruction) {
      case 0xa4:
        return this.#select(command);
      case 0xb0:
        return this.#readBinary(command);
      case 0x20:
        return this.#verify(command);
      case 0xc0:
        return this.#give(this.#pending, command[4] ?? 0);
      case 0xca:
        return this.#getData(command);
      default:
        return status(0x6d00);
    }
  }

  #select(command: Uint8Array): Bytes {
    const name = command.subarray(5);
    if (command[2] === 0x04) {
      const found = this.#traits.hasJpki && equal(name, JPKI);
      if (found) this.#inJpki = true;
      if (found) this.#file = undefined;
      return status(found ? 0x9000 : 0x6a82);
    }
    if (!this.#inJpki || command[2] !== 0x02) return status(0x6a86);
    const file = (name[0] ?? 0) * 256 + (name[1] ?? 0);
    const exists = this.#traits.files.has(file) || this.#traits.secrets.has(file);
    if (exists) this.#file = file;
    return status(exists ? 0x9000 : 0x6a82);
  }

  #readBinary(command: Uint8Array): Bytes {
    if (command.length !== 5) return status(0x6700);
    if (this.#file === undefined) return status(0x6986);
    const content = this.#traits.files.get(this.#file);
    if (content === undefined) return status(0x6981);
    if (this.#traits.guardedFiles?.includes(this.#file)) return status(0x6982);
    return this.#part(content, (command[2] ?? 0) * 256 + (command[3] ?? 0), command[4] || 256);
  }

  #part(content: Bytes, offset: number, asked: number): Bytes {
    if (offset >= content.length) return status(0x6b00);
    const left = content.length - offset;
    if (asked > left && this.#traits.saysWrongLength) return bytes(0x6c, left);
    const size = Math.min(asked, left, this.#traits.shortReads ?? 256);
    const data = content.slice(offset, offset + size);
    const atEnd = asked > left ? (this.#traits.endStatus ?? 0x6282) : 0x9000;
    const { gatheredBy } = this.#traits;
    if (gatheredBy === undefined || data.length <= gatheredBy) return concat(data, status(atEnd));
    return this.#give(data, gatheredBy);
  }

  #give(data: Bytes, asked: number): Bytes {
    const now = data.slice(0, asked || 256);
    this.#pending = data.slice(now.length);
    const left = this.#pending.length;
    return concat(now, left > 0 ? bytes(0x61, left & 0xff) : status(0x9000));
  }

  #verify(command: Uint8Array): Bytes {
    if (this.#file === undefined) return status(0x6986);
    const secret = this.#traits.secrets.get(this.#file);
    if (secret === undefined) return status(0x6a82);
    if (command.length !== 4) return this.#present(this.#file);
    if (secret.verified) return status(0x9000);
    const left = this.#triesLeft.get(this.#file) ?? 0;
    return status(left > 0 ? 0x63c0 + left : (secret.lockedStatus ?? 0x6984));
  }

  /** A VERIFY with a body is always wrong here: it costs a try and is remembered. */
  #present(file: number): Bytes {
    this.#bodies += 1;
    const left = Math.max(0, (this.#triesLeft.get(file) ?? 0) - 1);
    this.#triesLeft.set(file, left);
    return status(0x63c0 + left);
  }

  #getData(command: Uint8Array): Bytes {
    const { cardExpiry } = this.#traits;
    const isExpiry = startsWith(command.subarray(2), fromHex('00F2'));
    if (this.#inJpki || !isExpiry || cardExpiry === undefined) return status(0x6a88);
    return concat(Uint8Array.from(new TextEncoder().encode(cardExpiry)), status(0x9000));
  }
}
