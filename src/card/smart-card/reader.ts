/**
 * Floor: smart-card: the second transport, through the system's own smart card service. Below: the shapes of
 * the API, guard, readers/reader. Above: session.
 * It does not know USB, radio or JPKI. Source: WICG web-smart-card; docs/protocol-sources.md 9. Expected, tried by nobody here:
 * ChromeOS, Isolated Web Apps only.
 */
import type { CardPort } from '../apdu/channel.ts';
import type { Bytes } from '../bytes/bytes.ts';
import { type Patience, within } from '../clock.ts';
import { CardFault, type FaultCode } from '../fault.ts';
import type { PermittedApdu } from '../guard/permitted.ts';
import type { Reader } from '../readers/reader.ts';
import type {
  SmartCardConnection,
  SmartCardContext,
  SmartCardResourceManager,
} from './web-smart-card.ts';

/** connect() may wait for the person to allow it. */
const CONNECTING_MS = 60_000;
const CALL_MS = 6000;
const FAREWELL_MS = 1000;

const CODES: Readonly<Record<string, FaultCode>> = {
  'no-service': 'reader-unplugged',
  'reader-unavailable': 'reader-unplugged',
  'unknown-reader': 'reader-unplugged',
  'sharing-violation': 'reader-busy',
  'server-too-busy': 'reader-busy',
  'removed-card': 'card-moved',
  'reset-card': 'card-moved',
  'no-smartcard': 'card-moved',
  'unpowered-card': 'card-moved',
  'unresponsive-card': 'card-moved',
  'proto-mismatch': 'not-my-number-card',
  'unsupported-card': 'not-my-number-card',
  'system-cancelled': 'cancelled',
};

/**
 * Opens the system's smart card service.
 * @throws CardFault `reader-unplugged` when there is no service or no reader; `usb-forbidden` when the page
 * may not use it.
 */
export async function openSmartCard(
  manager: SmartCardResourceManager,
  patience: Patience,
): Promise<Reader> {
  const context = await call(() => manager.establishContext(), CALL_MS, patience);
  const names = await call(() => context.listReaders(), CALL_MS, patience);
  if (names.length === 0) throw new CardFault('reader-unplugged', 'no reader is listed');
  return new SmartCardReader(context, names, patience);
}

class SmartCardReader implements Reader {
  readonly driver = 'smart-card';
  readonly limits = { largest: 251, overhead: 0, packet: 0 };
  readonly #context: SmartCardContext;
  readonly #names: readonly string[];
  readonly #patience: Patience;
  #connection: SmartCardConnection | undefined;
  #endTransaction: (() => void) | undefined;

  constructor(context: SmartCardContext, names: readonly string[], patience: Patience) {
    this.#context = context;
    this.#names = names;
    this.#patience = patience;
  }

  async seek(): Promise<CardPort | undefined> {
    await this.#letGo();
    const states = this.#names.map((readerName) => ({
      readerName,
      currentState: { unaware: true },
    }));
    const changes = await this.#call(() => this.#context.getStatusChange(states, { timeout: 100 }));
    const present = changes.find(({ eventState }) => eventState.present);
    return present && this.#connect(present.readerName);
  }

  async close(): Promise<void> {
    await this.#letGo();
  }

  async #connect(name: string): Promise<CardPort> {
    const options = { preferredProtocols: ['t1' as const] };
    const { connection, activeProtocol } = await call(
      () => this.#context.connect(name, 'shared', options),
      CONNECTING_MS,
      this.#patience,
    );
    this.#connection = connection;
    if (activeProtocol !== 't1') throw new CardFault('not-my-number-card', 'no T=1');
    await this.#begin(connection);
    return { transmit: (apdu) => this.#transmit(connection, apdu) };
  }

  /** Keeps other programs from selecting something else between two commands. */
  #begin(connection: SmartCardConnection): Promise<void> {
    const begun = new Promise<void>((resolve, reject) => {
      const transaction = connection.startTransaction(() => {
        resolve();
        return new Promise((end) => {
          this.#endTransaction = () => end('leave');
        });
      });
      transaction.catch(reject);
    });
    return this.#call(() => begun);
  }

  async #transmit(connection: SmartCardConnection, apdu: PermittedApdu): Promise<Bytes> {
    return new Uint8Array(await this.#call(() => connection.transmit(apdu.bytes)));
  }

  async #letGo(): Promise<void> {
    this.#endTransaction?.();
    this.#endTransaction = undefined;
    const connection = this.#connection;
    this.#connection = undefined;
    if (connection === undefined) return;
    const patience = { clock: this.#patience.clock };
    await call(() => connection.disconnect('leave'), FAREWELL_MS, patience).catch(() => {});
  }

  #call<T>(work: () => Promise<T>): Promise<T> {
    return call(work, CALL_MS, this.#patience);
  }
}

async function call<T>(work: () => Promise<T>, ms: number, patience: Patience): Promise<T> {
  try {
    return await within(work(), ms, patience, 'reader-silent');
  } catch (thrown) {
    throw smartCardFault(thrown);
  }
}

function smartCardFault(thrown: unknown): CardFault {
  if (thrown instanceof CardFault) return thrown;
  const code = responseCodeOf(thrown);
  const isForbidden = thrown instanceof Error && /^(NotAllowed|Security)Error$/u.test(thrown.name);
  const otherwise = isForbidden ? 'usb-forbidden' : 'reader-nonsense';
  return new CardFault(CODES[code] ?? otherwise, `smart card service: ${code}`, thrown);
}

function responseCodeOf(thrown: unknown): string {
  const hasCode = typeof thrown === 'object' && thrown !== null && 'responseCode' in thrown;
  return hasCode && typeof thrown.responseCode === 'string' ? thrown.responseCode : 'none';
}
