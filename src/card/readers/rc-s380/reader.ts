/**
 * Floor: readers, Sony RC-S380, its top. Below: chipset, contactless, cable. Above: registry.
 * It does not know JPKI. Source: docs/protocol-sources.md 6.
 *
 * | function | support | remark |
 * |---|---|---|
 * | RC-S380/S, RC-S380/P | expected with a My Number Card | another project reads one this way over WebUSB |
 * | Type B, 106 kbit/s | yes | radio set once a card, as Linux's driver does; two others set it each time |
 * | Type A, FeliCa | no | no My Number Card speaks them to readers |
 */
import type { CardPort } from '../../apdu/channel.ts';
import type { Patience } from '../../clock.ts';
import { IsoDepLink } from '../../contactless/iso-dep-link.ts';
import { activateTypeB, REQB } from '../../contactless/type-b.ts';
import { Cable } from '../../usb/cable.ts';
import type { Reader, ReaderDriver } from '../reader.ts';
import { Chipset } from './chipset.ts';

const VENDOR_CLASS = 0xff;
const LONGEST_ANSWER = 300;
/** Frame 10, response code 2, status 4, bits 1, PCB 1, SW 2. */
const OVERHEAD = 20;
/** A 256-octet frame less PCB, CRC and SW: more would need a chained answer. */
const LARGEST_READ = 251;

/** Sony RC-S380/S and RC-S380/P. */
export const rcS380: ReaderDriver = {
  id: 'rc-s380',
  filters: [
    { vendorId: 0x054c, productId: 0x06c1 },
    { vendorId: 0x054c, productId: 0x06c3 },
  ],
  async open(device: USBDevice, patience: Patience): Promise<Reader> {
    const cable = await Cable.open(device, VENDOR_CLASS, LONGEST_ANSWER, patience);
    const reader = new RcS380(cable);
    try {
      await reader.prepare();
      return reader;
    } catch (thrown) {
      await reader.close();
      throw thrown;
    }
  },
};

class RcS380 implements Reader {
  readonly driver = 'rc-s380';
  readonly #cable: Cable;
  readonly #chipset: Chipset;
  #link: IsoDepLink | undefined;

  constructor(cable: Cable) {
    this.#cable = cable;
    this.#chipset = new Chipset(cable);
  }

  get limits(): Reader['limits'] {
    return { largest: LARGEST_READ, overhead: OVERHEAD, packet: this.#cable.packetSize };
  }

  async prepare(): Promise<void> {
    await this.#chipset.acknowledge();
    await this.#chipset.setCommandType();
  }

  async seek(): Promise<CardPort | undefined> {
    this.#link = undefined;
    await this.#chipset.switchRfOff();
    await this.#chipset.setTypeB();
    const radio = {
      exchange: (frame: Uint8Array, waitMs: number) => this.#chipset.inCommRf(frame, waitMs),
    };
    const parameters = await activateTypeB(radio, REQB);
    this.#link = parameters && new IsoDepLink(radio, parameters);
    return this.#link;
  }

  async close(): Promise<void> {
    await this.#cable.close(async () => {
      if (this.#chipset.isBusy) await this.#chipset.acknowledge();
      else await this.#link?.deselect();
      await this.#chipset.switchRfOff();
      await this.#chipset.acknowledge();
    });
  }
}
