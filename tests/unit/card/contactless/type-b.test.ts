import { describe, expect, it } from 'vitest';
import {
  activateTypeB,
  attrib,
  blockParameters,
  isAtqb,
  REQB,
  WUPB,
} from '../../../../src/card/contactless/type-b.ts';
import type { RadioAnswer } from '../../../../src/card/contactless/radio.ts';
import { faultOf, HEX, hexOf } from '../witness.ts';

const ATQB = HEX('5011223344000041E0B381A1');

/** A radio that plays answers in order. */
function radio(...answers: RadioAnswer[]): {
  sent: string[];
  exchange: (frame: Uint8Array) => Promise<RadioAnswer>;
} {
  const sent: string[] = [];
  const exchange = (frame: Uint8Array): Promise<RadioAnswer> => {
    sent.push(hexOf(frame));
    return Promise.resolve(answers.shift() ?? { kind: 'silence' });
  };
  return { sent, exchange };
}

const frame = (hex: string): RadioAnswer => ({ kind: 'frame', frame: HEX(hex) });

describe('Type B frames', () => {
  it('are those of the worked exchanges', () => {
    expect(hexOf(REQB)).toBe('050010');
    expect(hexOf(WUPB)).toBe('050018');
    expect(hexOf(attrib(ATQB))).toBe('1D1122334400080100');
  });

  it('know an ATQB by its length and first octet', () => {
    expect(isAtqb(ATQB)).toBe(true);
    expect(isAtqb(HEX('5011223344000041E0B381A100'))).toBe(true);
    expect(isAtqb(ATQB.slice(0, 11))).toBe(false);
    expect(isAtqb(HEX('00'.repeat(12)))).toBe(false);
  });
});

describe('protocol info', () => {
  it('codes the frame size as the standard’s table does', () => {
    const sizes = Array.from(
      { length: 16 },
      (_, fsci) => blockParameters(Uint8Array.from([0, (fsci << 4) | 1, 0xa1]))?.frameSize,
    );
    expect(sizes).toEqual([
      16, 24, 32, 40, 48, 64, 96, 128, 256, 256, 256, 256, 256, 256, 256, 256,
    ]);
  });

  it.each([
    [8, 77.33],
    [10, 309.31],
    [13, 2474.5],
    [14, 4949.0],
    [15, 4.833],
  ])('codes FWI %i as %f ms, and adds the tolerance', (fwi, ms) => {
    const waitMs = blockParameters(Uint8Array.from([0, 0x81, fwi << 4]))?.waitMs ?? 0;
    expect(waitMs - 3.625).toBeCloseTo(ms, 1);
  });

  it('is refused without ISO/IEC 14443-4, or when cut short', () => {
    expect(blockParameters(HEX('0080A1'))).toBeUndefined();
    expect(blockParameters(HEX('0081'))).toBeUndefined();
  });
});

describe('activation', () => {
  it('sends REQB, then ATTRIB with the PUPI that answered', async () => {
    const air = radio(frame(hexOf(ATQB)), frame('00'));
    expect((await activateTypeB(air, REQB))?.frameSize).toBe(256);
    expect(air.sent).toEqual(['050010', '1D1122334400080100']);
  });

  it.each([
    ['nobody answers', []],
    ['two cards collide', [{ kind: 'garbled' } as const]],
    ['something else answers', [frame('0400')]],
    ['the card leaves before ATTRIB', [frame(hexOf(ATQB))]],
    ['the answer to ATTRIB is empty', [frame(hexOf(ATQB)), frame('')]],
  ])('finds no card when %s', async (_, answers) => {
    expect(await activateTypeB(radio(...answers), REQB)).toBeUndefined();
  });

  it('knows a card without blocks for another card', async () => {
    const air = radio(frame('5011223344000041E0B380A1'));
    expect(await faultOf(activateTypeB(air, REQB))).toBe('not-my-number-card');
  });
});
