// A real browser whose `navigator.usb` is an emulated reader that lives in Node: the page goes through
// every floor, from the button down to USB transfers, and nothing in it knows that it is being tested.
import { test as base, expect, type Page } from '@playwright/test';
import { SampleCard } from '../../src/card/sample/card.ts';
import type { Personality } from '../../src/card/sample/personality-names.ts';
import { sampleTraits } from '../../src/card/sample/personality.ts';
import { Ccid } from '../emulator/ccid.ts';
import { Field } from '../emulator/field.ts';
import { Port100 } from '../emulator/port-100.ts';
import { RadioCard } from '../emulator/radio-card.ts';
import { RcS300 } from '../emulator/rc-s300.ts';
import { EmulatedDevice, type Firmware } from '../emulator/usb-device.ts';

/** Readers by the name that people know. */
export const readers: Readonly<Record<string, (field: Field) => Firmware>> = {
  'RC-S380': (field) => new Port100(field),
  'RC-S300': (field) => new RcS300(field),
  CCID: (field) => new Ccid(field),
};

interface Reply {
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/** What may reach a card, written down a second time: the page's own list is not asked. */
const ALLOWED =
  /^(?:00a4040c0ad392f000260100000001|00a4020c02(?:0006|0008|000a|000b|0018|001b)|00b0[0-7][\da-f]{5}|00200080|00c00000[\da-f]{2}|00ca00f200)$/;

/** A sample card that writes down every command that reaches it. */
class WitnessedCard extends SampleCard {
  readonly commands: string[] = [];

  override transmit(command: Uint8Array) {
    this.commands.push(Buffer.from(command).toString('hex'));
    return super.transmit(command);
  }
}

/** A reader on the desk of the visitor, with a sample card on it. */
export class Desk {
  readonly field = new Field();
  readonly device: EmulatedDevice;
  /** Every card that has lain here, the present one last. */
  readonly cards: WitnessedCard[] = [];
  /** How often the browser asked which device. */
  asked = 0;
  /** The person picks the reader in the chooser; otherwise closes it. */
  picks = true;

  constructor(reader: string, personality: Personality) {
    const firmware = readers[reader];
    if (firmware === undefined) throw new Error(`no reader ${reader}`);
    this.place(personality);
    this.device = new EmulatedDevice(firmware(this.field), {
      setTimeout: (run, ms) => setTimeout(run, ms),
    });
  }

  /** Puts another sample card in place of the one that lies there. */
  place(personality: Personality): void {
    const card = new WitnessedCard(sampleTraits(personality, new Date()));
    this.cards.push(card);
    this.field.card = new RadioCard(card);
  }

  /** Nothing but the list has reached any card, and no counter has moved. */
  expectHarmless(): void {
    for (const card of this.cards) {
      expect(card.commands.filter((command) => !ALLOWED.test(command))).toEqual([]);
      expect(card.attempts).toBe(0);
    }
    expect(this.cards.flatMap(({ commands }) => commands).length).toBeGreaterThan(0);
    expect(this.device.opened).toBe(false);
  }

  /**
   * Makes this desk the page's USB world. Before `goto`.
   * @param permitted the operator's policy has granted the reader: nobody is asked.
   */
  async attach(page: Page, { permitted = false } = {}): Promise<void> {
    await page.exposeFunction('emulatedUsb', (method: string, args: unknown[]) =>
      this.#call(method, args),
    );
    const { vendorId, productId, deviceClass, configurations } = this.device;
    await page.addInitScript(installUsb, {
      vendorId,
      productId,
      deviceClass,
      configurations,
      permitted,
    });
  }

  async #call(method: string, args: unknown[]): Promise<Reply> {
    try {
      return { value: await this.#answer(method, args) };
    } catch (thrown) {
      const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
      return { error: { name, message } };
    }
  }

