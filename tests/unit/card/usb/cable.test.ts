import { describe, expect, it } from 'vitest';
import { type Bytes, bytes } from '../../../../src/card/bytes/bytes.ts';
import { Cable } from '../../../../src/card/usb/cable.ts';
import { EmulatedDevice, type Firmware } from '../../../emulator/usb-device.ts';
import { VirtualClock } from '../../../emulator/virtual-clock.ts';
import { faultOf, HEX, hexOf } from '../witness.ts';

/** A device that answers each message with itself, `delayMs` later. */
function echo(delayMs = 0): Firmware {
  return {
    vendorId: 1,
    productId: 2,
    configurationDescriptor: HEX('0902'),
    interfaces: [
      {
        number: 3,
        classCode: 0xff,
        endpoints: [
          { endpointNumber: 5, direction: 'out', type: 'bulk', packetSize: 64 },
          { endpointNumber: 6, direction: 'in', type: 'bulk', packetSize: 64 },
        ],
      },
    ],
    receive: (message: Bytes, emit) => emit(message, delayMs),
    reset: () => {},
  };
}

async function plugged(
  firmware = echo(),
  signal?: AbortSignal,
): Promise<{ clock: VirtualClock; device: EmulatedDevice; cable: Cable }> {
  const clock = new VirtualClock();
  const device = new EmulatedDevice(firmware, clock);
  const cable = await Cable.open(device.asUsbDevice, 0xff, 64, { clock, signal });
  return { clock, device, cable };
}

describe('a cable', () => {
  it('finds interface and endpoints by the descriptors', async () => {
    const { cable } = await plugged();
    await cable.write(HEX('0102'));
    expect(hexOf(await cable.read(100))).toBe('0102');
    expect(cable.interfaceNumber).toBe(3);
    expect(cable.packetSize).toBe(64);
    expect(hexOf(await cable.configurationDescriptor())).toBe('0902');
  });

  it('gives up a read in time, and hands what comes late to the next one', async () => {
    const { cable, clock } = await plugged(echo(500));
    await cable.write(HEX('0102'));
    expect(await faultOf(clock.settle(cable.read(100)))).toBe('reader-silent');
    expect(hexOf(await clock.settle(cable.read(1000)))).toBe('0102');
  });

  it('clears a stalled endpoint and goes on', async () => {
    const { cable, device, clock } = await plugged();
    device.onTransfer = (transfer) => (transfer === 0 || transfer === 2 ? 'stall' : undefined);
    await cable.write(HEX('0102'));
    expect(hexOf(await clock.settle(cable.read(100)))).toBe('');
    expect(hexOf(await clock.settle(cable.read(100)))).toBe('0102');
  });

  it('does not write into an endpoint that keeps stalling', async () => {
    const { cable, device } = await plugged();
    device.onTransfer = () => 'stall';
    expect(await faultOf(cable.write(HEX('0102')))).toBe('reader-nonsense');
  });

  it.each([
    ['unplug', 'reader-unplugged'],
    ['network-error', 'reader-unplugged'],
    ['babble', 'reader-nonsense'],
  ] as const)('names %s while writing', async (fault, code) => {
    const { cable, device } = await plugged();
    device.onTransfer = () => fault;
    expect(await faultOf(cable.write(HEX('0102')))).toBe(code);
  });

  it('names a plug that is pulled while it waits', async () => {
    const { cable, device } = await plugged();
    const reading = faultOf(cable.read(1000));
    device.unplug();
    expect(await reading).toBe('reader-unplugged');
  });

  it('stops waiting when it is cancelled, and can still say goodbye', async () => {
    const controller = new AbortController();
    const { cable, device, clock } = await plugged(echo(), controller.signal);
    const reading = faultOf(cable.read(1000));
    controller.abort();
    expect(await reading).toBe('cancelled');
    expect(await faultOf(cable.write(HEX('01')))).toBe('cancelled');
    await clock.settle(cable.close(() => cable.write(HEX('FF'))));
    expect(device.sent.map(hexOf).at(-1)).toBe('FF');
    expect(device.opened).toBe(false);
  });

  it('closes within two seconds, whatever the goodbye does', async () => {
    const { cable, device, clock } = await plugged();
    await clock.settle(cable.close(() => new Promise(() => {})));
    expect(device.opened).toBe(false);
    const other = await plugged();
    other.device.close = () => new Promise(() => {});
    await other.clock.settle(other.cable.close(() => Promise.reject(new Error('no'))));
    expect(other.clock.now).toBeLessThanOrEqual(2000);
  });

  it.each([
    ['open', 'NetworkError', 'reader-busy'],
    ['open', 'NotFoundError', 'reader-unplugged'],
    ['claim', 'SecurityError', 'reader-protected'],
    ['claim', 'NetworkError', 'reader-busy'],
  ] as const)('that cannot %s because of %s is %s, and closed', async (step, name, code) => {
    const clock = new VirtualClock();
    const device = new EmulatedDevice(echo(), clock);
    device.refusals = { [step]: name };
    expect(await faultOf(Cable.open(device.asUsbDevice, 0xff, 64, { clock }))).toBe(code);
    expect(device.opened).toBe(false);
  });

  it('is closed again when it is cancelled while the browser still opens it', async () => {
    const clock = new VirtualClock();
    const device = new EmulatedDevice(echo(), clock);
    const claim = device.claimInterface.bind(device);
    device.claimInterface = async (number) => {
      await new Promise<void>((resolve) => {
        clock.setTimeout(resolve, 300);
      });
      await claim(number);
    };
    const controller = new AbortController();
    const opening = Cable.open(device.asUsbDevice, 0xff, 64, { clock, signal: controller.signal });
    controller.abort();
    expect(await faultOf(clock.settle(opening))).toBe('cancelled');
    expect(clock.now).toBe(300);
    expect(device.opened).toBe(false);
  });

  it('has no room for more than was asked of it', async () => {
    const { cable, device, clock } = await plugged({
      ...echo(),
      receive: (_, emit) => emit(new Uint8Array(65).fill(1)),
    });
    await cable.write(bytes(1));
    expect(await faultOf(clock.settle(cable.read(10)))).toBe('reader-nonsense');
    expect(device.opened).toBe(true);
  });
});
