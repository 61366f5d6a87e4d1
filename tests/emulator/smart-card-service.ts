/**
 * `navigator.smartCard` with one reader: the system's smart card service as the Web Smart Card API shows it.
 * A second witness, written from docs/protocol-sources.md 9. One operation at a time, as the specification demands.
 */
import { type Bytes, bytes } from '../../src/card/bytes/bytes.ts';
import type { SampleCard } from '../../src/card/sample/card.ts';

/** What can be so, or go wrong. */
export interface ServiceTraits {
  readonly readers?: readonly string[];
  readonly protocol?: 't0' | 't1' | 'raw';
  /** Method → response code of the SmartCardError, or name of the DOMException. */
  readonly failures?: Readonly<Record<string, string>>;
}

export class SmartCardService {
  card: SampleCard | undefined;
  readonly log: string[] = [];
  readonly apdus: Bytes[] = [];
  readonly #traits: ServiceTraits;
  #busy = false;
  isConnected = false;
  isInTransaction = false;

  constructor(card: SampleCard | undefined, traits: ServiceTraits = {}) {
    this.card = card;
    this.#traits = traits;
  }

  async establishContext(): Promise<this> {
    this.#note('establishContext');
    return this;
  }

  async listReaders(): Promise<string[]> {
    this.#note('listReaders');
    return [...(this.#traits.readers ?? ['Emulated Reader 0'])];
  }

  async getStatusChange(
    states: readonly { readerName: string }[],
  ): Promise<{ readerName: string; eventState: { present: boolean } }[]> {
    this.#note('getStatusChange');
    const present = this.card !== undefined;
    return states.map(({ readerName }) => ({ readerName, eventState: { present } }));
  }

  async connect(
    _name: string,
    mode: string,
    options?: { preferredProtocols?: string[] },
  ): Promise<{ connection: SmartCardService; activeProtocol: 't0' | 't1' | 'raw' }> {
    this.#note('connect', mode, ...(options?.preferredProtocols ?? []));
    this.isConnected = true;
    return { connection: this, activeProtocol: this.#traits.protocol ?? 't1' };
  }

  async startTransaction(run: () => Promise<unknown>): Promise<void> {
    this.#note('startTransaction');
    this.isInTransaction = true;
    await run();
    this.isInTransaction = false;
  }

  async transmit(command: BufferSource): Promise<ArrayBuffer> {
    if (this.#busy) throw new DOMException('busy', 'InvalidStateError');
    this.#note('transmit');
    this.#busy = true;
    await Promise.resolve();
    this.#busy = false;
    if (this.card === undefined) throw smartCardError('removed-card');
    const apdu = ArrayBuffer.isView(command)
      ? new Uint8Array(command.buffer, command.byteOffset, command.byteLength).slice()
      : bytes();
    this.apdus.push(apdu);
    return this.card.transmit(apdu).buffer;
  }

  async disconnect(disposition?: string): Promise<void> {
    this.#note('disconnect', disposition ?? 'leave');
    this.isConnected = false;
  }

  #note(method: string, ...details: string[]): void {
    this.log.push([method, ...details].join(' '));
    const failure = this.#traits.failures?.[method];
    if (failure === undefined) return;
    throw failure.endsWith('Error')
      ? new DOMException('emulated', failure)
      : smartCardError(failure);
  }
}

function smartCardError(responseCode: string): Error {
  return Object.assign(new Error('SmartCardError'), { responseCode });
}
