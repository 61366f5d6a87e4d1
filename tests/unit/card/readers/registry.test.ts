import { describe, expect, it } from 'vitest';
import { chooserFilters, driverFor } from '../../../../src/card/readers/registry.ts';
import { Ccid } from '../../../emulator/ccid.ts';
import { Field } from '../../../emulator/field.ts';
import { Port100 } from '../../../emulator/port-100.ts';
import { RcS300 } from '../../../emulator/rc-s300.ts';
import { EmulatedDevice, type Firmware } from '../../../emulator/usb-device.ts';
import { VirtualClock } from '../../../emulator/virtual-clock.ts';

const device = (firmware: Firmware): USBDevice =>
  new EmulatedDevice(firmware, new VirtualClock()).asUsbDevice;

describe('the table of readers', () => {
  it.each([
    ['RC-S380/S', new Port100(new Field()), 'rc-s380'],
    ['RC-S380/P', new Port100(new Field(), { productId: 0x06c3 }), 'rc-s380'],
    ['RC-S300, though it has a CCID interface too', new RcS300(new Field()), 'rc-s300'],
    ['any smart card class', new Ccid(new Field()), 'ccid'],
    [
      'a named reader with a vendor class interface',
      new Ccid(new Field(), { interfaceClass: 0xff, vendorId: 0x04e6, productId: 0x511a }),
      'ccid',
    ],
  ])('%s', (_, firmware, id) => {
    expect(driverFor(device(firmware))?.id).toBe(id);
  });

  it('knows no driver for anything else', () => {
    const stranger = new Ccid(new Field(), { interfaceClass: 0xff });
    expect(driverFor(device(stranger))).toBeUndefined();
  });

  it('offers in the chooser just what it can drive', () => {
    expect(chooserFilters).toEqual([
      { vendorId: 0x054c, productId: 0x06c1 },
      { vendorId: 0x054c, productId: 0x06c3 },
      { vendorId: 0x054c, productId: 0x0dc8 },
      { vendorId: 0x054c, productId: 0x0dc9 },
      { vendorId: 0x04e6, productId: 0x511a },
      { vendorId: 0x04e6, productId: 0x5120 },
      { vendorId: 0x04e6, productId: 0x5292 },
      { classCode: 0x0b },
    ]);
  });
});
