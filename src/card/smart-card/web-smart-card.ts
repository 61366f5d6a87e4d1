/**
 * Floor: smart-card: the shapes of the Web Smart Card API, which TypeScript's DOM does not have yet.
 * Below: nothing. Above: smart-card/reader.
 * Only what this page calls. Source: WICG web-smart-card (index.bs); docs/protocol-sources.md 9.
 */

/** `navigator.smartCard`. */
export interface SmartCardResourceManager {
  establishContext(): Promise<SmartCardContext>;
}

/** A conversation with the system's smart card service. One operation at a time. */
export interface SmartCardContext {
  listReaders(): Promise<string[]>;
  getStatusChange(
    states: readonly { readerName: string; currentState: { unaware?: boolean } }[],
    options?: { timeout?: number; signal?: AbortSignal },
  ): Promise<{ readerName: string; eventState: { present?: boolean; exclusive?: boolean } }[]>;
  connect(
    readerName: string,
    accessMode: 'shared' | 'exclusive' | 'direct',
    options?: { preferredProtocols?: ('raw' | 't0' | 't1')[] },
  ): Promise<{ connection: SmartCardConnection; activeProtocol?: 'raw' | 't0' | 't1' }>;
}

/** A connected card. */
export interface SmartCardConnection {
  transmit(command: BufferSource): Promise<ArrayBuffer>;
  startTransaction(
    run: () => Promise<'leave' | 'reset' | 'unpower' | 'eject' | undefined>,
  ): Promise<void>;
  disconnect(disposition?: 'leave' | 'reset' | 'unpower' | 'eject'): Promise<void>;
}
