/**
 * The space above a reader: a card or none, the field on or off, and what disturbs a single exchange.
 */
import type { Bytes } from '../../src/card/bytes/bytes.ts';
import type { RadioCard } from './radio-card.ts';

/** What may happen to one exchange over the air. */
export type Disturbance =
  | 'command-lost'
  | 'answer-lost'
  | 'answer-garbled'
  | 'answer-repeated'
  | 'card-removed'
  | 'card-swapped';

/** The answer of the air: a frame, nothing, or a frame with a broken CRC. */
export type AirAnswer = Bytes | 'silence' | 'garbled';

export class Field {
  card: RadioCard | undefined;
  /** The card that is put there when the disturbance is `card-swapped`. */
  other: RadioCard | undefined;
  isOn = false;
  /** Octets on the air, both ways, CRC included; and frames. */
  octets = 0;
  frames = 0;
  #disturbance: Disturbance | undefined;
  #previous: Bytes | undefined;
  readonly #noise: ((exchange: number) => Disturbance | undefined) | undefined;
  #exchanges = 0;

  constructor(card?: RadioCard, noise?: (exchange: number) => Disturbance | undefined) {
    this.card = card;
    this.#noise = noise;
  }

  /** Disturbs the next exchange. */
  disturb(disturbance: Disturbance): void {
    this.#disturbance = disturbance;
  }

  /** Forgets a disturbance that met no exchange. */
  calm(): void {
    this.#disturbance = undefined;
  }

  switch(on: boolean): void {
    if (this.isOn && !on) this.card?.powerOff();
    this.isOn = on;
  }

  exchange(frame: Bytes): AirAnswer {
    this.#exchanges += 1;
    const disturbance = this.#disturbance ?? this.#noise?.(this.#exchanges);
    this.#disturbance = undefined;
    this.#count(frame);
    if (disturbance === 'card-removed') this.#replace(undefined);
    if (disturbance === 'card-swapped') this.#replace(this.other);
    if (disturbance === 'command-lost' || !this.isOn) return 'silence';
    const answer = this.card?.exchange(frame);
    if (answer === undefined || disturbance === 'answer-lost') return 'silence';
    this.#count(answer);
    if (disturbance === 'answer-garbled') return 'garbled';
    const repeated = disturbance === 'answer-repeated' ? this.#previous : undefined;
    this.#previous = answer;
    return repeated ?? answer;
  }

  #replace(card: RadioCard | undefined): void {
    this.card?.powerOff();
    this.card = card;
  }

  #count(frame: Bytes): void {
    this.octets += frame.length + 2;
    this.frames += 1;
  }
}
