/**
 * Floor: readers, Sony RC-S300, its top. Below: transparent-session, contactless, cable. Above: registry.
 * It does not know JPKI. Source: docs/protocol-sources.md 7.
 *
 * | function | support | remark |
 * |---|---|---|
 * | RC-S300/S, RC-S300/P, vendor interface | expected | proven by others with FeliCa and Type A cards only |
 * | Type B, the reader activates (layer 4) | expected | tried first |
 * | Type B, the page activates (layer 3, 2) | expected | when layer 4 is refused |
 * | CCID interface | no | browsers keep its class from pages |
 */
import type { CardPort } from '../../apdu/channel.ts';
import { octetAt } from '../../bytes/bytes.ts';
import { type Patience, pause } from '../../clock.ts';
import { IsoDepLink } from '../../contactless/iso-dep-link.ts';
import {
  activateTypeB,
  blockParameters,
  type BlockParameters,
  WUPB,
} from '../../contactless/type-b.ts';
import { Cable } from '../../usb/cable.ts';
import type { Reader, ReaderDriver } from '../reader.ts';
import { TransparentSession } from './transparent-session.ts';

const VENDOR_CLASS = 0xff;
const LONGEST_ANSWER = 532;
/** Header 10, C0 5, 92 3, 96 4, 97 2, PCB 1, SW of the card 2, SW of the reader 2. */
const OVERHEAD = 29;
/** With PCB and SW the 97 object then holds 127 octets, the most for which both codings of its length agree. */
const LARGEST_READ = 124;
/** After each switch of the field; another project proved 30 ms. */
const FIELD_MS = 30;
/** Where an ATR of PC/SC part 3 holds the ATQB protocol info: behind 3B 88 80 01 and application data. */
const ATR_PROTOCOL_INFO = 8;
/** For a reader that activates but does not tell: small frames, long waits, good with any card. */
const UNTOLD: BlockParameters = { frameSize: 32, waitMs: 2478 };

/** Sony RC-S300/S and RC-S300/P. */
export const rcS300: ReaderDriver = {
  id: 'rc-s300',
  filters: [
    { vendorId: 0x054c, productId: 0x0dc8 },
    { vendorId: 0x054c, productId: 0x0dc9 },
  ],
  async open(device: USBDevice, patience: Patience): Promise<Reader> {
    const cable = await Cable.open(device, VENDOR_CLASS, LONGEST_ANSWER, patience);
    const reader = new RcS300(cable, patience);
    try {
      await reader.prepare();
      return reader;
    } catch (thrown) {
      await reader.close();
      throw thrown;
    }
  },
};

class RcS300 implements Reader {
  readonly driver = 'rc-s300';
  readonly #cable: Cable;
  readonly #session: TransparentSession;
  readonly #patience: Patience;
  #link: IsoDepLink | undefined;

  constructor(cable: Cable, patience: Patience) {
    this.#cable = cable;
    this.#session = new TransparentSession(cable);
    this.#patience = patience;
  }

  get limits(): Reader['limits'] {
    return { largest: LARGEST_READ, overhead: OVERHEAD, packet: this.#cable.packetSize };
  }

  async prepare(): Promise<void> {
    await this.#session.start();
  }

  async seek(): Promise<CardPort | undefined> {
    this.#link = undefined;
    await this.#session.switchRf(false);
    await pause(FIELD_MS, this.#patience);
    await this.#session.switchRf(true);
    await pause(FIELD_MS, this.#patience);
    const parameters = await this.#activate();
    this.#link = parameters && new IsoDepLink(this.#radio, parameters);
    return this.#link;
  }

  async close(): Promise<void> {
    await this.#cable.close(async () => {
      await this.#session.switchRf(false);
      await this.#session.end();
    });
  }

  get #radio(): { exchange: TransparentSession['transceive'] } {
    return { exchange: (frame, waitMs) => this.#session.transceive(frame, waitMs) };
  }

  async #activate(): Promise<BlockParameters | undefined> {
    const byReader = await this.#session.switchToTypeB(0x04);
    if (byReader.kind === 'no-card') return undefined;
    if (byReader.kind === 'active') return parametersOf(byReader.atr);
    for (const layer of [0x03, 0x02] as const) {
      const { kind } = await this.#session.switchToTypeB(layer);
      if (kind === 'no-card') return undefined;
      if (kind === 'active') return activateTypeB(this.#radio, WUPB);
    }
    return undefined;
  }
}

function parametersOf(atr: Uint8Array | undefined): BlockParameters {
  const isTypeB = atr?.length === 13 && octetAt(atr, 0) === 0x3b;
  const told = isTypeB ? blockParameters(atr.subarray(ATR_PROTOCOL_INFO)) : undefined;
  return told ?? UNTOLD;
}
