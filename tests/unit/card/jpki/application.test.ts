import { describe, expect, it } from 'vitest';
import { CardChannel } from '../../../../src/card/apdu/channel.ts';
import {
  askTriesLeft,
  readAvailability,
  readCardExpiry,
  readCardKind,
  selectJpki,
} from '../../../../src/card/jpki/application.ts';
import { known, unknown } from '../../../../src/card/report.ts';
import { cardWith, cardWithFile, DirectPort, faultOf, TranscriptPort } from '../witness.ts';

const channelTo = (...lines: string[]): CardChannel =>
  new CardChannel(new TranscriptPort(...lines));

async function openChannel(
  traits = cardWith({}),
): Promise<{ channel: CardChannel; port: DirectPort }> {
  const port = new DirectPort(traits);
  const channel = new CardChannel(port);
  await selectJpki(channel);
  return { channel, port };
}

const label = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(new TextEncoder().encode(text.padEnd(160)));

describe('selecting the JPKI application', () => {
  it.each(['6A82', '6A81', '6985', '6D00', '6E00'])('calls %s another card', async (sw) => {
    const channel = channelTo(`00A4040C0AD392F000260100000001 ${sw}`);
    expect(await faultOf(selectJpki(channel))).toBe('not-my-number-card');
  });

  it.each(['6F00', '6400', '63C0'])('does not call %s another card', async (sw) => {
    const channel = channelTo(`00A4040C0AD392F000260100000001 ${sw}`);
    expect(await faultOf(selectJpki(channel))).toBe('card-nonsense');
  });
});

describe('the token label', () => {
  it.each([
    ['JPKIAPICCTOKEN2', 'my-number-card'],
    ['JPKIAPICCTOKEN', 'juki-card'],
    ['JPKIAPGPSETOKEN', 'android-phone'],
    ['JPKIAPIOSTOKEN', 'iphone'],
    ['JPKIAPICCTOKEN3', 'another-card'],
    ['constructor', 'another-card'],
  ] as const)('%s is %s', async (text, kind) => {
    const { channel } = await openChannel(cardWithFile(0x06, label(text)));
    expect(await readCardKind(channel)).toEqual(known(kind));
  });

  it('is read without the serial that lies behind it', async () => {
    const { channel, port } = await openChannel();
    await readCardKind(channel);
    expect(port.sent.slice(-2)).toEqual(['00A4020C020006', '00B0000020']);
  });

  it('is unknown when the file is missing or blank', async () => {
    const missing = await openChannel(cardWithFile(0x06, undefined));
    expect(await readCardKind(missing.channel)).toEqual(unknown('not-on-this-card'));
    const blank = await openChannel(cardWithFile(0x06, new Uint8Array(160)));
    expect(await readCardKind(blank.channel)).toEqual(unknown('not-understood'));
  });
});

describe('the availability flags', () => {
  it.each([
    ['8F8F00', true, true],
    ['008F00', false, true],
    ['8F0000', true, false],
    ['FFFFFF', false, false],
  ])('%s: signature %s, authentication %s', async (flags, signature, authentication) => {
    const channel = channelTo('00A4020C020008 9000', `00B0000003 ${flags}9000`);
    expect(await readAvailability(channel)).toEqual(known({ signature, authentication }));
  });

  it('stay unknown when there are too few of them', async () => {
    const channel = channelTo('00A4020C020008 9000', '00B0000003 8F6282');
    expect(await readAvailability(channel)).toEqual(unknown('not-understood'));
  });
});

describe('tries left', () => {
  const PIN = 0x18;

  it.each(Array.from({ length: 15 }, (_, at) => at + 1))(
    '63C%i tells the number',
    async (tries) => {
      const sw = (0x63c0 + tries).toString(16);
      const channel = channelTo('00A4020C020018 9000', `00200080 ${sw}`);
      expect(await askTriesLeft(channel, PIN)).toEqual(known({ locked: false, triesLeft: tries }));
    },
  );

  it.each(['63C0', '6983', '6984'])('%s is locked', async (sw) => {
    const channel = channelTo('00A4020C020018 9000', `00200080 ${sw}`);
    expect(await askTriesLeft(channel, PIN)).toEqual(known({ locked: true }));
  });

  it.each([
    ['9000', 'no-count-given'],
    ['6300', 'no-count-given'],
    ['6700', 'not-understood'],
    ['6D00', 'not-understood'],
    ['6C04', 'not-understood'],
    ['6104', 'not-understood'],
  ] as const)('%s is unknown, and not asked again in another form', async (sw, why) => {
    const port = new TranscriptPort('00A4020C020018 9000', `00200080 ${sw}`);
    const asked = askTriesLeft(new CardChannel(port), PIN);
    if (sw === '6104') await expect(asked).rejects.toThrow();
    else expect(await asked).toEqual(unknown(why));
    expect(port.left).toBe(0);
  });

  it('are not asked when the file cannot be selected', async () => {
    const port = new TranscriptPort('00A4020C02001B 6A82');
    expect(await askTriesLeft(new CardChannel(port), 0x1b)).toEqual(unknown('not-on-this-card'));
    expect(port.left).toBe(0);
  });
});

describe('the card expiry date', () => {
  it.each([
    ['32303334313231369000', known('2034-12-16')],
    ['32303334303233309000', unknown('impossible-dates')],
    ['F20832303334313231369000', unknown('not-understood')],
    ['6A88', unknown('card-refused')],
    ['6D00', unknown('card-refused')],
    ['9000', unknown('not-understood')],
  ])('from %s', async (answer, expected) => {
    expect(await readCardExpiry(channelTo(`00CA00F200 ${answer}`))).toEqual(expected);
  });
});
