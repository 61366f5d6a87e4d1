import { describe, expect, it } from 'vitest';
import { blockProtocolOf } from '../../../../../src/card/readers/ccid/atr.ts';
import { findCcidDescriptor } from '../../../../../src/card/readers/ccid/descriptor.ts';
import {
  COMMAND,
  decodeMessage,
  encodeMessage,
} from '../../../../../src/card/readers/ccid/message.ts';
import {
  begin,
  decodeBlock,
  encodeBlock,
  next,
  S_BLOCK,
  type Step,
} from '../../../../../src/card/readers/ccid/t1.ts';
import { Ccid } from '../../../../emulator/ccid.ts';
import { Field } from '../../../../emulator/field.ts';
import { HEX, hexOf, join } from '../../witness.ts';

describe('CCID messages are those of the worked exchanges', () => {
  it.each([
    ['GetSlotStatus', encodeMessage(COMMAND.getSlotStatus, 0), '65000000000000000000'],
    ['IccPowerOn', encodeMessage(COMMAND.iccPowerOn, 1), '62000000000001000000'],
    [
      'SELECT JPKI-AP',
      encodeMessage(COMMAND.xfrBlock, 2, HEX('00A4040C0AD392F000260100000001')),
      '6F0F000000000200000000A4040C0AD392F000260100000001',
    ],
    [
      'the counter query',
      encodeMessage(COMMAND.xfrBlock, 4, HEX('00200080')),
      '6F04000000000400000000200080',
    ],
  ])('%s', (_, message, hex) => {
    expect(hexOf(message)).toBe(hex);
  });

  it.each([
    ['81000000000000010000', { sequence: 0, card: 1, outcome: 'done' }],
    ['800200000000020000009000', { sequence: 2, outcome: 'done', body: HEX('9000') }],
    ['80000000000004800100', { sequence: 4, outcome: 'more-time', error: 1 }],
    ['8000000000000442FE00', { sequence: 4, card: 2, outcome: 'failed', error: 0xfe }],
  ])('%s is understood', (hex, expected) => {
    expect(decodeMessage(HEX(hex))).toMatchObject(expected);
  });

  it('PC_to_RDR_Secure is not among the messages that can be built', () => {
    expect(Object.values(COMMAND)).not.toContain(0x69);
  });
});

describe('the class descriptor', () => {
  it.each([
    ['apdu', 0x7e, { level: 'apdu', hasAutomaticVoltage: true, hasAutomaticIfsd: false }],
    ['tpdu', 0x4ba, { level: 'tpdu', hasAutomaticParameters: true, hasAutomaticIfsd: true }],
    ['tpdu', 0xb0, { level: 'tpdu', hasAutomaticVoltage: false, hasAutomaticParameters: false }],
  ] as const)('at %s level with features %i', (level, features, expected) => {
    expect(findCcidDescriptor(configurationOf({ level, features }), 0)).toMatchObject(expected);
  });

  it('is none for a reader of single characters, another interface, or a loop', () => {
    expect(findCcidDescriptor(configurationOf({ level: 'character' }), 0)).toBeUndefined();
    expect(findCcidDescriptor(configurationOf({}), 1)).toBeUndefined();
    expect(findCcidDescriptor(HEX('0902000000'), 0)).toBeUndefined();
    expect(findCcidDescriptor(configurationOf({}).slice(0, 40), 0)).toBeUndefined();
  });
});

describe('an ATR', () => {
  it.each([
    ['3BE000FF8131FE4514', 0xfe],
    ['3BDA13FF8131FB4680 12392F31C173C601C03B', 0xfb],
    ['3BC5FF8131FB458073C6010000', 0xfb],
    ['3BF59100FF918171FE400042000100D1D6', 0xfe],
    ['3B888001000041E0B381A1003B', 32],
    ['3B8880010000 05E0B381A1007F', 32],
    ['3B888001004B51FF0081D100BC', 32],
  ])('%s of a registered card offers T=1 with INF of %i octets', (atr, size) => {
    expect(blockProtocolOf(HEX(atr))?.informationSize).toBe(size);
  });

  it.each([
    ['T=0 only', '3B6500002063CB6800'],
    ['nothing', ''],
    ['another first octet', '008131FE45'],
    ['an IFSC of 0', '3BE000FF81310045'],
  ])('offers none with %s', (_, atr) => {
    expect(blockProtocolOf(HEX(atr))).toBeUndefined();
  });
});

