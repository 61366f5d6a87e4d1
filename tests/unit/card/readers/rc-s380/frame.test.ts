import { describe, expect, it } from 'vitest';
import { ACK, decodeFrame, encodeFrame } from '../../../../../src/card/readers/rc-s380/frame.ts';
import { HEX, hexOf, join } from '../../witness.ts';

/** Frames of docs/protocol-sources.md 10 that appear in logs of real readers, or are computed there. */
const VECTORS = [
  ['SetCommandType 1', 'D62A01', '0000FFFFFF0300FDD62A01FF00'],
  ['SetCommandType answer', 'D72B00', '0000FFFFFF0300FDD72B00FE00'],
  ['SwitchRF off', 'D60600', '0000FFFFFF0300FDD606002400'],
  ['InSetRF 106B', 'D60003070F07', '0000FFFFFF0600FAD60003070F070A00'],
  [
    'InSetProtocol defaults',
    'D60200180101020103000400050006000708080009000A000B000C000E040F001000110012001306',
    '0000FFFFFF2800D8D60200180101020103000400050006000708080009000A000B000C000E040F0010001100120013064B00',
  ],
  [
    'InSetProtocol Type B',
    'D602001409010A010B010C01',
    '0000FFFFFF0C00F4D602001409010A010B010C01E600',
  ],
  ['REQB', 'D6043601050010', '0000FFFFFF0700F9D6043601050010DA00'],
  ['no card', 'D70580000000', '0000FFFFFF0600FAD70580000000A400'],
  ['counter query', 'D6043A0C0200200080', '0000FFFFFF0900F7D6043A0C02002000803E00'],
  ['63C3', 'D70500000000080263C3', '0000FFFFFF0A00F6D70500000000080263C3F400'],
  ['S(WTX)', 'D7050000000008F201', '0000FFFFFF0900F7D7050000000008F2012900'],
] as const;

describe('a Port-100 frame', () => {
  it.each(VECTORS)('%s is encoded as in the reference', (_, data, frame) => {
    expect(hexOf(encodeFrame(HEX(data)))).toBe(frame);
  });

  it.each(VECTORS)('%s is decoded to its data', (_, data, frame) => {
    expect(decodeFrame(HEX(frame))).toEqual({
      kind: 'data',
      data: HEX(data),
      size: frame.length / 2,
    });
  });

  it('is told from an ACK and from the error frame', () => {
    expect(decodeFrame(ACK)).toEqual({ kind: 'ack', size: 6 });
    expect(decodeFrame(HEX('0000FFFFFF'))).toEqual({ kind: 'error', size: 5 });
  });

  it('leaves alone what follows it', () => {
    expect(decodeFrame(join(ACK, HEX('0000FFFFFF0300FD')))).toEqual({ kind: 'ack', size: 6 });
  });

  it.each([
    ['nothing', ''],
    ['half an ACK', '0000FF00FF'],
    ['half a header', '0000FFFFFF03'],
    ['half the data', '0000FFFFFF0300FDD62A'],
  ])('is awaited further after %s', (_, hex) => {
    expect(decodeFrame(HEX(hex))).toEqual({ kind: 'incomplete' });
  });

  it.each([
    ['a wrong length checksum', '0000FFFFFF0300FCD62A01FF00'],
    ['a wrong data checksum', '0000FFFFFF0300FDD62A01FE00'],
    ['a wrong postamble', '0000FFFFFF0300FDD62A01FF01'],
    ['a length beyond any answer', '0000FFFFFFFF0FF2'],
    ['another start', '0102030405060708'],
  ])('is garbage with %s', (_, hex) => {
    expect(decodeFrame(HEX(hex)).kind).toBe('garbage');
  });
});
