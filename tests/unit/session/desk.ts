/**
 * A desk for tests: a reader on a cable, a card on the reader, a browser, a clock, and the session machine.
 */
import { createActor, type Actor } from 'xstate';
import { type CertificateReader, readCertificate } from '../../../src/card/certificate/read.ts';
import { SampleCard, type SampleCardTraits } from '../../../src/card/sample/card.ts';
import { sampleTraits } from '../../../src/card/sample/personality.ts';
import { readingMachine, type ReadingContext } from '../../../src/session/reading.ts';
import { Field } from '../../emulator/field.ts';
import { RadioCard, type RadioTraits } from '../../emulator/radio-card.ts';
import { EmulatedUsb } from '../../emulator/usb.ts';
import { EmulatedDevice, type Firmware } from '../../emulator/usb-device.ts';
import { rest, VirtualClock } from '../../emulator/virtual-clock.ts';

/** The instant of every test: noon in Japan on 22 November 2026. */
export const NOON = new Date('2026-11-22T03:00:00Z');

const facts = new Map<string, ReturnType<CertificateReader>>();

/** The real certificate reader; what it says of the same octets is remembered, to keep sweeps short. */
const rememberingReader: CertificateReader = (der) => {
  const key = Buffer.from(der).toString('base64');
  const remembered = facts.get(key) ?? readCertificate(der);
  facts.set(key, remembered);
  return remembered;
};

const ordinary = sampleTraits('in-date', NOON);

/** Everything that a test may want to hold. */
export class Desk {
  readonly clock = new VirtualClock();
  readonly usb = new EmulatedUsb();
  readonly field: Field;
  readonly device: EmulatedDevice;
  readonly cards: SampleCard[] = [];
  readonly actor: Actor<typeof readingMachine>;

  constructor(firmwareFor: (field: Field) => Firmware, field = new Field()) {
    this.field = field;
    this.device = new EmulatedDevice(firmwareFor(this.field), this.clock);
    this.usb.choice = this.device;
    this.device.onUnplug = () => {
      this.usb.trusted = [];
      this.usb.announceUnplugged(this.device);
    };
    this.actor = createActor(readingMachine, {
      clock: this.clock,
      input: {
        usb: this.usb.asUsb,
        clock: this.clock,
        now: () => NOON,
        loadCertificateReader: () => Promise.resolve(rememberingReader),
      },
    });
    this.actor.start();
  }

  /** A contactless card made of traits. */
  makeCard(traits: SampleCardTraits = ordinary, radio: RadioTraits = {}): RadioCard {
    const card = new SampleCard(traits);
    this.cards.push(card);
    return new RadioCard(card, radio);
  }

  /** The state's name, nested states with dots, and the context. */
  get state(): string {
    const { value } = this.actor.getSnapshot();
    return typeof value === 'string' ? value : `working.${value.working}`;
  }

  get context(): ReadingContext {
    return this.actor.getSnapshot().context;
  }

  /** Presses the button and waits until a report or a failure is shown. */
  async read(limitMs = 120_000): Promise<void> {
    this.actor.send({ type: 'CHOOSE' });
    await this.until(() => !this.actor.getSnapshot().hasTag('busy'), limitMs);
  }

  /** Lets time pass until something is so. */
  async until(isSo: () => boolean, limitMs = 120_000): Promise<void> {
    const end = this.clock.now + limitMs;
    for (;;) {
      await rest();
      if (isSo()) return;
      if (this.clock.now > end) throw new Error(`hang in ${this.state} after ${limitMs} ms`);
      if (!this.clock.step()) throw new Error(`hang in ${this.state}: nothing is left to happen`);
    }
  }

  /** How many commands in all tried to present a secret, on any card of this desk. */
  get attempts(): number {
    return this.cards.reduce((sum, card) => sum + card.attempts, 0);
  }
}
