/**
 * Floor: jpki, its top: one whole reading of a card. Below: application, certificate-file. Above: session.
 * It does not know readers, dates of today, or what is in the certificate. Source: docs/protocol-sources.md 0, 10.
 */
import { CardChannel, type CardPort } from '../apdu/channel.ts';
import type { Bytes } from '../bytes/bytes.ts';
import type { JapanDay } from '../japan-day.ts';
import type { CardKind, Known, SecretState } from '../report.ts';
import {
  askTriesLeft,
  type Availability,
  readAvailability,
  readCardExpiry,
  readCardKind,
  selectJpki,
} from './application.ts';
import { type Progress, readCertificateFile } from './certificate-file.ts';
import { FILE } from './files.ts';
import type { ReadLimits } from './read-limits.ts';

/** What one reading brings home; `certificate` is dropped as soon as its dates are taken from it. */
export interface CardContents {
  readonly card: Known<CardKind>;
  readonly availability: Known<Availability>;
  readonly authenticationPin: Known<SecretState>;
  readonly signaturePassword: Known<SecretState>;
  readonly cardLastDay: Known<JapanDay>;
  readonly certificate: Known<Bytes>;
}

/**
 * Reads all that a JPKI card tells without a secret.
 * The card's expiry is asked first: it answers only while no application is selected.
 * @throws CardFault `not-my-number-card`, `card-nonsense`, or what the transport throws.
 */
export async function readContents(
  port: CardPort,
  limits: ReadLimits,
  onProgress: (progress: Progress) => void,
): Promise<CardContents> {
  const channel = new CardChannel(port);
  const cardLastDay = await readCardExpiry(channel);
  await selectJpki(channel);
  const card = await readCardKind(channel);
  const availability = await readAvailability(channel);
  const authenticationPin = await askTriesLeft(channel, FILE.authenticationPin);
  const signaturePassword = await askTriesLeft(channel, FILE.signaturePassword);
  const certificate = await readCertificateFile(
    channel,
    FILE.authenticationCertificate,
    limits,
    onProgress,
  );
  return { card, availability, authenticationPin, signaturePassword, cardLastDay, certificate };
}
