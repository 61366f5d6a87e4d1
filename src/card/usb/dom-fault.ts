/**
 * Floor: usb. Below: fault. Above: cable.
 * It does not know which transfer failed. Browsers tell kinds of failure by DOMException.name only; the
 * messages differ by browser and system. Source: WebUSB (WICG), error names per method; docs/protocol-sources.md 9.
 */
import { CardFault, type FaultCode } from '../fault.ts';

/** What the page was doing when the browser refused. */
export type Doing = 'asking' | 'opening' | 'transferring';

const CODES: Readonly<Record<Doing, Readonly<Record<string, FaultCode>>>> = {
  asking: { NotFoundError: 'chooser-closed', SecurityError: 'usb-forbidden' },
  opening: {
    NotFoundError: 'reader-unplugged',
    NetworkError: 'reader-busy',
    AccessDeniedError: 'reader-busy',
    InvalidStateError: 'reader-busy',
    SecurityError: 'reader-protected',
  },
  // Windows reports NetworkError for a device just pulled out, before the disconnect event.
  transferring: {
    NotFoundError: 'reader-unplugged',
    NetworkError: 'reader-unplugged',
    InvalidStateError: 'reader-unplugged',
    AbortError: 'cancelled',
    SecurityError: 'usb-forbidden',
  },
};

/** The fault for anything a WebUSB method threw; a `CardFault` stays itself. */
export function usbFault(thrown: unknown, doing: Doing): CardFault {
  if (thrown instanceof CardFault) return thrown;
  const kind = thrown instanceof Error ? thrown.name : 'unknown';
  return new CardFault(CODES[doing][kind] ?? 'reader-nonsense', `${kind} while ${doing}`, thrown);
}
