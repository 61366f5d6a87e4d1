/**
 * Floor: readers, its top: which driver speaks to which device. Below: every driver. Above: session.
 * It does not know how any of them works. Adding a reader is one file and one row here.
 * Source: vendor and product ids, docs/protocol-sources.md 6, 7, 8.
 */
import { ccid, ccidVendorClass } from './ccid/reader.ts';
import { rcS300 } from './rc-s300/reader.ts';
import { rcS380 } from './rc-s380/reader.ts';
import type { ReaderDriver } from './reader.ts';

/** All drivers; the first whose filters match is used, so those for named products come first. */
export const drivers: readonly ReaderDriver[] = [rcS380, rcS300, ccidVendorClass, ccid];

/** The filters for the browser's chooser. */
export const chooserFilters: readonly USBDeviceFilter[] = drivers.flatMap(({ filters }) => filters);

/** The driver for a device, or undefined when none knows it. */
export function driverFor(device: USBDevice): ReaderDriver | undefined {
  return drivers.find(({ filters }) => filters.some((filter) => matches(device, filter)));
}

/** WebUSB's rule: ids must be equal; a class may be the device's or any interface's. */
function matches(device: USBDevice, filter: USBDeviceFilter): boolean {
  return (
    isOf(filter.vendorId, device.vendorId) &&
    isOf(filter.productId, device.productId) &&
    (filter.classCode === undefined || classCodes(device).includes(filter.classCode))
  );
}

function isOf(wanted: number | undefined, actual: number): boolean {
  return wanted === undefined || wanted === actual;
}

function classCodes(device: USBDevice): number[] {
  const ofInterfaces = device.configurations.flatMap(({ interfaces }) =>
    interfaces.flatMap(({ alternates }) => alternates.map((alternate) => alternate.interfaceClass)),
  );
  return [device.deviceClass, ...ofInterfaces];
}
