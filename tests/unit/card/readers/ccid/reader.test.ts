import { describe, expect, it } from 'vitest';
import { ccid, ccidVendorClass } from '../../../../../src/card/readers/ccid/reader.ts';
import { SampleCard } from '../../../../../src/card/sample/card.ts';
import { Ccid, type CcidTraits } from '../../../../emulator/ccid.ts';
import { cardWith, faultOf } from '../../witness.ts';
import { Bench } from '../desk.ts';

const bench = (traits: CcidTraits = {}): Bench =>
  new Bench(ccid, (field) => new Ccid(field, traits));

describe('a CCID reader', () => {
  it('is asked for its slot, powers the card, and carries APDUs as they are', async () => {
    const desk = bench();
    await desk.read();
    expect(desk.sent.slice(0, 3)).toEqual([
      '65000000000000000000',
      '62000000000001000000',
      '6F05000000000200000000CA00F200',
    ]);
    const queries = desk.sent.filter((message) => message.endsWith('00200080'));
    expect(queries.map((message) => message.slice(0, 10))).toEqual(['6F04000000', '6F04000000']);
  });

  it('powers the card down and is closed at the end', async () => {
    const desk = bench();
    await desk.read();
    expect(desk.sent.at(-1)).toMatch(/^63000000000/u);
    expect(desk.device.opened).toBe(false);
  });

  it.each([
    ['time extensions', { extends: true }],
    ['answers in parts', { partSize: 100 }],
    ['TPDU level', { level: 'tpdu' }],
    ['TPDU level without any automatism', { level: 'tpdu', features: 0 }],
    ['TPDU level with automatic IFSD', { level: 'tpdu', features: 0x47e }],
    ['TPDU level with time extensions', { level: 'tpdu', extends: true }],
    ['a contactless ATR', { atr: '3B888001000041E0B381A1003B' }],
    ['a card in a contact slot', { slot: new SampleCard(cardWith({})) }],
  ] as const)('copes with %s', async (_, traits) => {
    expect(await bench(traits).read()).toEqual(await bench().read());
  });

  it('may have its interface in the vendor class', async () => {
    const desk = new Bench(
      ccidVendorClass,
      (field) => new Ccid(field, { interfaceClass: 0xff, level: 'tpdu', features: 0x1ba }),
    );
    expect(await desk.read()).toEqual(await bench().read());
  });

  it('sends the counter query at TPDU level as four octets of INF', async () => {
    const desk = bench({ level: 'tpdu' });
    await desk.read();
    const queries = desk.sent.filter((message) => message.includes('0400200080'));
    expect(queries).toHaveLength(2);
    for (const query of queries) expect(query).toMatch(/^6F08000000.{10}00[04]00400200080..$/u);
  });

  it('finds no card in an empty slot, and the card that comes later', async () => {
    const desk = bench();
    desk.field.card = undefined;
    const reader = await desk.open();
    expect(await desk.seek(reader)).toBeUndefined();
    desk.field.card = desk.card;
    expect(await desk.seek(reader)).toBeDefined();
    await reader.close();
  });

  it('calls a card without T=1 another card', async () => {
    const desk = bench({ atr: '3B6500002063CB6800' });
    expect(await faultOf(desk.read())).toBe('not-my-number-card');
    expect(desk.device.opened).toBe(false);
  });

  it.each([['character'] as const])('refuses a reader at %s level', async (level) => {
    const desk = bench({ level });
    expect(await faultOf(desk.open())).toBe('reader-unknown');
    expect(desk.device.opened).toBe(false);
  });

  it.each([
    ['SecurityError', 'reader-protected'],
    ['NetworkError', 'reader-busy'],
    ['InvalidStateError', 'reader-busy'],
    ['NotFoundError', 'reader-unplugged'],
    ['UnknownError', 'reader-nonsense'],
  ] as const)('is closed when claiming ends in %s: %s', async (claim, code) => {
    const desk = bench();
    desk.device.refusals = { claim };
    expect(await faultOf(desk.open())).toBe(code);
    expect(desk.device.opened).toBe(false);
  });
});
