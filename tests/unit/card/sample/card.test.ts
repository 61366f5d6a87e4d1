import { describe, expect, it } from 'vitest';
import { SampleCard, type SampleSecret } from '../../../../src/card/sample/card.ts';
import { personalities } from '../../../../src/card/sample/personality-names.ts';
import { sampleTraits } from '../../../../src/card/sample/personality.ts';
import { cardWith, HEX, hexOf, NOON } from '../witness.ts';

const SELECT_AP = '00A4040C0AD392F000260100000001';

/** Sends commands one after the other; gives the last answer in hex. */
function tell(card: SampleCard, ...commands: string[]): string {
  return commands.map((command) => hexOf(card.transmit(HEX(command)))).at(-1) ?? '';
}

const withPin = (secret: SampleSecret): SampleCard =>
  new SampleCard(cardWith({ secrets: new Map([[0x18, secret]]) }));

describe('the sample card', () => {
  it('answers the worked transcript', () => {
    const card = new SampleCard(sampleTraits('in-date', NOON));
    expect(tell(card, SELECT_AP)).toBe('9000');
    expect(tell(card, '00A4020C020006')).toBe('9000');
    expect(tell(card, '00B0000020')).toBe(`4A504B494150494343544F4B454E32${'20'.repeat(17)}9000`);
    expect(tell(card, '00A4020C020018', '00200080')).toBe('63C3');
    expect(tell(card, '00A4020C02001B', '00200080')).toBe('63C5');
    expect(tell(card, '00A4020C020008', '00B0000003')).toBe('8F8F009000');
    expect(tell(card, '00A4020C02000A', '00B0000004')).toMatch(/^3082....9000$/u);
    expect(tell(card, '00B00FF0E0')).toBe('6B00');
  });

  it.each([
    [{ triesLeft: 2 }, '63C2'],
    [{ triesLeft: 0 }, '6984'],
    [{ triesLeft: 0, lockedStatus: 0x63c0 }, '63C0'],
    [{ triesLeft: 0, lockedStatus: 0x6983 }, '6983'],
    [{ triesLeft: 3, verified: true }, '9000'],
  ])('tells of a secret that is %o: %s', (secret, sw) => {
    expect(tell(withPin(secret), SELECT_AP, '00A4020C020018', '00200080')).toBe(sw);
  });

  it('counts and remembers every VERIFY with a body, in any form', () => {
    const card = withPin({ triesLeft: 3 });
    tell(card, SELECT_AP, '00A4020C020018');
    expect(tell(card, '002000800431323334')).toBe('63C2');
    expect(tell(card, '0020008000')).toBe('63C1');
    expect(card.attempts).toBe(2);
    expect(card.triesLeft.get(0x18)).toBe(1);
    card.reset();
    expect(card.triesLeft.get(0x18)).toBe(1);
  });

  it('forgets its selection on reset', () => {
    const card = withPin({ triesLeft: 3 });
    tell(card, SELECT_AP, '00A4020C020018');
    card.reset();
    expect(tell(card, '00200080')).toBe('6986');
    expect(tell(card, '00A4020C020018')).toBe('6A86');
  });

  it('tells its expiry only while no application is selected', () => {
    const card = new SampleCard(cardWith({ cardExpiry: '20341216' }));
    expect(tell(card, '00CA00F200')).toBe('32303334313231369000');
    expect(tell(card, SELECT_AP, '00CA00F200')).toBe('6A88');
  });

  it.each([
    ['6700', '00A4'],
    ['6E00', '80A40400'],
    ['6D00', '00D60000'],
  ])('answers %s to %s', (sw, command) => {
    expect(tell(withPin({ triesLeft: 3 }), command)).toBe(sw);
  });

  it('has a personality for each that the demonstration offers', () => {
    for (const name of personalities) {
      const card = new SampleCard(sampleTraits(name, NOON));
      expect(tell(card, SELECT_AP)).toBe(name === 'other-card' ? '6A82' : '9000');
    }
  });
});
