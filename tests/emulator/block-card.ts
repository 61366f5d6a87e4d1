/**
 * A contact card's T=1 side (ISO/IEC 7816-3 section 11), written from docs/protocol-sources.md 8. A second witness.
 */
import { type Bytes, bytes, concat } from '../../src/card/bytes/bytes.ts';
import type { SampleCard } from '../../src/card/sample/card.ts';

/** How the card behaves. */
export interface BlockTraits {
  /** Asks for more time before every n-th block. */
  readonly extensionEvery?: number;
  /** Spoils the LRC of every n-th block once. */
  readonly spoilEvery?: number;
}

export class BlockCard {
  /** Every APDU that reached the card, whole. */
  readonly apdus: Bytes[] = [];
  readonly #card: SampleCard;
  readonly #traits: BlockTraits;
  #readerSize = 32;
  #number = 0;
  #expected = 0;
  #command: Bytes = bytes();
  #reply: Bytes = bytes();
  #last: Bytes = bytes();
  #held: Bytes | undefined;
  #sent = 0;

  constructor(card: SampleCard, traits: BlockTraits = {}) {
    this.#card = card;
    this.#traits = traits;
  }

  exchange(block: Bytes): Bytes {
    const [, pcb = 0, length = 0] = block;
    const isWhole =
      length + 4 === block.length && block.reduce((sum, octet) => sum ^ octet, 0) === 0;
    if (!isWhole) return this.#block(0x81 | (this.#expected << 4));
    const information = block.slice(3, -1);
    if (pcb === 0xc1) return this.#agreeOnSize(information);
    if (pcb === 0xe3) return this.#release();
    if ((pcb & 0xc0) === 0x80) return this.#onReceipt((pcb >> 4) & 1);
    if ((pcb & 0x80) === 0) return this.#onInformation(pcb, information);
    return this.#block(0x82 | (this.#expected << 4));
  }

  #agreeOnSize(information: Bytes): Bytes {
    this.#readerSize = information[0] ?? 32;
    return this.#block(0xe1, information);
  }

  #onInformation(pcb: number, information: Bytes): Bytes {
    if (((pcb >> 6) & 1) !== this.#expected) return this.#block(0x82 | (this.#expected << 4));
    this.#expected ^= 1;
    this.#command = concat(this.#command, information);
    if (pcb & 0x20) return this.#send(this.#block(0x80 | (this.#expected << 4)));
    this.apdus.push(this.#command);
    this.#reply = this.#card.transmit(this.#command);
    this.#command = bytes();
    return this.#nextPart();
  }

  #onReceipt(number: number): Bytes {
    const wantsNext = number === this.#number && this.#reply.length > 0;
    return wantsNext ? this.#nextPart() : this.#last;
  }

  #nextPart(): Bytes {
    const part = this.#reply.slice(0, this.#readerSize);
    this.#reply = this.#reply.slice(part.length);
    const more = this.#reply.length > 0 ? 0x20 : 0;
    const block = this.#block((this.#number << 6) | more, part);
    this.#number ^= 1;
    return this.#send(block);
  }

  #send(block: Bytes): Bytes {
    this.#sent += 1;
    this.#last = block;
    const { extensionEvery = 0, spoilEvery = 0 } = this.#traits;
    if (extensionEvery > 0 && this.#sent % extensionEvery === 0) {
      this.#held = block;
      return this.#block(0xc3, bytes(2));
    }
    if (spoilEvery > 0 && this.#sent % spoilEvery === 0)
      return concat(block.slice(0, -1), bytes(0x5a));
    return block;
  }

  #release(): Bytes {
    const held = this.#held ?? this.#last;
    this.#held = undefined;
    return held;
  }

  #block(pcb: number, information: Bytes = bytes()): Bytes {
    const body = concat(bytes(0, pcb, information.length), information);
    return concat(body, bytes(body.reduce((sum, octet) => sum ^ octet, 0)));
  }
}
