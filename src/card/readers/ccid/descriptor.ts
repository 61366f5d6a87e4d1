/**
 * Floor: readers, CCID: the class descriptor. Below: bytes. Above: reader.
 * It does not know messages. Pure. WebUSB does not show class descriptors, so it is searched for in the
 * configuration descriptor. Source: USB CCID rev 1.1 section 5.1; docs/protocol-sources.md 8.
 */
import { octetAt, readLittleEndian } from '../../bytes/bytes.ts';

/** At which level a reader exchanges with the card. */
export type ExchangeLevel = 'tpdu' | 'apdu';

/** What the page needs of the 54 octets. */
export interface CcidDescriptor {
  readonly level: ExchangeLevel;
  readonly hasAutomaticVoltage: boolean;
  /** The reader takes T=1 parameters from the ATR, or negotiates them, by itself. */
  readonly hasAutomaticParameters: boolean;
  /** The reader sends S(IFS) by itself. */
  readonly hasAutomaticIfsd: boolean;
  /** dwMaxCCIDMessageLength, header included. */
  readonly longestMessage: number;
}

const INTERFACE = 0x04;
const CCID = 0x21;
const CCID_LENGTH = 0x36;

/**
 * Finds the CCID descriptor of one interface.
 * @returns undefined when there is none, or when the reader exchanges single characters only.
 */
export function findCcidDescriptor(
  configuration: Uint8Array,
  interfaceNumber: number,
): CcidDescriptor | undefined {
  let current = -1;
  for (let at = 0; at + 1 < configuration.length; at += octetAt(configuration, at)) {
    const length = octetAt(configuration, at);
    if (length < 2) return undefined;
    const type = octetAt(configuration, at + 1);
    if (type === INTERFACE) current = octetAt(configuration, at + 2);
    const isWanted = type === CCID && length === CCID_LENGTH && current === interfaceNumber;
    if (isWanted) return decode(configuration.subarray(at, at + length));
  }
  return undefined;
}

function decode(descriptor: Uint8Array): CcidDescriptor | undefined {
  if (descriptor.length < CCID_LENGTH) return undefined;
  const features = readLittleEndian(descriptor, 40, 4);
  const level = levelOf(features);
  if (level === undefined) return undefined;
  return {
    level,
    hasAutomaticVoltage: (features & 0x08) !== 0,
    hasAutomaticParameters: (features & 0x42) !== 0,
    hasAutomaticIfsd: (features & 0x400) !== 0,
    longestMessage: readLittleEndian(descriptor, 44, 4),
  };
}

function levelOf(features: number): ExchangeLevel | undefined {
  if ((features & 0x0006_0000) !== 0) return 'apdu';
  return (features & 0x0001_0000) === 0 ? undefined : 'tpdu';
}
