/**
 * Floor: session, beside the machine: where a reader may come from. Below: card. Above: session/reading.
 * It does not know states or pages. What can be used is found by feature detection, never by browser name.
 */
import type { Patience } from '../card/clock.ts';
import { CardFault } from '../card/fault.ts';
import type { Reader } from '../card/readers/reader.ts';
import { chooserFilters, driverFor } from '../card/readers/registry.ts';
import { openSmartCard } from '../card/smart-card/reader.ts';
import type { SmartCardResourceManager } from '../card/smart-card/web-smart-card.ts';
import { usbFault } from '../card/usb/dom-fault.ts';

/** What the browser offers: `navigator.usb`, `navigator.smartCard`, either, or nothing. */
export interface Surroundings {
  readonly usb?: USB | undefined;
  readonly smartCard?: SmartCardResourceManager | undefined;
}

/** One chosen reader, not yet opened. */
export interface Source {
  open(patience: Patience): Promise<Reader>;
}

/** True when this browser can reach a reader at all. */
export function canRead({ usb, smartCard }: Surroundings): boolean {
  return usb !== undefined || smartCard !== undefined;
}

/**
 * Finds the reader to use: the system's smart card service where there is one, else a USB reader that the
 * browser already trusts, else the one the person picks.
 * @param another true to ask even when a reader is trusted.
 * @throws CardFault `usb-unsupported`, `chooser-closed`, `usb-forbidden`, `reader-unknown`.
 */
export async function chooseSource(
  { usb, smartCard }: Surroundings,
  another = false,
): Promise<Source> {
  if (smartCard !== undefined) {
    return { open: (patience) => openSmartCard(smartCard, patience) };
  }
  if (usb === undefined) throw new CardFault('usb-unsupported', 'neither API');
  const trusted = another ? undefined : await trustedReader(usb);
  const device = trusted ?? (await askForReader(usb));
  const driver = driverFor(device);
  if (driver === undefined) throw new CardFault('reader-unknown', 'no driver');
  return { open: (patience) => driver.open(device, patience) };
}

async function trustedReader(usb: USB): Promise<USBDevice | undefined> {
  const devices = await usb.getDevices().catch(() => []);
  return devices.find((device) => driverFor(device) !== undefined);
}

async function askForReader(usb: USB): Promise<USBDevice> {
  try {
    return await usb.requestDevice({ filters: [...chooserFilters] });
  } catch (thrown) {
    throw usbFault(thrown, 'asking');
  }
}
