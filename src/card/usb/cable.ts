/**
 * Floor: usb. Below: bytes, clock, fault, dom-fault. Above: readers.
 * It moves octets and knows no protocol: one claimed interface, one bulk endpoint each way, every wait
 * bounded, every failure a `CardFault`. Interface and endpoint numbers come from the descriptors.
 * Source: WebUSB (WICG); docs/protocol-sources.md 6, 7, 9.
 */
import { type Bytes, bytes } from '../bytes/bytes.ts';
import { type Patience, within } from '../clock.ts';
import { CardFault } from '../fault.ts';
import { usbFault } from './dom-fault.ts';

/** How long opening and each polite word at the end may take. */
const OPENING_MS = 5000;
const FAREWELL_MS = 1000;
const WRITING_MS = 2000;
const DESCRIPTOR_MS = 1000;

interface Pipe {
  readonly interfaceNumber: number;
  readonly input: USBEndpoint;
  readonly output: USBEndpoint;
}

/** One opened USB interface. */
export class Cable {
  readonly #device: USBDevice;
  readonly #pipe: Pipe;
  readonly #readSize: number;
  #patience: Patience;
  /** The transferIn under way. WebUSB cannot cancel one, so a read that gave up leaves it to the next. */
  #incoming: Promise<Bytes> | undefined;

  private constructor(device: USBDevice, pipe: Pipe, readSize: number, patience: Patience) {
    this.#device = device;
    this.#pipe = pipe;
    this.#readSize = Math.ceil(readSize / pipe.input.packetSize) * pipe.input.packetSize;
    this.#patience = patience;
  }

  /**
   * Opens a device and claims its first interface of a class that has bulk endpoints both ways.
   * @param interfaceClass USB class code, such as FF (vendor) or 0B (smart card).
   * @param readSize octets of the longest answer; rounded up to whole packets.
   * @throws CardFault `reader-busy`, `reader-protected`, `reader-unplugged`, `reader-unknown`,
   * `reader-silent`, `cancelled`; the device is closed again.
   */
  static async open(
    device: USBDevice,
    interfaceClass: number,
    readSize: number,
    patience: Patience,
  ): Promise<Cable> {
    const claiming = claim(device, interfaceClass);
    try {
      const pipe = await within(claiming, OPENING_MS, patience, 'reader-silent');
      return new Cable(device, pipe, readSize, patience);
    } catch (thrown) {
      // Giving up does not stop the browser from opening: whatever it still does is undone after it.
      const undone = claiming.catch(() => {}).then(() => closeQuietly(device, patience));
      await within(undone, FAREWELL_MS, { clock: patience.clock }, 'reader-silent').catch(() => {});
      throw usbFault(thrown, 'opening');
    }
  }

  /** Number of the claimed interface. */
  get interfaceNumber(): number {
    return this.#pipe.interfaceNumber;
  }

  /** Largest packet of the IN endpoint. */
  get packetSize(): number {
    return this.#pipe.input.packetSize;
  }

  /** Sends one message; a stalled endpoint is cleared and tried once more. */
  async write(message: Bytes): Promise<void> {
    const { endpointNumber } = this.#pipe.output;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const result = await this.#await(
        this.#device.transferOut(endpointNumber, message),
        WRITING_MS,
      );
      if (result.status === 'ok' && result.bytesWritten === message.length) return;
      await this.#clear(result.status, 'out');
    }
    throw new CardFault('reader-nonsense', 'OUT endpoint keeps stalling');
  }

  /**
   * Waits for what one transfer brings: it may be a part of a message, several, or nothing.
   * @throws CardFault `reader-silent` after `waitMs`; the transfer stays under way for the next read.
   */
  async read(waitMs: number): Promise<Bytes> {
    this.#incoming ??= this.#transferIn();
    return this.#await(this.#incoming, waitMs);
  }

  /** The whole configuration descriptor, by a standard request that browsers allow for any class. */
  async configurationDescriptor(): Promise<Bytes> {
    const result = await this.#await(
      this.#device.controlTransferIn(
        { requestType: 'standard', recipient: 'device', request: 6, value: 0x0200, index: 0 },
        1024,
      ),
      DESCRIPTOR_MS,
    );
    return octetsOf(result);
  }

  /**
   * Says goodbye and closes the device, whatever happens. Never throws.
   * @param farewell last messages to the reader (field off); given one second, and its failure ignored.
   */
  async close(farewell: () => Promise<void>): Promise<void> {
    this.#patience = { clock: this.#patience.clock };
    await within(farewell(), FAREWELL_MS, this.#patience, 'reader-silent').catch(() => {});
    await closeQuietly(this.#device, this.#patience);
  }

  async #transferIn(): Promise<Bytes> {
    try {
      const { endpointNumber } = this.#pipe.input;
      const result = await this.#device.transferIn(endpointNumber, this.#readSize);
      if (result.status === 'ok') return octetsOf(result);
      await this.#clear(result.status, 'in');
      return bytes();
    } finally {
      this.#incoming = undefined;
    }
  }

  async #clear(status: USBTransferStatus, direction: USBDirection): Promise<void> {
    if (status !== 'stall') throw new CardFault('reader-nonsense', `${direction} ${status}`);
    const { input, output } = this.#pipe;
    const { endpointNumber } = direction === 'in' ? input : output;
    await this.#device.clearHalt(direction, endpointNumber);
  }

  async #await<T>(work: Promise<T>, ms: number): Promise<T> {
    try {
      return await within(work, ms, this.#patience, 'reader-silent');
    } catch (thrown) {
      throw usbFault(thrown, 'transferring');
    }
  }
}

async function claim(device: USBDevice, interfaceClass: number): Promise<Pipe> {
  await device.open();
  if (device.configuration === null) await device.selectConfiguration(1);
  const pipe = device.configuration?.interfaces
    .filter(({ alternate }) => alternate.interfaceClass === interfaceClass)
    .flatMap((candidate) => pipeOf(candidate) ?? [])[0];
  if (pipe === undefined) throw new CardFault('reader-unknown', 'no interface of the wanted class');
  await device.claimInterface(pipe.interfaceNumber);
  return pipe;
}

function pipeOf({ interfaceNumber, alternate }: USBInterface): Pipe | undefined {
  const bulk = alternate.endpoints.filter((endpoint) => endpoint.type === 'bulk');
  const input = bulk.find((endpoint) => endpoint.direction === 'in');
  const output = bulk.find((endpoint) => endpoint.direction === 'out');
  return input && output && { interfaceNumber, input, output };
}

async function closeQuietly(device: USBDevice, { clock }: Patience): Promise<void> {
  if (!device.opened) return;
  await within(device.close(), FAREWELL_MS, { clock }, 'reader-silent').catch(() => {});
}

function octetsOf({ data }: USBInTransferResult): Bytes {
  if (data === undefined) return bytes();
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
}
