/**
 * Floor: session, beside the machine: one whole run with a reader, from opening to closed again. Below: card.
 * Above: session/reading (the machine).
 * It does not know states or pages. Whatever happens, it ends with exactly one `FINISHED`, and only after
 * the reader is closed.
 */
import type { CertificateReader } from '../card/certificate/read.ts';
import { type Clock, pause } from '../card/clock.ts';
import { composeReport } from '../card/compose-report.ts';
import { type FaultCode, faultCodeOf } from '../card/fault.ts';
import { japanDayOf } from '../card/japan-day.ts';
import type { CardPort } from '../card/apdu/channel.ts';
import type { Progress } from '../card/jpki/certificate-file.ts';
import { readContents } from '../card/jpki/reading.ts';
import type { DriverId, Reader } from '../card/readers/reader.ts';
import { type CardReport, type CertificateFacts, type Known, unknown } from '../card/report.ts';

/** How often to look for a card, in milliseconds. */
const SEEK_PAUSE_MS = 150;

/** What a run needs from the world. */
export interface RunInput {
  /** Opens the reader. */
  readonly open: (signal: AbortSignal) => Promise<Reader>;
  /** Loads the part of the page that parses certificates; begun while the card is awaited. */
  readonly loadCertificateReader: () => Promise<CertificateReader>;
  readonly clock: Clock;
  /** The instant it is now; only its day in Japan is used. */
  readonly now: () => Date;
}

/** How a run ended. */
export type Outcome =
  | { readonly report: CardReport; readonly fault?: never }
  | { readonly fault: FaultCode; readonly report?: never };

/** What a run tells while it goes on. */
export type RunEvent =
  | { readonly type: 'OPENED'; readonly driver: DriverId }
  | { readonly type: 'CARD_FOUND' }
  | { readonly type: 'PROGRESS'; readonly progress: Progress }
  | { readonly type: 'FINISHED'; readonly outcome: Outcome };

/** Runs once. Aborting the signal at any moment leads to the end too, with `cancelled`. Never rejects. */
export async function run(
  input: RunInput,
  signal: AbortSignal,
  tell: (event: RunEvent) => void,
): Promise<void> {
  tell({ type: 'FINISHED', outcome: await outcomeOf(input, signal, tell) });
}

async function outcomeOf(
  input: RunInput,
  signal: AbortSignal,
  tell: (event: RunEvent) => void,
): Promise<Outcome> {
  let reader: Reader | undefined;
  try {
    reader = await input.open(signal);
    tell({ type: 'OPENED', driver: reader.driver });
    const parsing = input.loadCertificateReader().catch(() => undefined);
    const port = await waitForCard(reader, input.clock, signal);
    tell({ type: 'CARD_FOUND' });
    return { report: await read(reader, port, parsing, input, tell) };
  } catch (thrown) {
    return { fault: signal.aborted ? 'cancelled' : faultCodeOf(thrown) };
  } finally {
    await reader?.close();
  }
}

async function waitForCard(reader: Reader, clock: Clock, signal: AbortSignal): Promise<CardPort> {
  for (;;) {
    const port = await reader.seek();
    if (port !== undefined) return port;
    await pause(SEEK_PAUSE_MS, { clock, signal });
  }
}

async function read(
  reader: Reader,
  port: CardPort,
  parsing: Promise<CertificateReader | undefined>,
  input: RunInput,
  tell: (event: RunEvent) => void,
): Promise<CardReport> {
  const { certificate, ...contents } = await readContents(port, reader.limits, (progress) =>
    tell({ type: 'PROGRESS', progress }),
  );
  const readCertificate = certificate.known ? await parsing : undefined;
  const facts = certificate.known ? factsOf(certificate.value, readCertificate) : certificate;
  const day = japanDayOf(input.now());
  return composeReport(contents, facts, day, reader.driver === 'sample');
}

function factsOf(
  der: Parameters<CertificateReader>[0],
  readCertificate: CertificateReader | undefined,
): Known<CertificateFacts> {
  return readCertificate === undefined ? unknown('parser-not-loaded') : readCertificate(der);
}
