import { describe, expect, it } from 'vitest';
import { rcS300 } from '../../../../../src/card/readers/rc-s300/reader.ts';
import { RcS300, type RcS300Traits } from '../../../../emulator/rc-s300.ts';
import type { RadioTraits } from '../../../../emulator/radio-card.ts';
import { faultOf } from '../../witness.ts';
import { Bench } from '../desk.ts';

const bench = (traits: RcS300Traits = {}, radio: RadioTraits = {}): Bench =>
  new Bench(rcS300, (field) => new RcS300(field, traits), radio);

describe('an RC-S300', () => {
  it('is opened and asked with the messages of the worked exchange, in that order', async () => {
    const desk = bench();
    await desk.read();
    expect(desk.sent.slice(0, 5)).toEqual([
      '6B080000000001000000FF50000002820000',
      '6B080000000002000000FF50000002810000',
      '6B080000000003000000FF50000002830000',
      '6B080000000004000000FF50000002840000',
      '6B0A0000000005000000FF500002048F02010400',
    ]);
    expect(desk.received.slice(0, 5).map((answer) => answer.slice(20))).toEqual([
      'C0030090009000',
      'C0030090009000',
      'C0030090009000',
      'C0030090009000',
      'C0030090005F510D3B888001000041E0B381A1003B9000',
    ]);
  });

  it('uses the vendor interface, never the one of the smart card class', async () => {
    const desk = bench();
    const reader = await desk.open();
    const claimed: number[] = [];
    const { device } = desk;
    const claim = device.claimInterface.bind(device);
    device.claimInterface = (number: number) => {
      claimed.push(number);
      return claim(number);
    };
    await reader.close();
    await (await desk.open()).close();
    expect(claimed).toEqual([1]);
  });

  it('wraps the counter query as five octets: block prologue and query', async () => {
    const desk = bench();
    await desk.read();
    const queries = desk.sent.filter((message) => message.includes('00200080'));
    expect(queries).toHaveLength(2);
    for (const query of queries) expect(query).toMatch(/95820005 ?0[23]00200080000000$/u);
  });

  it('waits 30 ms after each switch of the field, and for nothing else', async () => {
    const desk = bench();
    await desk.read();
    expect(desk.clock.now).toBe(60);
  });

  it('is left with the field off, the session ended, and closed', async () => {
    const desk = bench();
    await desk.read();
    expect(desk.sent.slice(-2).map((message) => message.slice(20))).toEqual([
      'FF50000002830000',
      'FF50000002820000',
    ]);
    expect(desk.device.opened).toBe(false);
  });

  it.each([
    ['a reader that refuses layer 4', { layers: [2, 3] }, {}],
    ['a reader that sets the radio only', { layers: [2] }, {}],
    ['a reader that does not tell the ATR', { tellsAtr: false }, {}],
    ['a reader without 92 and 96', { terse: true }, {}],
    ['plain lengths', { lengths: 'plain' }, {}],
    ['time extensions', { extends: true }, {}],
    ['a card with small frames', {}, { fsci: 0 }],
    ['a card that wants more time', {}, { extensionEvery: 2, fwi: 13 }],
    ['an extended ATQB on layer 3', { layers: [3] }, { extendedAtqb: true }],
  ] as const)('copes with %s', async (_, traits, radio) => {
    expect(await bench(traits, radio).read()).toEqual(await bench().read());
  });

  it.each(['016401', '016400', '016A81', '016301', '026401'])(
    'finds no card when the reader says %s, and the card that comes later',
    async (noCard) => {
      const desk = bench({ noCard });
      desk.field.card = undefined;
      const reader = await desk.open();
      expect(await desk.seek(reader)).toBeUndefined();
      desk.field.card = desk.card;
      expect(await desk.seek(reader)).toBeDefined();
      await desk.clock.settle(reader.close());
    },
  );

  it('finds no card on a reader that has no Type B', async () => {
    const desk = bench({ layers: [] });
    const reader = await desk.open();
    expect(await desk.seek(reader)).toBeUndefined();
    await reader.close();
  });

  it('refuses answers to another sequence number, by name', async () => {
    const desk = bench();
    desk.device.onTransfer = (transfer) => (transfer % 2 === 1 ? 'other-sequence' : undefined);
    expect(await faultOf(desk.open())).toBe('reader-silent');
    expect(desk.device.opened).toBe(false);
  });
});
