/**
 * Floor: jpki. Below: apdu, report, japan-day. Above: reading.
 * It does not know readers, and never sends anything but the shapes of apdu/command. It parses no
 * certificate. Source: docs/protocol-sources.md 1, 2.
 */
import type { CardChannel } from '../apdu/channel.ts';
import {
  cardExpiryQuery,
  readBinary,
  retryCounterQuery,
  selectApplication,
  selectFile,
} from '../apdu/command.ts';
import { SW } from '../apdu/response.ts';
import { asciiText } from '../bytes/bytes.ts';
import { CardFault } from '../fault.ts';
import { type JapanDay, japanDay } from '../japan-day.ts';
import {
  type CardKind,
  known,
  type Known,
  type SecretState,
  unknown,
  type UnknownReason,
} from '../report.ts';
import { CARD_KIND_OF_LABEL, FILE, JPKI_APPLICATION, LABEL_LENGTH } from './files.ts';

/** What the card's own list says of its two certificates: a hint, never a certainty. */
export interface Availability {
  readonly signature: boolean;
  readonly authentication: boolean;
}

/** The one value of EF 0008 that is known to mean "present". */
const PRESENT = 0x8f;

/**
 * Selects the JPKI application.
 * @throws CardFault `not-my-number-card` when the card says it has no such application (SW 69, 6A, 6D, 6E);
 * `card-nonsense` for any other refusal.
 */
export async function selectJpki(channel: CardChannel): Promise<void> {
  const { status } = await channel.send(selectApplication(JPKI_APPLICATION));
  if (status === SW.success) return;
  const saysNo = [0x69, 0x6a, 0x6d, 0x6e].includes(status >> 8);
  throw new CardFault(saysNo ? 'not-my-number-card' : 'card-nonsense', 'SELECT JPKI application');
}

/** Reads the card's own expiry date. Must come before any SELECT; refusal is normal. */
export async function readCardExpiry(channel: CardChannel): Promise<Known<JapanDay>> {
  const { data, status } = await channel.send(cardExpiryQuery());
  if (status !== SW.success) return unknown(reasonOf(status));
  const digits = /^(\d{4})(\d{2})(\d{2})$/u.exec(asciiText(data));
  if (digits === null) return unknown('not-understood');
  const day = japanDay(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  return day === undefined ? unknown('impossible-dates') : known(day);
}

/** Reads which kind of token this is. Only the label is read: the serial lies behind it. */
export async function readCardKind(channel: CardChannel): Promise<Known<CardKind>> {
  const label = await readHead(channel, FILE.tokenInformation, LABEL_LENGTH);
  if (!label.known) return label;
  const text = asciiText(label.value).replace(/[ ?]+$/u, '');
  if (text === '') return unknown('not-understood');
  return known(CARD_KIND_OF_LABEL.get(text) ?? 'another-card');
}

/** Reads the availability flags (EF 0008). Values other than 8F are taken as absent, as one source does. */
export async function readAvailability(channel: CardChannel): Promise<Known<Availability>> {
  const flags = await readHead(channel, FILE.availability, 3);
  if (!flags.known) return flags;
  const [signature, authentication] = flags.value;
  if (signature === undefined || authentication === undefined) return unknown('not-understood');
  return known({ signature: signature === PRESENT, authentication: authentication === PRESENT });
}

/**
 * Asks how many tries a secret has left, by VERIFY without a body; no try is used.
 * SW 63C0, 6983 and 6984 all mean locked. What is not understood is never asked again in another form.
 */
export async function askTriesLeft(
  channel: CardChannel,
  file: number,
): Promise<Known<SecretState>> {
  const selected = await channel.send(selectFile(file));
  if (selected.status !== SW.success) return unknown(reasonOf(selected.status));
  const { status } = await channel.send(retryCounterQuery());
  if (status >> 4 === 0x63c) return known(secretState(status & 0x0f));
  if (status === SW.authenticationMethodBlocked || status === SW.referenceDataBlocked) {
    return known(secretState(0));
  }
  const hasNoCount = status === SW.success || status === SW.noRetryLimit;
  return unknown(hasNoCount ? 'no-count-given' : 'not-understood');
}

/** Why a status word other than success leaves something unknown. */
export function reasonOf(status: number): UnknownReason {
  if (status === SW.fileNotFound) return 'not-on-this-card';
  return status === SW.securityStatusNotSatisfied ? 'needs-a-secret' : 'card-refused';
}

async function readHead(
  channel: CardChannel,
  file: number,
  length: number,
): Promise<Known<Uint8Array>> {
  const selected = await channel.send(selectFile(file));
  if (selected.status !== SW.success) return unknown(reasonOf(selected.status));
  const { data, status } = await channel.send(readBinary(0, length));
  const isGood = status === SW.success || status === SW.endOfFile;
  return isGood ? known(data.subarray(0, length)) : unknown(reasonOf(status));
}

function secretState(triesLeft: number): SecretState {
  return triesLeft === 0 ? { locked: true } : { locked: false, triesLeft };
}
