import { describe, expect, it } from 'vitest';
import { CardChannel } from '../../../../src/card/apdu/channel.ts';
import {
  cardExpiryQuery,
  readBinary,
  retryCounterQuery,
  selectApplication,
  selectFile,
} from '../../../../src/card/apdu/command.ts';
import { parseResponse } from '../../../../src/card/apdu/response.ts';
import { JPKI_APPLICATION } from '../../../../src/card/jpki/files.ts';
import { faultOf, HEX, hexOf, TranscriptPort } from '../witness.ts';

describe('commands are built as in the worked exchanges', () => {
  it.each([
    ['SELECT application', selectApplication(JPKI_APPLICATION), '00A4040C0AD392F000260100000001'],
    ['SELECT file', selectFile(0x001b), '00A4020C02001B'],
    ['retry counter query, four octets', retryCounterQuery(), '00200080'],
    ['READ BINARY of a header', readBinary(0, 4), '00B0000004'],
    ['READ BINARY further on', readBinary(0x0624, 0x0b), '00B006240B'],
    ['READ BINARY of 256 octets', readBinary(4, 256), '00B0000400'],
    ['GET DATA of the card expiry', cardExpiryQuery(), '00CA00F200'],
  ])('%s', (_, command, hex) => {
    expect(hexOf(command)).toBe(hex);
  });
});

describe('a channel', () => {
  it('splits data and status word', () => {
    expect(parseResponse(HEX('3082062B9000'))).toEqual({ data: HEX('3082062B'), status: 0x9000 });
  });

  it('repeats READ BINARY once with the length of 6Cxx', async () => {
    const port = new TranscriptPort('00B00004E0 6C0B', '00B000040B 01029000');
    const answer = await new CardChannel(port).send(readBinary(4, 0xe0));
    expect(hexOf(answer.data)).toBe('0102');
    expect(port.left).toBe(0);
  });

  it('repeats nothing else after 6Cxx, least of all the retry counter query', async () => {
    const port = new TranscriptPort('00200080 6C04');
    const answer = await new CardChannel(port).send(retryCounterQuery());
    expect(answer.status).toBe(0x6c04);
  });

  it('gathers an answer given by 61xx', async () => {
    const port = new TranscriptPort('00B0000004 01026102', '00C0000002 03049000');
    const answer = await new CardChannel(port).send(readBinary(0, 4));
    expect(hexOf(answer.data)).toBe('01020304');
  });

  it('does not follow 61xx for ever', async () => {
    const endless = Array.from({ length: 5 }, () => '00C0000001 006101');
    const port = new TranscriptPort('00B0000004 6101', ...endless);
    expect(await faultOf(new CardChannel(port).send(readBinary(0, 4)))).toBe('card-nonsense');
  });

  it.each(['', '90', '00'.repeat(259)])(
    'calls an answer of impossible length nonsense',
    async (hex) => {
      const port = new TranscriptPort(`00B0000004 ${hex}`);
      expect(await faultOf(new CardChannel(port).send(readBinary(0, 4)))).toBe('card-nonsense');
    },
  );

  it('sends nothing at all when the guard refuses', async () => {
    const port = new TranscriptPort();
    const channel = new CardChannel(port);
    expect(await faultOf(channel.send(HEX('002000800431323334')))).toBe('apdu-refused');
    expect(await faultOf(channel.send(selectFile(0x0001)))).toBe('apdu-refused');
  });
});
