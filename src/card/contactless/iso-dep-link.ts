/**
 * Floor: contactless, its top. Below: iso-dep, radio, guard. Above: readers.
 * It does not know readers or what commands mean: it runs the pure machine over a radio, and takes nothing
 * but commands that the guard let through. Source: ISO/IEC 14443-4; docs/protocol-sources.md 5.
 */
import { type Bytes, bytes } from '../bytes/bytes.ts';
import { CardFault } from '../fault.ts';
import type { PermittedApdu } from '../guard/permitted.ts';
import { begin, type BlockNumber, next, PCB } from './iso-dep.ts';
import type { Radio } from './radio.ts';
import type { BlockParameters } from './type-b.ts';

const DESELECT_WAIT_MS = 30;

/** A card that was activated and has not yet been let go. */
export class IsoDepLink {
  readonly #radio: Radio;
  readonly #parameters: BlockParameters;
  #blockNumber: BlockNumber = 0;

  constructor(radio: Radio, parameters: BlockParameters) {
    this.#radio = radio;
    this.#parameters = parameters;
  }

  /**
   * Sends one command and returns the card's whole answer.
   * @throws CardFault `card-moved` when the card stays silent or broken; `card-nonsense` when what it says
   * breaks the protocol. The link is of no use afterwards.
   */
  async transmit(apdu: PermittedApdu): Promise<Bytes> {
    let step = begin(apdu.bytes, this.#blockNumber, this.#parameters);
    while (step.do === 'send') {
      const answer = await this.#radio.exchange(step.block, step.waitMs);
      step = next(step.exchange, answer);
    }
    if (step.do === 'fail') {
      throw new CardFault(step.why === 'lost' ? 'card-moved' : 'card-nonsense', 'ISO-DEP');
    }
    this.#blockNumber = step.blockNumber;
    return step.answer;
  }

  /** Lets the card go (S(DESELECT)). What it answers does not matter. */
  async deselect(): Promise<void> {
    await this.#radio.exchange(bytes(PCB.deselect), DESELECT_WAIT_MS);
  }
}
