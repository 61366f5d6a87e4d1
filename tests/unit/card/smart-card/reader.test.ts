import { describe, expect, it } from 'vitest';
import { readContents, type CardContents } from '../../../../src/card/jpki/reading.ts';
import type { Reader } from '../../../../src/card/readers/reader.ts';
import { SampleCard } from '../../../../src/card/sample/card.ts';
import { openSmartCard } from '../../../../src/card/smart-card/reader.ts';
import { type ServiceTraits, SmartCardService } from '../../../emulator/smart-card-service.ts';
import { VirtualClock } from '../../../emulator/virtual-clock.ts';
import { cardWith, DirectPort, faultOf, hexOf } from '../witness.ts';

const limits = { largest: 251, overhead: 0, packet: 0 };

class Desk {
  readonly clock = new VirtualClock();
  readonly card = new SampleCard(cardWith({}));
  readonly service: SmartCardService;

  constructor(traits: ServiceTraits = {}) {
    this.service = new SmartCardService(this.card, traits);
  }

  open(): Promise<Reader> {
    return this.clock.settle(openSmartCard(this.service, { clock: this.clock }));
  }

  async read(): Promise<CardContents> {
    const reader = await this.open();
    try {
      const port = await this.clock.settle(reader.seek());
      if (port === undefined) throw new Error('no card');
      return await this.clock.settle(readContents(port, limits, () => {}));
    } finally {
      await this.clock.settle(reader.close());
    }
  }
}

describe('the smart card service', () => {
  it('reads the same as a direct channel does', async () => {
    const direct = await readContents(new DirectPort(cardWith({})), limits, () => {});
    expect(await new Desk().read()).toEqual(direct);
  });

  it('is asked for T=1 only, shared, inside a transaction that ends', async () => {
    const desk = new Desk();
    await desk.read();
    expect(desk.service.log.slice(0, 5)).toEqual([
      'establishContext',
      'listReaders',
      'getStatusChange',
      'connect shared t1',
      'startTransaction',
    ]);
    expect(desk.service.log.at(-1)).toBe('disconnect leave');
    expect(desk.service.isInTransaction).toBe(false);
    expect(desk.service.isConnected).toBe(false);
  });

  it('gets each APDU as the guard passed it', async () => {
    const desk = new Desk();
    await desk.read();
    const queries = desk.service.apdus.map(hexOf).filter((apdu) => apdu.startsWith('0020'));
    expect(queries).toEqual(['00200080', '00200080']);
  });

  it('is not used over T=0, which would lengthen the query', async () => {
    const desk = new Desk({ protocol: 't0' });
    expect(await faultOf(desk.read())).toBe('not-my-number-card');
    expect(desk.service.apdus).toEqual([]);
    expect(desk.service.isConnected).toBe(false);
  });

  it('finds no card on an empty reader, and the card that comes later', async () => {
    const desk = new Desk();
    desk.service.card = undefined;
    const reader = await desk.open();
    expect(await desk.clock.settle(reader.seek())).toBeUndefined();
    desk.service.card = desk.card;
    expect(await desk.clock.settle(reader.seek())).toBeDefined();
    await desk.clock.settle(reader.close());
  });

  it.each([
    ['establishContext', 'no-service', 'reader-unplugged'],
    ['establishContext', 'NotAllowedError', 'usb-forbidden'],
    ['listReaders', 'unknown-code', 'reader-nonsense'],
    ['connect', 'sharing-violation', 'reader-busy'],
    ['connect', 'proto-mismatch', 'not-my-number-card'],
    ['connect', 'system-cancelled', 'cancelled'],
    ['startTransaction', 'reset-card', 'card-moved'],
    ['transmit', 'removed-card', 'card-moved'],
    ['getStatusChange', 'reader-unavailable', 'reader-unplugged'],
  ] as const)('%s that fails with %s is %s', async (method, failure, code) => {
    const desk = new Desk({ failures: { [method]: failure } });
    expect(await faultOf(desk.read())).toBe(code);
    expect(desk.service.isConnected).toBe(false);
  });

  it('without a reader is a reader that is not plugged in', async () => {
    expect(await faultOf(new Desk({ readers: [] }).read())).toBe('reader-unplugged');
  });
});
