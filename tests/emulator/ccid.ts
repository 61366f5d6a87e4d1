/**
 * Firmware of a CCID reader, written from docs/protocol-sources.md 8: APDU level, or TPDU level with T=1 and a contact card.
 * A second witness: it parses messages, computes LRCs and keeps T=1 numbers by itself.
 */
import { type Bytes, bytes, concat } from '../../src/card/bytes/bytes.ts';
import { fromHex } from '../../src/card/bytes/hex.ts';
import type { SampleCard } from '../../src/card/sample/card.ts';
import { BlockCard } from './block-card.ts';
import type { Field } from './field.ts';
import type { Firmware, InterfaceDescription } from './usb-device.ts';

type Emit = (message: Bytes, delayMs?: number) => void;

/** How this reader behaves. */
export interface CcidTraits {
  readonly level?: 'apdu' | 'tpdu' | 'character';
  readonly interfaceClass?: 0x0b | 0xff;
  readonly vendorId?: number;
  readonly productId?: number;
  /** dwFeatures besides the level: automatic voltage, parameters, IFSD … */
  readonly features?: number;
  /** Asks for more time before each answer of the card. */
  readonly extends?: boolean;
  /** Gives answers in parts of so many octets (bChainParameter). */
  readonly partSize?: number;
  /** ATR of the card, in hex. */
  readonly atr?: string;
  /** The card in the slot, when not the one in the field: a contact card. */
  readonly slot?: SampleCard;
}

const LEVELS = { apdu: 0x04_0000, tpdu: 0x01_0000, character: 0 };
const ACTIVE = 0;
const INACTIVE = 1;
const ABSENT = 2;

export class Ccid implements Firmware {
  readonly vendorId: number;
  readonly productId: number;
  readonly interfaces: readonly InterfaceDescription[];
  readonly configurationDescriptor: Bytes;
  readonly field: Field;
  /** Messages that would make a reader ask for a PIN. Must stay 0. */
  secureMessages = 0;
  readonly #traits: CcidTraits;
  #isActive = false;
  #blocks: BlockCard | undefined;
  #rest: Bytes = bytes();

  constructor(field: Field, traits: CcidTraits = {}) {
    this.field = field;
    this.#traits = traits;
    const { interfaceClass = 0x0b, level = 'apdu', features = 0x7e } = traits;
    this.vendorId = traits.vendorId ?? 0x1234;
    this.productId = traits.productId ?? 0x0001;
    this.interfaces = [
      {
        number: 0,
        classCode: interfaceClass,
        endpoints: [
          { endpointNumber: 1, direction: 'out', type: 'bulk', packetSize: 64 },
          { endpointNumber: 2, direction: 'in', type: 'bulk', packetSize: 64 },
          { endpointNumber: 3, direction: 'in', type: 'interrupt', packetSize: 8 },
        ],
      },
    ];
    this.configurationDescriptor = descriptorOf(interfaceClass, LEVELS[level] | features);
  }

  reset(): void {
    this.#isActive = false;
    this.#card?.reset();
  }

  receive(message: Bytes, emit: Emit): void {
    const [type = 0, low = 0, high = 0, , , , sequence = 0, first = 0, second = 0] = message;
    if (type === 0x69) this.secureMessages += 1;
    if (message.length !== 10 + low + high * 256) {
      return emit(this.#answer(0x80, sequence, bytes(), 0x40, 1));
    }
    if (this.#card === undefined) this.#isActive = false;
    switch (type) {
      case 0x65:
        return emit(this.#answer(0x81, sequence));
      case 0x63:
        this.reset();
        return emit(this.#answer(0x81, sequence));
      case 0x62:
        return emit(this.#powerOn(sequence, first));
      case 0x61:
        return emit(this.#answer(0x82, sequence, message.slice(10)));
      case 0x6f:
        return this.#transfer(message.slice(10), second, sequence, emit);
      default:
        return emit(this.#answer(0x81, sequence, bytes(), 0x40, 0));
    }
  }

  get #card(): SampleCard | undefined {
    return this.#traits.slot ?? this.field.card?.card;
  }

  #powerOn(sequence: number, voltage: number): Bytes {
    const card = this.#card;
    const needsVoltage = ((this.#traits.features ?? 0x7e) & 0x08) === 0;
    const isMute = card === undefined || (needsVoltage && voltage !== 2);
    if (isMute) return this.#answer(0x80, sequence, bytes(), 0x40, 0xfe);
    card.reset();
    this.#isActive = true;
    this.#blocks = new BlockCard(card);
    return this.#answer(0x80, sequence, fromHex(this.#traits.atr ?? '3BE000FF8131FE4514'));
  }

  #transfer(data: Bytes, level: number, sequence: number, emit: Emit): void {
    const card = this.#card;
    if (card === undefined || !this.#isActive) {
      return emit(this.#answer(0x80, sequence, bytes(), 0x40, 0xfe));
    }
    if (this.#traits.extends) emit(this.#answer(0x80, sequence, bytes(), 0x80, 2));
    const isNext = level === 0x10 && data.length === 0;
    const whole = isNext ? this.#rest : this.#speak(card, data);
    const part = whole.slice(0, this.#traits.partSize ?? whole.length);
    this.#rest = whole.slice(part.length);
    const hasMore = this.#rest.length > 0;
    const chain = isNext ? (hasMore ? 3 : 2) : hasMore ? 1 : 0;
    emit(this.#answer(0x80, sequence, part, 0, 0, chain));
  }

  #speak(card: SampleCard, data: Bytes): Bytes {
    if ((this.#traits.level ?? 'apdu') === 'tpdu') return this.#blocks?.exchange(data) ?? bytes();
    this.field.card?.apdus.push(data);
    return card.transmit(data);
  }

  #answer(
    type: number,
    sequence: number,
    body: Bytes = bytes(),
    command = 0,
    error = 0,
    chain = 0,
  ): Bytes {
    const state = this.#card === undefined ? ABSENT : this.#isActive ? ACTIVE : INACTIVE;
    const length = bytes(body.length & 0xff, body.length >> 8, 0, 0);
    return concat(bytes(type), length, bytes(0, sequence, command | state, error, chain), body);
  }
}

/** Configuration, interface, CCID class descriptor and an endpoint, as GET_DESCRIPTOR gives them. */
function descriptorOf(interfaceClass: number, features: number): Bytes {
  const classDescriptor = new Uint8Array(54);
  classDescriptor.set([0x36, 0x21, 0x10, 0x01, 0x00, 0x07, 0x02]);
  classDescriptor.set([features & 0xff, (features >> 8) & 0xff, (features >> 16) & 0xff], 40);
  classDescriptor.set([0x0f, 0x01], 44);
  return concat(
    bytes(9, 2, 79, 0, 1, 1, 0, 0x80, 50),
    bytes(9, 4, 0, 0, 3, interfaceClass, 0, 0, 0),
    classDescriptor,
    bytes(7, 5, 0x82, 2, 64, 0, 0),
  );
}
