/**
 * Floor: readers, CCID, its top. Below: slot, t1, descriptor, atr, cable. Above: registry.
 * It does not know JPKI. Source: USB CCID rev 1.1; docs/protocol-sources.md 8, 9.
 *
 * | function | support | remark |
 * |---|---|---|
 * | class 0B | where the browser allows it | Isolated Web Apps; ordinary pages get `reader-protected` |
 * | CCID on a vendor class interface | expected | found by its class descriptor |
 * | short and extended APDU level | yes | one XfrBlock an APDU |
 * | TPDU level | T=1 only | T=0 would lengthen the retry counter query, and this card speaks T=1 |
 * | PIN pads | never | PC_to_RDR_Secure does not exist here |
 */
import type { CardPort } from '../../apdu/channel.ts';
import { type Bytes, bytes } from '../../bytes/bytes.ts';
import type { Patience } from '../../clock.ts';
import { CardFault } from '../../fault.ts';
import type { PermittedApdu } from '../../guard/permitted.ts';
import { Cable } from '../../usb/cable.ts';
import type { Reader, ReaderDriver } from '../reader.ts';
import { type BlockProtocol, blockProtocolOf } from './atr.ts';
import { type CcidDescriptor, findCcidDescriptor } from './descriptor.ts';
import { Slot } from './slot.ts';
import { begin, encodeBlock, next, type Numbers, S_BLOCK } from './t1.ts';

const SMART_CARD_CLASS = 0x0b;
const VENDOR_CLASS = 0xff;
const LONGEST_MESSAGE = 1024;
/** Header 10, SW 2; a T=1 block adds 4. */
const OVERHEAD = { apdu: 12, tpdu: 16 } as const;
/** INF of 254 octets less SW, and one to spare; also what a contactless frame of 256 holds. */
const LARGEST_READ = 251;
const LARGEST_INFORMATION = 0xfe;
/** Voltages to try when the reader does not choose: 5 V, then 3 V, then 1.8 V. */
const VOLTAGES = [1, 2, 3];

/** Any reader with the smart card class. */
export const ccid: ReaderDriver = driver(SMART_CARD_CLASS, [{ classCode: SMART_CARD_CLASS }]);

/**
 * Readers whose CCID interface has the vendor class, which browsers do not keep from pages. From the
 * descriptors in LudovicRousseau/CCID (readers/*.txt); tried by nobody here.
 */
export const ccidVendorClass: ReaderDriver = driver(VENDOR_CLASS, [
  { vendorId: 0x04e6, productId: 0x511a }, // SCR3310-NTTCom
  { vendorId: 0x04e6, productId: 0x5120 }, // SCR331-DI-NTTCom
  { vendorId: 0x04e6, productId: 0x5292 }, // SCL01x contactless
]);

function driver(interfaceClass: number, filters: readonly USBDeviceFilter[]): ReaderDriver {
  return {
    id: 'ccid',
    filters,
    async open(device: USBDevice, patience: Patience): Promise<Reader> {
      const cable = await Cable.open(device, interfaceClass, LONGEST_MESSAGE, patience);
      try {
        const configuration = await cable.configurationDescriptor();
        const descriptor = findCcidDescriptor(configuration, cable.interfaceNumber);
        if (descriptor === undefined) throw new CardFault('reader-unknown', 'no CCID descriptor');
        return new CcidReader(cable, descriptor);
      } catch (thrown) {
        await cable.close(async () => {});
        throw thrown;
      }
    },
  };
}

class CcidReader implements Reader {
  readonly driver = 'ccid';
  readonly #cable: Cable;
  readonly #slot: Slot;
  readonly #descriptor: CcidDescriptor;
  #hasCard = false;

  constructor(cable: Cable, descriptor: CcidDescriptor) {
    this.#cable = cable;
    this.#slot = new Slot(cable);
    this.#descriptor = descriptor;
  }

  get limits(): Reader['limits'] {
    const overhead = OVERHEAD[this.#descriptor.level];
    const largest = Math.min(LARGEST_READ, Math.max(1, this.#descriptor.longestMessage - overhead));
    return { largest, overhead, packet: this.#cable.packetSize };
  }

  async seek(): Promise<CardPort | undefined> {
    this.#hasCard = false;
    const presence = await this.#slot.presence();
    if (presence === 'absent') return undefined;
    if (presence === 'active') await this.#slot.powerOff();
    const atr = await this.#powerOn();
    if (atr === undefined) return undefined;
    const protocol = blockProtocolOf(atr);
    if (protocol === undefined) throw new CardFault('not-my-number-card', 'no T=1');
    this.#hasCard = true;
    return this.#descriptor.level === 'apdu' ? this.#apduPort() : this.#tpduPort(protocol);
  }

  async close(): Promise<void> {
    await this.#cable.close(async () => {
      if (this.#hasCard) await this.#slot.powerOff();
    });
  }

  async #powerOn(): Promise<Bytes | undefined> {
    for (const voltage of this.#descriptor.hasAutomaticVoltage ? [0] : VOLTAGES) {
      const atr = await this.#slot.powerOn(voltage);
      if (atr !== undefined) return atr;
    }
    return undefined;
  }

  #apduPort(): CardPort {
    return { transmit: (apdu) => this.#slot.transfer(apdu.bytes) };
  }

  async #tpduPort(protocol: BlockProtocol): Promise<CardPort> {
    const { hasAutomaticParameters, hasAutomaticIfsd } = this.#descriptor;
    if (!hasAutomaticParameters) await this.#slot.setBlockParameters(protocol.parameters);
    if (!hasAutomaticIfsd) {
      await this.#slot.transfer(encodeBlock(S_BLOCK.informationSize, bytes(LARGEST_INFORMATION)));
    }
    let numbers: Numbers = { mine: 0, cards: 0 };
    const transmit = async (apdu: PermittedApdu): Promise<Bytes> => {
      let step = begin(apdu.bytes, numbers, protocol.informationSize);
      while (step.do === 'send') {
        step = next(step.exchange, await this.#slot.transfer(step.block, step.extension));
      }
      if (step.do === 'fail') throw new CardFault('card-nonsense', 'T=1');
      numbers = step.numbers;
      return step.answer;
    };
    return { transmit };
  }
}
