import { describe, expect, it } from 'vitest';
import {
  begin,
  type BlockNumber,
  LONGEST_WAIT_MS,
  next,
  type Step,
} from '../../../../src/card/contactless/iso-dep.ts';
import type { RadioAnswer } from '../../../../src/card/contactless/radio.ts';
import type { BlockParameters } from '../../../../src/card/contactless/type-b.ts';
import { HEX, hexOf } from '../witness.ts';

const QUICK: BlockParameters = { frameSize: 256, waitMs: 312.9 };
const SELECT = HEX('00A4040C0AD392F000260100000001');
const QUERY = HEX('00200080');

/** What the machine does, in a word: the block it sends, `= answer`, or `! why`. */
function wordOf(step: Step): string {
  if (step.do === 'send') return hexOf(step.block);
  return step.do === 'finish' ? `= ${hexOf(step.answer)}` : `! ${step.why}`;
}

/** Plays what comes back — hex, `silence` or `garbled` — and writes down what the machine does. */
function play(
  answers: readonly string[],
  command = QUERY,
  parameters = QUICK,
  number: BlockNumber = 0,
): string[] {
  let step = begin(command, number, parameters);
  const done = [wordOf(step)];
  for (const answer of answers) {
    if (step.do !== 'send') throw new Error('the machine had already ended');
    step = next(step.exchange, answerOf(answer));
    done.push(wordOf(step));
  }
  return done;
}

function answerOf(text: string): RadioAnswer {
  if (text === 'silence' || text === 'garbled') return { kind: text };
  return { kind: 'frame', frame: HEX(text) };
}

describe('ISO-DEP without trouble', () => {
  it('sends the query in one block of exactly five octets and gives its answer', () => {
    expect(play(['0263C3'])).toEqual(['0200200080', '= 63C3']);
  });

  it('starts with the block number it is given, and toggles it', () => {
    const step = begin(QUERY, 1, QUICK);
    expect(wordOf(step)).toBe('0300200080');
    const end = step.do === 'send' ? next(step.exchange, answerOf('039000')) : step;
    expect(end.do === 'finish' && end.blockNumber).toBe(0);
  });

  it('joins a chained answer as in the worked exchanges', () => {
    const part = 'AB'.repeat(253);
    expect(play([`12${part}`, '03CDCDCD9000'], HEX('00B0000400'))).toEqual([
      '0200B0000400',
      'A3',
      `= ${part}CDCDCD9000`,
    ]);
  });

  it('chains a command for a card with small frames', () => {
    const small = { ...QUICK, frameSize: 16 };
    expect(play(['A2', '039000'], SELECT, small)).toEqual([
      '1200A4040C0AD392F00026010000',
      '030001',
      '= 9000',
    ]);
  });

  it('echoes S(WTX) and waits so many times longer, 4949 ms at most', () => {
    const first = begin(QUERY, 0, QUICK);
    if (first.do !== 'send') throw new Error('nothing sent');
    const twice = next(first.exchange, answerOf('F202'));
    expect(twice).toMatchObject({ do: 'send', block: HEX('F202'), waitMs: 312.9 * 2 });
    const longest = next(first.exchange, answerOf('F2FB'));
    expect(longest).toMatchObject({ block: HEX('F23B'), waitMs: LONGEST_WAIT_MS });
  });

  it('takes S(WTX) between chained parts too', () => {
    expect(play(['12AA', 'F201', '03BB9000'])).toEqual(['0200200080', 'A3', 'F201', '= AABB9000']);
  });

  it('takes S(WTX) in place of R(ACK) while it chains a command', () => {
    const small = { ...QUICK, frameSize: 16 };
    expect(play(['F201', 'A2', '039000'], SELECT, small)).toEqual([
      '1200A4040C0AD392F00026010000',
      'F201',
      '030001',
      '= 9000',
    ]);
  });
});

describe('ISO-DEP in trouble', () => {
  it('asks with R(NAK) after silence, and takes the answer', () => {
    expect(play(['silence', '0263C3'])).toEqual(['0200200080', 'B2', '= 63C3']);
  });

  it('asks with R(NAK) after a broken frame', () => {
    expect(play(['garbled', '0263C3'])).toEqual(['0200200080', 'B2', '= 63C3']);
  });

  it('sends the block again when R(ACK) shows that the card missed it', () => {
    expect(play(['silence', 'A3', '0263C3'])).toEqual(['0200200080', 'B2', '0200200080', '= 63C3']);
  });

  it('repeats R(ACK) while the card is chaining', () => {
    expect(play(['12AA', 'silence', '039000'])).toEqual(['0200200080', 'A3', 'A3', '= AA9000']);
  });

  it('sends the same part again when the card missed it', () => {
    const small = { ...QUICK, frameSize: 16 };
    const part = '1200A4040C0AD392F00026010000';
    expect(play(['silence', 'A3', 'A2', '039000'], SELECT, small)).toEqual([
      part,
      'B2',
      part,
      '030001',
      '= 9000',
    ]);
  });

  it.each([
    ['a block number out of order', '0363C3'],
    ['an empty frame', ''],
    ['a block with a CID', '0A0063C3'],
    ['a block with a NAD', '060063C3'],
    ['R(NAK)', 'B2'],
    ['R(ACK) that asks for a part that does not exist', 'A2'],
    ['S(DESELECT)', 'C2'],
    ['S(WTX) without a multiplier', 'F2'],
    ['S(WTX) of nothing', 'F200'],
    ['S(WTX) beyond 59', 'F23C'],
    ['a prologue that does not exist', 'E0'],
  ])('asks again after %s', (_, answer) => {
    expect(play([answer, '0263C3'])).toEqual(['0200200080', 'B2', '= 63C3']);
  });

  it.each([
    [10, 312.9, 3],
    [13, 2478.1, 2],
    [4, 8.5, 5],
  ])('gives up a card of FWI %i after %f ms × %i', (_, waitMs, failures) => {
    const parameters = { frameSize: 256, waitMs };
    const silence = Array.from({ length: failures + 1 }, () => 'silence');
    expect(play(silence, QUERY, parameters).at(-1)).toBe('! lost');
    expect(play(silence.slice(1), QUERY, parameters).at(-1)).toBe('B2');
  });

  it('forgets failures as soon as a block comes in order', () => {
    const answers = ['silence', 'silence', '12AA', 'silence', 'silence', '039000'];
    expect(play(answers).at(-1)).toBe('= AA9000');
  });

  it('calls a card that breaks the rules again and again nonsense', () => {
    expect(play(['E0', 'E0', 'E0', 'E0']).at(-1)).toBe('! nonsense');
  });

  it('does not follow a chain beyond 258 octets', () => {
    expect(play([`12${'AA'.repeat(253)}`, `13${'AA'.repeat(6)}`]).at(-1)).toBe('! nonsense');
  });

  it('does not follow empty chained blocks or S(WTX) for ever', () => {
    for (const endless of [['12', '13'], ['F201']]) {
      let step = begin(QUERY, 0, QUICK);
      let rounds = 0;
      for (; step.do === 'send' && rounds < 2000; rounds += 1) {
        step = next(step.exchange, answerOf(endless[rounds % endless.length] ?? ''));
      }
      expect(wordOf(step)).toBe('! nonsense');
      expect(rounds).toBeLessThan(700);
    }
  });
});
