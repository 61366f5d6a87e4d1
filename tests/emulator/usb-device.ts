/**
 * A USB device as a page sees it: the `USBDevice` methods, with the browser's errors, around a firmware.
 * It can harm any one transfer. Faults are made here and nowhere deeper in the page's code.
 */
import { type Bytes, bytes, concat } from '../../src/card/bytes/bytes.ts';

/** One interface of the device, as its descriptors tell. */
export interface InterfaceDescription {
  readonly number: number;
  readonly classCode: number;
  readonly endpoints: readonly USBEndpoint[];
}

/** What is inside the device. */
export interface Firmware {
  readonly vendorId: number;
  readonly productId: number;
  readonly interfaces: readonly InterfaceDescription[];
  readonly configurationDescriptor: Bytes;
  /** Ends a message of full packets with an empty one; without it the page's transfer stays open. */
  readonly sendsZeroLengthPackets?: boolean;
  /** Takes an OUT message and gives IN messages through `emit`, now or later. */
  receive(message: Bytes, emit: (message: Bytes, delayMs?: number) => void): void;
  /** The device lost power. */
  reset(): void;
}

/** What can happen to one transfer. */
export const transferFaults = [
  'unplug',
  'stall',
  'network-error',
  'babble',
  'lost',
  'late',
  'empty-first',
  'split',
  'truncated',
  'corrupted-first',
  'corrupted-middle',
  'corrupted-last',
  'duplicated',
  'flood',
  'other-sequence',
] as const;
/** Those that a host's own message may suffer: USB delivers it once or not at all, but never twice. */
export const outFaults = transferFaults.filter(
  (fault) => !['late', 'duplicated', 'flood'].includes(fault),
);
export type TransferFault = (typeof transferFaults)[number];

/** What makes answers late: the virtual clock of unit tests, or real timers behind a real browser. */
export interface Delays {
  setTimeout(run: () => void, ms: number): unknown;
}

/** How the browser refuses: by name of DOMException. */
export interface Refusals {
  readonly open?: string;
  readonly claim?: string;
}

interface Delivery {
  readonly data: Bytes;
  readonly problem?: 'stall' | 'babble' | 'network-error';
}

const refuse = (name: string): DOMException => new DOMException(`emulated ${name}`, name);

