/** One reader, its device and a card, without a session: for tests of drivers. */
import type { CardPort } from '../../../../src/card/apdu/channel.ts';
import { readContents, type CardContents } from '../../../../src/card/jpki/reading.ts';
import type { Reader, ReaderDriver } from '../../../../src/card/readers/reader.ts';
import { SampleCard, type SampleCardTraits } from '../../../../src/card/sample/card.ts';
import { Field } from '../../../emulator/field.ts';
import { RadioCard, type RadioTraits } from '../../../emulator/radio-card.ts';
import { EmulatedDevice, type Firmware } from '../../../emulator/usb-device.ts';
import { VirtualClock } from '../../../emulator/virtual-clock.ts';
import { cardWith, hexOf } from '../witness.ts';

export class Bench {
  readonly clock = new VirtualClock();
  readonly field: Field;
  readonly card: RadioCard;
  readonly device: EmulatedDevice;
  readonly #driver: ReaderDriver;

  constructor(
    driver: ReaderDriver,
    firmware: (field: Field) => Firmware,
    radio: RadioTraits = {},
    traits: SampleCardTraits = cardWith({}),
  ) {
    this.#driver = driver;
    this.card = new RadioCard(new SampleCard(traits), radio);
    this.field = new Field(this.card);
    this.device = new EmulatedDevice(firmware(this.field), this.clock);
  }

  open(signal?: AbortSignal): Promise<Reader> {
    return this.clock.settle(
      this.#driver.open(this.device.asUsbDevice, { clock: this.clock, signal }),
    );
  }

  seek(reader: Reader): Promise<CardPort | undefined> {
    return this.clock.settle(reader.seek());
  }

  /** Opens, reads everything, closes. */
  async read(): Promise<CardContents> {
    const reader = await this.open();
    try {
      const port = await this.seek(reader);
      if (port === undefined) throw new Error('no card');
      return await this.clock.settle(readContents(port, reader.limits, () => {}));
    } finally {
      await this.clock.settle(reader.close());
    }
  }

  /** What the page sent over the cable, and what the reader gave, in hex. */
  get sent(): string[] {
    return this.device.sent.map(hexOf);
  }

  get received(): string[] {
    return this.device.received.map(hexOf);
  }
}
