import { describe, expect, it } from 'vitest';
import { decodeMessage, encodeMessage } from '../../../../../src/card/readers/rc-s300/message.ts';
import {
  MANAGE,
  manageSession,
  readObjects,
  switchProtocol,
  transceive,
} from '../../../../../src/card/readers/rc-s300/objects.ts';
import { HEX, hexOf, join } from '../../witness.ts';

const packed = (text: string): string => text.replaceAll(' ', '');

describe('RC-S300 messages are those of the worked exchanges', () => {
  it.each([
    [
      'end session',
      manageSession(MANAGE.end),
      0x21,
      '6B 08 00 00 00 00 21 00 00 00 FF 50 00 00 02 82 00 00',
    ],
    [
      'start session',
      manageSession(MANAGE.start),
      2,
      '6B 08 00 00 00 00 02 00 00 00 FF 50 00 00 02 81 00 00',
    ],
    [
      'RF off',
      manageSession(MANAGE.rfOff),
      3,
      '6B 08 00 00 00 00 03 00 00 00 FF 50 00 00 02 83 00 00',
    ],
    [
      'RF on',
      manageSession(MANAGE.rfOn),
      4,
      '6B 08 00 00 00 00 04 00 00 00 FF 50 00 00 02 84 00 00',
    ],
    [
      'switch to B, layer 4',
      switchProtocol(4),
      5,
      '6B 0A 00 00 00 00 05 00 00 00 FF 50 00 02 04 8F 02 01 04 00',
    ],
    [
      'a FeliCa poll, as another project sends it',
      transceive(HEX('0600FFFF0100'), 100),
      0x2c,
      '6B 1B 00 00 00 00 2C 00 00 00 FF 50 00 01 00 00 11 5F 46 04 A0 86 01 00 95 82 00 06 06 00 FF FF 01 00 00 00 00',
    ],
    [
      'SELECT JPKI-AP',
      transceive(HEX('0200A4040C0AD392F000260100000001'), 400),
      6,
      '6B 25 00 00 00 00 06 00 00 00 FF 50 00 01 00 00 1B 5F 46 04 80 1A 06 00 95 82 00 10 02 00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01 00 00 00',
    ],
    [
      'the counter query, five octets in its object and not one more',
      transceive(HEX('0200200080'), 400),
      8,
      '6B 1A 00 00 00 00 08 00 00 00 FF 50 00 01 00 00 10 5F 46 04 80 1A 06 00 95 82 00 05 02 00 20 00 80 00 00 00',
    ],
    [
      'WUPB',
      transceive(HEX('050018'), 100),
      9,
      '6B 18 00 00 00 00 09 00 00 00 FF 50 00 01 00 00 0E 5F 46 04 A0 86 01 00 95 82 00 03 05 00 18 00 00 00',
    ],
  ])('%s', (_, payload, sequence, message) => {
    expect(hexOf(encodeMessage(payload, sequence))).toBe(packed(message));
  });

  it('answers are taken apart', () => {
    const answer = HEX(
      '83 13 00 00 00 00 08 02 00 00 C0 03 00 90 00 92 01 00 96 02 00 00 97 03 02 63 C3 90 00',
    );
    const message = decodeMessage(answer);
    expect(message).toMatchObject({ sequence: 8, status: 2, size: 29 });
    expect(typeof message === 'object' && readObjects(message.payload)).toEqual([
      { tag: 0xc0, value: HEX('009000') },
      { tag: 0x92, value: HEX('00') },
      { tag: 0x96, value: HEX('0000') },
      { tag: 0x97, value: HEX('0263C3') },
    ]);
  });

  it('the ATR of layer 4 is found', () => {
    const payload = HEX('C003009000 5F510D3B888001000041E0B381A1003B 9000');
    expect(readObjects(payload)?.[1]).toEqual({
      tag: 0x5f51,
      value: HEX('3B888001000041E0B381A1003B'),
    });
  });
});

describe('objects', () => {
  it.each([128, 200, 255])('of %i octets are read in either coding of their length', (size) => {
    const value = new Uint8Array(size).fill(0x97);
    const head = HEX('C003009000');
    for (const coding of [HEX('9781'), HEX('97')]) {
      const payload = join(head, coding, Uint8Array.from([size]), value, HEX('9000'));
      expect(readObjects(payload)?.[1]).toEqual({ tag: 0x97, value });
    }
  });

  it('of 256 octets and more are read in BER', () => {
    const value = new Uint8Array(258).fill(1);
    const payload = join(HEX('97820102'), value, HEX('9000'));
    expect(readObjects(payload)).toEqual([{ tag: 0x97, value }]);
  });

  it('are found by walking, not by searching for 97 in data', () => {
    const payload = HEX('C003009000 9203979797 9702 9000 9000');
    expect(readObjects(payload)?.at(-1)).toEqual({ tag: 0x97, value: HEX('9000') });
  });

  it.each([
    ['no SW', ''],
    ['another SW', 'C0030090006700'],
    ['an object beyond the end', 'C0039000'],
    ['half a tag', '5F9000'],
  ])('are refused with %s', (_, hex) => {
    expect(readObjects(HEX(hex))).toBeUndefined();
  });
});

describe('a message', () => {
  it.each([
    ['nothing', '', 'incomplete'],
    ['half a header', '8305000000', 'incomplete'],
    ['half a payload', '83050000000001020000AABB', 'incomplete'],
    ['another type', '80', 'garbage'],
    ['a length beyond any answer', '83FFFFFF7F0001020000', 'garbage'],
  ])('is awaited or refused: %s', (_, hex, expected) => {
    expect(decodeMessage(HEX(hex))).toBe(expected);
  });
});