export class EmulatedDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly firmware: Firmware;
  readonly clock: Delays;
  refusals: Refusals = {};
  /** Transfers that crossed the cable, both ways; the first is 0. */
  transfers = 0;
  /** Every OUT message, and every IN message as the firmware gave it. */
  readonly sent: Bytes[] = [];
  readonly received: Bytes[] = [];
  /** Called at each transfer with its number; what it returns happens to that transfer. */
  onTransfer:
    ((transfer: number, direction: USBDirection) => TransferFault | undefined) | undefined;
  onUnplug: (() => void) | undefined;
  opened = false;
  readonly deviceClass = 0;
  configuration: USBConfiguration | null = null;
  #isPlugged = true;
  #claimed = new Set<number>();
  #queue: Delivery[] = [];
  #waiting: ((delivery: Delivery) => void)[] = [];
  #failWaiting: ((reason: unknown) => void)[] = [];
  #unfinished: Bytes = bytes();

  constructor(firmware: Firmware, clock: Delays) {
    this.firmware = firmware;
    this.clock = clock;
    this.vendorId = firmware.vendorId;
    this.productId = firmware.productId;
  }

  /** The device as the type that the page expects. */
  get asUsbDevice(): USBDevice {
    return this as unknown as USBDevice;
  }

  get configurations(): USBConfiguration[] {
    return [configurationOf(this.firmware, 1)];
  }

  async open(): Promise<void> {
    this.#mustBePlugged();
    if (this.refusals.open) throw refuse(this.refusals.open);
    if (this.opened) throw refuse('InvalidStateError');
    this.opened = true;
  }

  async close(): Promise<void> {
    this.opened = false;
    this.#claimed.clear();
    this.#queue = [];
    this.#unfinished = bytes();
    this.#reject('AbortError');
  }

  async selectConfiguration(value: number): Promise<void> {
    this.#mustBeOpen();
    this.configuration = configurationOf(this.firmware, value);
  }

  async claimInterface(number: number): Promise<void> {
    this.#mustBeOpen();
    if (this.refusals.claim) throw refuse(this.refusals.claim);
    this.#claimed.add(number);
  }

  async clearHalt(): Promise<void> {
    this.#mustBeOpen();
  }

  async controlTransferIn(
    setup: USBControlTransferParameters,
    length: number,
  ): Promise<USBInTransferResult> {
    this.#mustBeOpen();
    if (setup.request !== 6 || setup.value !== 0x0200) return { status: 'stall' };
    const data = this.firmware.configurationDescriptor.slice(0, length);
    return { status: 'ok', data: new DataView(data.buffer) };
  }

  async transferOut(endpoint: number, data: BufferSource): Promise<USBOutTransferResult> {
    this.#endpoint(endpoint, 'out');
    const message = octetsOf(data);
    const fault = this.#next('out');
    if (fault === 'network-error') throw refuse('NetworkError');
    if (fault === 'stall') return { status: 'stall', bytesWritten: 0 };
    if (fault === 'babble') return { status: 'babble', bytesWritten: 0 };
    this.sent.push(message);
    for (const arriving of harmed(message, fault)) {
      this.firmware.receive(arriving, (answer, delayMs = 0) => this.#emit(answer, delayMs));
    }
    return { status: 'ok', bytesWritten: message.length };
  }

  async transferIn(endpoint: number, length: number): Promise<USBInTransferResult> {
    const { packetSize } = this.#endpoint(endpoint, 'in');
    for (;;) {
      const { data, problem } = await this.#take();
      if (problem === 'network-error') throw refuse('NetworkError');
      if (problem !== undefined) return { status: problem };
      const whole = concat(this.#unfinished, data);
      this.#unfinished = bytes();
      if (whole.length > length) return { status: 'babble' };
      // A reader that owes a zero-length packet and never sends it: the transfer stays open.
      const isOpenEnded =
        !this.firmware.sendsZeroLengthPackets && data.length > 0 && whole.length % packetSize === 0;
      if (!isOpenEnded || whole.length === length) {
        return { status: 'ok', data: new DataView(whole.buffer) };
      }
      this.#unfinished = whole;
    }
  }

  /** Pulls the plug; `plug` puts it back. */
  unplug(): void {
    this.#isPlugged = false;
    this.opened = false;
    this.configuration = null;
    this.#claimed.clear();
    this.#queue = [];
    this.#unfinished = bytes();
    this.firmware.reset();
    this.#reject('NotFoundError');
    this.onUnplug?.();
  }

  plug(): void {
    this.#isPlugged = true;
  }

  #emit(message: Bytes, delayMs: number): void {
    if (delayMs > 0) {
      this.clock.setTimeout(() => this.#emit(message, 0), delayMs);
      return;
    }
    if (!this.opened) return;
    this.received.push(message);
    const fault = this.#next('in');
    if (fault === 'stall' || fault === 'babble' || fault === 'network-error') {
      this.#deliver({ data: bytes(), problem: fault });
      if (fault === 'stall') this.#deliver({ data: message });
      return;
    }
    if (fault === 'late') {
      this.clock.setTimeout(() => this.#deliver({ data: message }), 20_000);
      return;
    }
    for (const data of harmed(message, fault)) this.#deliver({ data });
  }

  #next(direction: USBDirection): TransferFault | undefined {
    const transfer = this.transfers;
    this.transfers += 1;
    const fault = this.onTransfer?.(transfer, direction);
    if (fault === 'unplug') {
      this.unplug();
      throw refuse('NotFoundError');
    }
    return fault;
  }

  #deliver(delivery: Delivery): void {
    const waiting = this.#waiting.shift();
    this.#failWaiting.shift();
    if (waiting === undefined) this.#queue.push(delivery);
    else waiting(delivery);
  }

  #take(): Promise<Delivery> {
    const ready = this.#queue.shift();
    if (ready !== undefined) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      this.#waiting.push(resolve);
      this.#failWaiting.push(reject);
    });
  }

  #reject(name: string): void {
    const failing = this.#failWaiting;
    this.#waiting = [];
    this.#failWaiting = [];
    for (const reject of failing) reject(refuse(name));
  }

  #endpoint(number: number, direction: USBDirection): USBEndpoint {
    this.#mustBeOpen();
    const owner = this.firmware.interfaces.find((candidate) => this.#claimed.has(candidate.number));
    if (owner === undefined) throw refuse('InvalidStateError');
    const endpoint = owner.endpoints.find(
      (candidate) => candidate.endpointNumber === number && candidate.direction === direction,
    );
    if (endpoint === undefined) throw refuse('NotFoundError');
    return endpoint;
  }

  #mustBeOpen(): void {
    this.#mustBePlugged();
    if (!this.opened) throw refuse('InvalidStateError');
  }

  #mustBePlugged(): void {
    if (!this.#isPlugged) throw refuse('NotFoundError');
  }
}

/** What arrives in place of one transfer; a fault that is not here is made elsewhere. */
const harms: Partial<Record<TransferFault, (message: Bytes) => Bytes[]>> = {
  lost: () => [],
  'empty-first': (message) => [bytes(), message],
  split: (message) => [message.slice(0, middle(message)), message.slice(middle(message))],
  truncated: (message) => [message.slice(0, middle(message))],
  'corrupted-first': (message) => [flipped(message, 0)],
  'corrupted-middle': (message) => [flipped(message, middle(message))],
  'corrupted-last': (message) => [flipped(message, message.length - 1)],
  'other-sequence': (message) => [flipped(message, Math.min(6, message.length - 1))],
  duplicated: (message) => [message, message],
  flood: (message) => Array.from({ length: 400 }, () => message),
};

function harmed(message: Bytes, fault: TransferFault | undefined): Bytes[] {
  const harm = fault && harms[fault];
  return harm ? harm(message) : [message];
}

function middle(message: Bytes): number {
  return Math.floor(message.length / 2);
}

function flipped(message: Bytes, at: number): Bytes {
  const copy = message.slice();
  if (at >= 0 && at < copy.length) copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}

function configurationOf(firmware: Firmware, value: number): USBConfiguration {
  const interfaces = firmware.interfaces.map(({ number, classCode, endpoints }) => ({
    interfaceNumber: number,
    claimed: false,
    alternate: { alternateSetting: 0, interfaceClass: classCode, endpoints },
    alternates: [{ alternateSetting: 0, interfaceClass: classCode, endpoints }],
  }));
  const configuration: unknown = { configurationValue: value, configurationName: null, interfaces };
  return configuration as USBConfiguration;
}

function octetsOf(data: BufferSource): Bytes {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
    : new Uint8Array(data).slice();
}
