/**
 * Floor: readers, the interface that every reader has. Below: apdu, jpki/read-limits, clock. Above: the
 * registry, smart-card, session.
 * It does not know any reader. `seek` and `close` are all that a session needs.
 */
import type { CardPort } from '../apdu/channel.ts';
import type { Patience } from '../clock.ts';
import type { ReadLimits } from '../jpki/read-limits.ts';

/** Names of the drivers; words about each reader are kept under these names in content/readers. */
export type DriverId = 'rc-s380' | 'rc-s300' | 'ccid' | 'smart-card' | 'sample';

/** An opened reader. */
export interface Reader {
  readonly driver: DriverId;
  readonly limits: ReadLimits;
  /**
   * Looks once for a card, from a fresh start: whatever was in the field is reset first.
   * @returns undefined when none answers.
   * @throws CardFault of the reader, or `not-my-number-card` for a card that cannot be one.
   */
  seek(): Promise<CardPort | undefined>;
  /** Lets the card go, switches the field off and closes the device. Never throws; ends within seconds. */
  close(): Promise<void>;
}

/** A way to speak to one kind of USB reader: one row of the registry. */
export interface ReaderDriver {
  readonly id: DriverId;
  /** Devices to offer in the browser's chooser. */
  readonly filters: readonly USBDeviceFilter[];
  /** @throws CardFault when the device cannot be opened; it is closed again. */
  open(device: USBDevice, patience: Patience): Promise<Reader>;
}
