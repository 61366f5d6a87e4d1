/**
 * A contactless card: ISO/IEC 14443-3 Type B and 14443-4 blocks around the sample card core.
 * A second witness, written from docs/protocol-sources.md 5; it shares nothing with the page's own block machine.
 */
import { type Bytes, bytes, concat } from '../../src/card/bytes/bytes.ts';
import type { SampleCard } from '../../src/card/sample/card.ts';

/** How a card behaves on the air. */
export interface RadioTraits {
  /** FSCI: largest frame the card takes; 8 is 256. */
  readonly fsci?: number;
  readonly fwi?: number;
  /** Asks for more time before every n-th block it sends. */
  readonly extensionEvery?: number;
  /** Largest body of a block it sends, when smaller than the reader allows. */
  readonly blockSize?: number;
  readonly extendedAtqb?: boolean;
  /** Does not speak ISO/IEC 14443-4. */
  readonly noBlocks?: boolean;
}

const SIZES = [16, 24, 32, 40, 48, 64, 96, 128, 256];

/** One card in the field. Answers a frame (without CRC) or keeps silent. */
export class RadioCard {
  readonly card: SampleCard;
  readonly #traits: RadioTraits;
  /** Every APDU that reached the card, whole. */
  readonly apdus: Bytes[] = [];
  #state: 'idle' | 'active' = 'idle';
  #block = 1;
  #command: Bytes = bytes();
  #reply: Bytes[] = [];
  #last: Bytes = bytes();
  #held: Bytes | undefined;
  #sent = 0;
  #readerSize = 256;
  #activations = 0;

  constructor(card: SampleCard, traits: RadioTraits = {}) {
    this.card = card;
    this.#traits = traits;
  }

  /** Field off: everything but the counters is lost. */
  powerOff(): void {
    this.#state = 'idle';
    this.#block = 1;
    this.#command = bytes();
    this.#reply = [];
    this.#held = undefined;
    this.card.reset();
  }

  /** ATQB; its PUPI is new at each activation. */
  get atqb(): Bytes {
    const pupi = bytes(0xa0, 0xb1, this.#activations >> 8, this.#activations);
    const { fsci = 8, fwi = 10, noBlocks, extendedAtqb } = this.#traits;
    const info = bytes(0xb3, (fsci << 4) | (noBlocks ? 0 : 1), (fwi << 4) | 1);
    const more = extendedAtqb ? bytes(0x00) : bytes();
    return concat(bytes(0x50), pupi, bytes(0x00, 0x00, 0x41, 0xe0), info, more);
  }

  /** What a reader that activates by itself tells: the ATR of PC/SC part 3. */
  get atr(): Bytes {
    const body = concat(bytes(0x88, 0x80, 0x01), this.atqb.subarray(5, 12), bytes(0x00));
    return concat(bytes(0x3b), body, bytes(body.reduce((check, octet) => check ^ octet, 0)));
  }

  /** Activation by the reader itself. */
  activate(): void {
    this.#state = 'active';
    this.#block = 1;
  }

  exchange(frame: Bytes): Bytes | undefined {
    if (this.#state === 'idle') return this.#wake(frame);
    const pcb = frame[0] ?? 0;
    if ((pcb & 0xee) === 0x02) return this.#information(pcb, frame.slice(1));
    if ((pcb & 0xee) === 0xa2) return this.#response(pcb);
    if (pcb === 0xf2 && frame.length === 2) return this.#extended();
    if (pcb === 0xc2) return this.#deselect();
    return undefined;
  }

  #wake(frame: Bytes): Bytes | undefined {
    if (frame[0] === 0x05 && frame.length === 3) {
      this.#activations += 1;
      return this.atqb;
    }
    const isAttrib = frame[0] === 0x1d && frame.length === 9;
    const isMine = this.atqb.subarray(1, 5).every((octet, at) => octet === frame[at + 1]);
    if (!isAttrib || !isMine) return undefined;
    this.#readerSize = SIZES[(frame[6] ?? 0) & 0x0f] ?? 256;
    this.activate();
    return bytes(0x00);
  }

  #information(pcb: number, body: Bytes): Bytes {
    this.#block ^= 1;
    const { fsci = 8 } = this.#traits;
    if (body.length + 3 > (SIZES[fsci] ?? 256)) throw new Error('frame longer than FSC');
    this.#command = concat(this.#command, body);
    if (pcb & 0x10) return this.#send(bytes(0xa2 | this.#block));
    const command = this.#command;
    this.#command = bytes();
    this.apdus.push(command);
    this.#reply = parts(this.card.transmit(command), this.#blockSize);
    return this.#nextPart();
  }

  get #blockSize(): number {
    return Math.min(this.#readerSize - 3, this.#traits.blockSize ?? 253);
  }

  #nextPart(): Bytes {
    const [part = bytes(), ...more] = this.#reply;
    this.#reply = more;
    return this.#send(concat(bytes((more.length > 0 ? 0x12 : 0x02) | this.#block), part));
  }

  #response(pcb: number): Bytes | undefined {
    const isSame = (pcb & 1) === this.#block;
    if (isSame) return this.#last;
    if (pcb & 0x10) return this.#send(bytes(0xa2 | this.#block));
    if (this.#reply.length === 0) return undefined;
    this.#block ^= 1;
    return this.#nextPart();
  }

  #send(block: Bytes): Bytes {
    this.#sent += 1;
    const { extensionEvery = 0 } = this.#traits;
    if (extensionEvery === 0 || this.#sent % extensionEvery !== 0) {
      this.#last = block;
      return block;
    }
    this.#held = block;
    this.#last = bytes(0xf2, 0x02);
    return this.#last;
  }

  #extended(): Bytes | undefined {
    if (this.#held === undefined) return undefined;
    this.#last = this.#held;
    this.#held = undefined;
    return this.#last;
  }

  #deselect(): Bytes {
    this.#state = 'idle';
    return bytes(0xc2);
  }
}

function parts(whole: Bytes, size: number): Bytes[] {
  const count = Math.max(1, Math.ceil(whole.length / size));
  return Array.from({ length: count }, (_, at) => whole.slice(at * size, (at + 1) * size));
}
