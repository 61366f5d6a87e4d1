/**
 * `navigator.usb` with emulated devices: which ones are plugged in, which the page may already use, and
 * what the person does with the chooser.
 */
import type { EmulatedDevice } from './usb-device.ts';

export class EmulatedUsb extends EventTarget {
  /** Plugged-in devices that the page may use without asking. */
  trusted: EmulatedDevice[] = [];
  /** What the person picks in the chooser; undefined closes it. */
  choice: EmulatedDevice | undefined;
  /** Name of the DOMException with which the browser refuses to show the chooser. */
  refusal: string | undefined;
  /** How often the person was asked, and with which filters. */
  readonly asked: USBDeviceFilter[][] = [];

  get asUsb(): USB {
    return this as unknown as USB;
  }

  async getDevices(): Promise<USBDevice[]> {
    return this.trusted.map((device) => device.asUsbDevice);
  }

  async requestDevice(options: USBDeviceRequestOptions): Promise<USBDevice> {
    this.asked.push(options.filters);
    if (this.refusal !== undefined) throw new DOMException('emulated', this.refusal);
    if (this.choice === undefined) throw new DOMException('No device selected.', 'NotFoundError');
    this.trusted.push(this.choice);
    return this.choice.asUsbDevice;
  }

  /** Tells the page that a device went away, as browsers do. */
  announceUnplugged(device: EmulatedDevice): void {
    this.dispatchEvent(Object.assign(new Event('disconnect'), { device: device.asUsbDevice }));
  }
}