describe('T=1 blocks', () => {
  const QUERY = HEX('00200080');
  const START = { mine: 0, cards: 0 } as const;

  const play = (
    answers: readonly (string | undefined)[],
    command = QUERY,
    size = 254,
  ): string[] => {
    let step = begin(command, START, size);
    const done = [wordOf(step)];
    for (const answer of answers) {
      if (step.do !== 'send') throw new Error('ended');
      step = next(step.exchange, answer === undefined ? undefined : HEX(answer));
      done.push(wordOf(step));
    }
    return done;
  };

  it('are those of the worked exchanges', () => {
    expect(play(['00000263C3A2'])).toEqual(['00000400200080A4', '= 63C3']);
    expect(hexOf(encodeBlock(S_BLOCK.informationSize, HEX('FE')))).toBe('00C101FE3E');
    expect(play(['00E30101E3']).length).toBe(2);
    expect(hexOf(encodeBlock(0x90))).toBe('00900090');
  });

  it('answer S(WTX) with the same octet, and wait so many times longer', () => {
    const first = begin(QUERY, START, 254);
    const step = first.do === 'send' ? next(first.exchange, HEX('00C30102C0')) : first;
    expect(step).toMatchObject({ do: 'send', block: HEX('00E30102E0'), extension: 2 });
  });

  it('answer S(IFS) with the same octet', () => {
    expect(play(['00C101203 0E0'.replace(' ', '').slice(0, 8) + 'E0'])[1]).toBe('00E10120C0');
  });

  it('chain a command and gather a chained answer', () => {
    expect(play(['00900090', '002001AA8B', '004002900 0D2'.replace(' ', '')], QUERY, 2)).toEqual([
      hexOf(encodeBlock(0x20, HEX('0020'))),
      hexOf(encodeBlock(0x40, HEX('0080'))),
      hexOf(encodeBlock(0x90)),
      '= AA9000',
    ]);
  });

  it('ask again after a broken block, three times, then give up', () => {
    const question = hexOf(encodeBlock(0x82));
    expect(play(['00000263C3A3', undefined, 'FF', ''])).toEqual([
      '00000400200080A4',
      question,
      question,
      question,
      '!',
    ]);
  });

  it('send the block again when the card asks for it', () => {
    expect(play([hexOf(encodeBlock(0x82)), '00000263C3A2'])).toEqual([
      '00000400200080A4',
      '00000400200080A4',
      '= 63C3',
    ]);
  });

  it('do not follow a chain without end', () => {
    const long = hexOf(encodeBlock(0x20, new Uint8Array(254)));
    const more = hexOf(encodeBlock(0x60, new Uint8Array(254)));
    expect(play([long, more]).at(-1)).toBe('!');
  });

  it('are refused with a wrong length or LRC', () => {
    expect(decodeBlock(HEX('00000263C3A2'))).toEqual({ pcb: 0, information: HEX('63C3') });
    expect(decodeBlock(HEX('00000363C3A3'))).toBeUndefined();
    expect(decodeBlock(join(HEX('00000263C3A2'), HEX('00')))).toBeUndefined();
  });
});

function configurationOf(traits: ConstructorParameters<typeof Ccid>[1]): Uint8Array {
  return new Ccid(new Field(), traits).configurationDescriptor;
}

/** What the machine does, in a word: the block it sends, `= answer`, or `!`. */
function wordOf(step: Step): string {
  if (step.do === 'send') return hexOf(step.block);
  return step.do === 'finish' ? `= ${hexOf(step.answer)}` : '!';
}
