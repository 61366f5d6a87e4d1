/**
 * Floor: session, beside the machine: the built-in sample cards (見本) as a source. Below: card/sample. Above:
 * site, which loads this file by import() only where the demonstration is offered.
 * It does not know the machine. Every report made from it says `sample: true`, because its driver is `sample`.
 */
import { pause, type Patience } from '../card/clock.ts';
import type { Reader } from '../card/readers/reader.ts';
import { SampleCard } from '../card/sample/card.ts';
import type { Personality } from '../card/sample/personality-names.ts';
import { sampleTraits } from '../card/sample/personality.ts';
import type { Source } from './sources.ts';

/** Time that one command of a sample card takes, near that of a real reader, so that progress is seen. */
const COMMAND_MS = 30;
/** Time until a sample card lies on the reader that is not there. */
const ARRIVAL_MS = 600;

/**
 * A reader on which a sample card lies.
 * @param today the day around which the sample's dates are laid out.
 */
export function demonstration(personality: Personality, today: Date): Source {
  return {
    open: (patience) => Promise.resolve(new SampleReader(personality, today, patience)),
  };
}

class SampleReader implements Reader {
  readonly driver = 'sample';
  readonly limits = { largest: 251, overhead: 0, packet: 0 };
  readonly #card: SampleCard;
  readonly #patience: Patience;

  constructor(personality: Personality, today: Date, patience: Patience) {
    this.#card = new SampleCard(sampleTraits(personality, today));
    this.#patience = patience;
  }

  async seek(): ReturnType<Reader['seek']> {
    await pause(ARRIVAL_MS, this.#patience);
    return {
      transmit: async (apdu) => {
        await pause(COMMAND_MS, this.#patience);
        return this.#card.transmit(apdu.bytes);
      },
    };
  }

  close(): Promise<void> {
    this.#card.reset();
    return Promise.resolve();
  }
}
