import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CardFault } from '../../../../src/card/fault.ts';
import { PermittedApdu } from '../../../../src/card/guard/permitted.ts';
import { HEX, hexOf } from '../witness.ts';

const isAllowed = (hex: string, answered = 0): boolean => {
  try {
    return hexOf(PermittedApdu.from(HEX(hex), answered).bytes) === hex;
  } catch (thrown) {
    if (thrown instanceof CardFault && thrown.code === 'apdu-refused') return false;
    throw thrown;
  }
};

describe('the guard lets through', () => {
  it.each([
    ['SELECT of the JPKI application', '00A4040C0AD392F000260100000001'],
    ['SELECT of the token information', '00A4020C020006'],
    ['SELECT of the availability flags', '00A4020C020008'],
    ['SELECT of the authentication certificate', '00A4020C02000A'],
    ['SELECT of its CA certificate', '00A4020C02000B'],
    ['SELECT of the signature CA certificate', '00A4020C020002'],
    ['SELECT of the authentication PIN', '00A4020C020018'],
    ['SELECT of the signature password', '00A4020C02001B'],
    ['READ BINARY at the beginning', '00B0000004'],
    ['READ BINARY at the last offset', '00B07FFF00'],
    ['VERIFY of exactly four octets', '00200080'],
    ['GET DATA of the card expiry date', '00CA00F200'],
  ])('%s', (_, hex) => {
    expect(isAllowed(hex)).toBe(true);
  });

  it('GET RESPONSE only as an answer to 61xx', () => {
    expect(isAllowed('00C0000010', 0x6110)).toBe(true);
    expect(isAllowed('00C0000010', 0x9000)).toBe(false);
    expect(isAllowed('00C0000010')).toBe(false);
  });
});

describe('the guard refuses', () => {
  it.each([
    ['a VERIFY with a Le', '0020008000'],
    ['a VERIFY with an empty extended body', '00200080000000'],
    ['a VERIFY with a PIN', '002000800431323334'],
    ['a VERIFY by short file identifier', '00200098'],
    ['a VERIFY in another class', '80200080'],
    ['a VERIFY of global reference data', '00200000'],
    ['an odd VERIFY', '00210080'],
    ['CHANGE REFERENCE DATA', '002401800831323334'],
    ['RESET RETRY COUNTER', '002C0080'],
    ['COMPUTE DIGITAL SIGNATURE', '802A0080'],
    ['INTERNAL AUTHENTICATE', '0088000000'],
    ['EXTERNAL AUTHENTICATE', '0082000000'],
    ['UPDATE BINARY', '00D6000001FF'],
    ['SELECT of the signature certificate', '00A4020C020001'],
    ['SELECT of a private key', '00A4020C020017'],
    ['SELECT of another application', '00A4040C0AD3921000310001010408'],
    ['SELECT of the JPKI application with a Le', '00A4040C0AD392F00026010000000100'],
    ['READ BINARY by short file identifier', '00B08A0004'],
    ['READ BINARY with an extended Le', '00B00000000000'],
    ['READ RECORD', '00B2010400'],
    ['GET DATA of the municipality', '00CA00F000'],
    ['GET DATA of the card number', '00CA004500'],
    ['nothing at all', ''],
  ])('%s', (_, hex) => {
    expect(isAllowed(hex)).toBe(false);
  });

  it('every VERIFY that is not exactly the query, whatever else it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(255), (rest, cla) => {
        const hex = hexOf(Uint8Array.from([cla, 0x20, ...rest]));
        return isAllowed(hex) === (hex === '00200080');
      }),
    );
  });

  it('anything that differs from an allowed command in one octet, unless the list says so', () => {
    const query = HEX('00200080');
    for (let at = 0; at < 4; at += 1) {
      for (let value = 0; value < 256; value += 1) {
        if (value === query[at]) continue;
        const other = query.slice();
        other[at] = value;
        expect(isAllowed(hexOf(other))).toBe(false);
      }
    }
  });
});

describe('a permitted APDU', () => {
  it('is a copy that nobody can change afterwards', () => {
    const command = HEX('00200080');
    const permitted = PermittedApdu.from(command);
    command[1] = 0x24;
    permitted.bytes.fill(0xff);
    expect(hexOf(permitted.bytes)).toBe('00200080');
  });

  it('tells the instruction in its refusal, and never a body', () => {
    expect(presentPin).toThrow('INS 20, 9 octets');
    expect(presentPin).not.toThrow('31323334');
  });
});

function presentPin(): PermittedApdu {
  return PermittedApdu.from(HEX('002000800431323334'));
}
