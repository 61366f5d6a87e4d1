import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CardChannel } from '../../../../src/card/apdu/channel.ts';
import { IsoDepLink } from '../../../../src/card/contactless/iso-dep-link.ts';
import { blockParameters } from '../../../../src/card/contactless/type-b.ts';
import type { RadioAnswer } from '../../../../src/card/contactless/radio.ts';
import { faultCodeOf } from '../../../../src/card/fault.ts';
import { readContents } from '../../../../src/card/jpki/reading.ts';
import { SampleCard } from '../../../../src/card/sample/card.ts';
import { type Disturbance, Field } from '../../../emulator/field.ts';
import { RadioCard, type RadioTraits } from '../../../emulator/radio-card.ts';
import { cardWith, faultOf, hexOf } from '../witness.ts';

type Noise = (exchange: number) => Disturbance | undefined;

function desk(
  traits: RadioTraits = {},
  noise?: Noise,
): { link: IsoDepLink; card: RadioCard; frames: string[] } {
  const card = new RadioCard(new SampleCard(cardWith({})), traits);
  const field = new Field(card, noise);
  field.switch(true);
  card.activate();
  const frames: string[] = [];
  const exchange = (frame: Uint8Array<ArrayBuffer>): Promise<RadioAnswer> => {
    frames.push(hexOf(frame));
    const answer = field.exchange(frame);
    return Promise.resolve(
      typeof answer === 'string' ? { kind: answer } : { kind: 'frame', frame: answer },
    );
  };
  const parameters = blockParameters(card.atqb.subarray(9, 12));
  if (parameters === undefined) throw new Error('no parameters');
  return { link: new IsoDepLink({ exchange }, parameters), card, frames };
}

const plain = { largest: 251, overhead: 0, packet: 0 };

describe('a link to a card', () => {
  it.each([
    ['an ordinary card', {}],
    ['a card with 16-octet frames', { fsci: 0 }],
    ['a card that sends small blocks', { blockSize: 20 }],
    ['a card that wants more time before every block', { extensionEvery: 1 }],
    [
      'a slow card that wants more time now and then',
      { extensionEvery: 3, fwi: 13, blockSize: 64 },
    ],
  ] as const)('reads all of %s', async (_, traits) => {
    const quiet = desk(traits);
    const expected = await readContents(desk().link, plain, () => {});
    expect(await readContents(quiet.link, plain, () => {})).toEqual(expected);
  });

  it('hands the card each APDU exactly as the guard passed it: no layer adds an octet', async () => {
    for (const traits of [{}, { fsci: 0 }, { blockSize: 8 }]) {
      const { link, card, frames } = desk(traits);
      await readContents(link, plain, () => {});
      const queries = card.apdus.map(hexOf).filter((apdu) => apdu.startsWith('0020'));
      expect(queries).toEqual(['00200080', '00200080']);
      expect(frames.filter((frame) => frame.slice(2, 6) === '0020')).toHaveLength(2);
      for (const frame of frames.filter((sent) => sent.slice(2, 6) === '0020')) {
        expect(frame).toMatch(/^0[23]00200080$/u);
      }
    }
  });

  it('tells a card that left from one that talks nonsense', async () => {
    const gone = desk({}, (exchange) => (exchange === 3 ? 'card-removed' : undefined));
    expect(await faultOf(readContents(gone.link, plain, () => {}))).toBe('card-moved');
  });

  // One bit numbers the blocks, so it cannot tell a frame that is replayed again and again, nor a replayed
  // R(ACK) within a chained command (only frames of 16 octets need one). No radio does either: one replay is tried.
  it.each([
    ['lost or broken, or repeated once', [2, 8], true],
    ['lost or broken, with frames too small for a command', [0], false],
  ])('gives the right answer or a named failure, whatever is %s', async (_, sizes, repeats) => {
    const kinds = [undefined, 'command-lost', 'answer-lost', 'answer-garbled'] as const;
    const expected = await readContents(desk().link, plain, () => {});
    const losses = fc.array(fc.constantFrom(...kinds), { minLength: 20, maxLength: 60 });
    const noises = fc
      .tuple(losses, fc.nat(60))
      .map(([noise, at]): (Disturbance | undefined)[] =>
        noise.map((kind, index) => (repeats && index === at ? 'answer-repeated' : kind)),
      );
    const traits = fc.record({
      fsci: fc.constantFrom(...sizes),
      extensionEvery: fc.constantFrom(0, 1, 4),
      blockSize: fc.constantFrom(10, 60, 253),
    });
    await fc.assert(
      fc.asyncProperty(noises, traits, async (noise, radio) => {
        const { link, card } = desk(radio, (exchange) => noise[exchange]);
        const outcome = await readContents(link, plain, () => {}).catch((thrown: unknown) =>
          faultCodeOf(thrown, 'apdu-refused'),
        );
        if (typeof outcome === 'string') expect(['card-moved', 'card-nonsense']).toContain(outcome);
        else expect(outcome).toEqual(expected);
        expect(card.card.attempts).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('says goodbye with S(DESELECT)', async () => {
    const { link, frames } = desk();
    await link.deselect();
    expect(frames).toEqual(['C2']);
  });

  it('takes nothing that did not pass the guard', async () => {
    const { link, frames } = desk();
    const channel = new CardChannel(link);
    expect(await faultOf(channel.send(Uint8Array.from([0, 0x20, 0, 0x80, 0])))).toBe(
      'apdu-refused',
    );
    expect(frames).toEqual([]);
  });
});
