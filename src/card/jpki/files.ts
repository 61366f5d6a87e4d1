/**
 * Floor: jpki. Below: bytes, report. Above: application, reading.
 * It does not know how files are read. Source: docs/protocol-sources.md 1.
 */
import { fromHex } from '../bytes/hex.ts';
import type { CardKind } from '../report.ts';

/** The JPKI application's AID. */
export const JPKI_APPLICATION = fromHex('D392F000260100000001');

/** EF identifiers below the JPKI application that this page selects. */
export const FILE = {
  tokenInformation: 0x0006,
  availability: 0x0008,
  authenticationCertificate: 0x000a,
  authenticationPin: 0x0018,
  signaturePassword: 0x001b,
} as const;

/** Octets of the label at the head of the token information; reading stops there, before the serial. */
export const LABEL_LENGTH = 32;

/** Token labels without their padding. */
export const CARD_KIND_OF_LABEL: ReadonlyMap<string, CardKind> = new Map([
  ['JPKIAPICCTOKEN2', 'my-number-card'],
  ['JPKIAPICCTOKEN', 'juki-card'],
  ['JPKIAPGPSETOKEN', 'android-phone'],
  ['JPKIAPIOSTOKEN', 'iphone'],
]);
