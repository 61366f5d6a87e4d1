import { describe, expect, it } from 'vitest';
import { rcS380 } from '../../../../../src/card/readers/rc-s380/reader.ts';
import { frameOf, Port100, type Port100Traits } from '../../../../emulator/port-100.ts';
import type { RadioTraits } from '../../../../emulator/radio-card.ts';
import { faultOf, HEX } from '../../witness.ts';
import { Bench } from '../desk.ts';

const bench = (traits: Port100Traits = {}, radio: RadioTraits = {}): Bench =>
  new Bench(rcS380, (field) => new Port100(field, traits), radio);

describe('an RC-S380', () => {
  it('is opened, set up and asked with the frames of the worked exchange, in that order', async () => {
    const desk = bench();
    await desk.read();
    expect(desk.sent.slice(0, 7)).toEqual([
      '0000FF00FF00',
      '0000FFFFFF0300FDD62A01FF00',
      '0000FFFFFF0300FDD606002400',
      '0000FFFFFF0600FAD60003070F070A00',
      '0000FFFFFF2800D8D60200180101020103000400050006000708080009000A000B000C000E040F0010001100120013064B00',
      '0000FFFFFF0C00F4D602001409010A010B010C01E600',
      '0000FFFFFF0700F9D6043601050010DA00',
    ]);
  });

  it('sends the commands of the worked exchange with 312 ms to answer', async () => {
    const desk = bench();
    await desk.read();
    const query = '0000FFFFFF0900F7D6043A0C02002000803E00';
    expect(desk.sent).toContain('0000FFFFFF1400ECD6043A0C0300A4040C0AD392F000260100000001A200');
    expect(desk.sent.filter((frame) => frame.includes('00200080'))).toHaveLength(2);
    expect(
      desk.sent.filter((frame) => frame === query || frame.includes('0300200080')),
    ).toHaveLength(2);
  });

  it('is left with the card deselected, the field off, nothing running, and closed', async () => {
    const desk = bench();
    await desk.read();
    expect(desk.sent.slice(-3)).toEqual([
      '0000FFFFFF0500FBD6043601C22D00',
      '0000FFFFFF0300FDD606002400',
      '0000FF00FF00',
    ]);
    expect(desk.field.isOn).toBe(false);
    expect(desk.device.opened).toBe(false);
  });

  it.each([
    ['ACK and answer in one transfer', { joinsAck: true }, {}],
    ['answers left over from another program', { stale: [frameOf(HEX('D70500000000080299'))] }, {}],
    ['an ACK left over', { stale: [HEX('0000FF00FF00')] }, {}],
    ['the /P model', { productId: 0x06c3 }, {}],
    ['a card with small frames', {}, { fsci: 0 }],
    ['a card that wants more time', {}, { extensionEvery: 2, fwi: 13 }],
    ['an extended ATQB', {}, { extendedAtqb: true }],
  ] as const)('copes with %s', async (_, traits, radio) => {
    expect(await bench(traits, radio).read()).toEqual(await bench().read());
  });

  it('finds no card on an empty reader, and the card that comes later', async () => {
    const desk = bench();
    desk.field.card = undefined;
    const reader = await desk.open();
    expect(await desk.seek(reader)).toBeUndefined();
    desk.field.card = desk.card;
    expect(await desk.seek(reader)).toBeDefined();
    await reader.close();
  });

  it('finds again a card that another program left active', async () => {
    const desk = bench();
    desk.field.switch(true);
    desk.card.activate();
    const reader = await desk.open();
    expect(await desk.seek(reader)).toBeDefined();
    await reader.close();
  });

  it('is closed when it cannot be set up', async () => {
    const desk = bench();
    desk.device.onTransfer = (transfer) => (transfer >= 2 ? 'corrupted-last' : undefined);
    expect(await faultOf(desk.open())).toBe('reader-nonsense');
    expect(desk.device.opened).toBe(false);
  });

  it('is refused when it is another device inside', async () => {
    const desk = new Bench(rcS380, (field) => {
      const firmware = new Port100(field);
      return Object.assign(firmware, { interfaces: [{ ...firmware.interfaces[0], classCode: 3 }] });
    });
    expect(await faultOf(desk.open())).toBe('reader-unknown');
    expect(desk.device.opened).toBe(false);
  });
});