  async #answer(method: string, args: unknown[]): Promise<unknown> {
    const [first, second] = args;
    const number = Number(first);
    switch (method) {
      case 'ask':
        this.asked += 1;
        if (!this.picks) throw new DOMException('No device selected.', 'NotFoundError');
        return true;
      case 'open':
        return this.device.open();
      case 'close':
        return this.device.close();
      case 'selectConfiguration':
        return this.device.selectConfiguration(number);
      case 'claimInterface':
        return this.device.claimInterface(number);
      case 'clearHalt':
        return this.device.clearHalt();
      case 'controlTransferIn':
        return plain(
          await this.device.controlTransferIn(
            first as USBControlTransferParameters,
            Number(second),
          ),
        );
      case 'transferIn':
        return plain(await this.device.transferIn(number, Number(second)));
      case 'transferOut':
        return this.device.transferOut(number, Uint8Array.from(second as number[]));
      default:
        throw new Error(`the page called ${method}`);
    }
  }
}

/** A transfer's result as JSON. */
function plain({ status, data }: USBInTransferResult): { status: string; data: number[] } {
  const octets = data ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : [];
  return { status, data: [...octets] };
}

/** Runs in the page, before its scripts: a `navigator.usb` that passes every call on. */
function installUsb(description: {
  vendorId: number;
  productId: number;
  deviceClass: number;
  configurations: unknown[];
  permitted: boolean;
}): void {
  type Call = (method: string, args: unknown[]) => Promise<Reply>;
  const { emulatedUsb } = window as unknown as { emulatedUsb: Call };
  const call = async (method: string, ...args: unknown[]): Promise<unknown> => {
    const { value, error } = await emulatedUsb(method, args);
    if (error) throw new DOMException(error.message, error.name);
    return value;
  };
  const incoming = async (method: string, ...args: unknown[]): Promise<unknown> => {
    const { status, data } = (await call(method, ...args)) as { status: string; data: number[] };
    return { status, data: new DataView(Uint8Array.from(data).buffer) };
  };
  const device = {
    ...description,
    // Recognisable: a test looks for them where they must not be.
    serialNumber: 'PLANTED-READER-SERIAL',
    productName: 'PLANTED-READER-NAME',
    manufacturerName: 'PLANTED-READER-MAKER',
    configuration: null as unknown,
    opened: false,
    async open() {
      await call('open');
      device.opened = true;
    },
    async close() {
      // Another tab's opening is not ours to close.
      if (device.opened) await call('close');
      device.opened = false;
    },
    async selectConfiguration(value: number) {
      await call('selectConfiguration', value);
      [device.configuration] = description.configurations;
    },
    claimInterface: (number: number) => call('claimInterface', number),
    clearHalt: () => call('clearHalt'),
    controlTransferIn: (setup: unknown, length: number) =>
      incoming('controlTransferIn', setup, length),
    transferIn: (endpoint: number, length: number) => incoming('transferIn', endpoint, length),
    transferOut: (endpoint: number, data: Uint8Array) => call('transferOut', endpoint, [...data]),
  };
  const trusted: unknown[] = description.permitted ? [device] : [];
  const usb = Object.assign(new EventTarget(), {
    getDevices: () => Promise.resolve(trusted),
    async requestDevice() {
      await call('ask');
      if (!trusted.includes(device)) trusted.push(device);
      return device;
    },
  });
  Object.defineProperty(navigator, 'usb', { value: usb, configurable: true });
}

/** A test whose page must not complain, and must not ask anybody else for anything. */
export const test = base.extend<{ quiet: void; expectFailures: { allowed: RegExp[] } }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern.
  expectFailures: async ({}, use) => {
    await use({ allowed: [] });
  },
  quiet: [
    async ({ page, baseURL, expectFailures }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(baseURL ?? '')) complaints.push(`left: ${request.url()}`);
      });
      await use();
      const isExpected = (text: string) => expectFailures.allowed.some((way) => way.test(text));
      expect(complaints.filter((text) => !isExpected(text))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
