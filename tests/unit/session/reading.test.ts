import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { readCertificate } from '../../../src/card/certificate/read.ts';
import { unknown } from '../../../src/card/report.ts';
import { SampleCard } from '../../../src/card/sample/card.ts';
import type { Personality } from '../../../src/card/sample/personality-names.ts';
import { sampleTraits } from '../../../src/card/sample/personality.ts';
import { demonstration } from '../../../src/session/demonstration.ts';
import { LIMIT, readingMachine } from '../../../src/session/reading.ts';
import { Ccid } from '../../emulator/ccid.ts';
import { Port100 } from '../../emulator/port-100.ts';
import { RcS300 } from '../../emulator/rc-s300.ts';
import { SmartCardService } from '../../emulator/smart-card-service.ts';
import { rest, VirtualClock } from '../../emulator/virtual-clock.ts';
import { Desk, NOON } from './desk.ts';

const rcS380 = (): Desk => new Desk((field) => new Port100(field));

/** A desk with a card on the reader. */
function deskWith(personality: Personality = 'in-date'): Desk {
  const desk = rcS380();
  desk.field.card = desk.makeCard(sampleTraits(personality, NOON));
  return desk;
}

describe('a reading', () => {
  it.each([
    ['RC-S380', (): Desk => rcS380()],
    ['RC-S300', (): Desk => new Desk((field) => new RcS300(field))],
    ['CCID', (): Desk => new Desk((field) => new Ccid(field))],
    ['CCID with T=1 blocks', (): Desk => new Desk((field) => new Ccid(field, { level: 'tpdu' }))],
  ])('over %s gives the same report as any other', async (_, makeDesk) => {
    const expected = deskWith();
    await expected.read();
    const desk = makeDesk();
    desk.field.card = desk.makeCard();
    await desk.read();
    expect(desk.state).toBe('report');
    expect(desk.context.report).toEqual(expected.context.report);
    expect(desk.device.opened).toBe(false);
    expect(desk.attempts).toBe(0);
  });

  it.each([
    ['in-date', 'in-date'],
    ['renewal-open', 'renewal-open'],
    ['past', 'past'],
    ['not-yet', 'not-yet'],
  ] as const)('of the card "%s" says %s', async (personality, state) => {
    const desk = deskWith(personality);
    await desk.read();
    const { report } = desk.context;
    expect(report?.authentication.known && report.authentication.value.state).toBe(state);
  });

  it.each([
    ['pin-locked', { authenticationPin: { known: true, value: { locked: true } } }],
    ['password-locked', { signaturePassword: { known: true, value: { locked: true } } }],
    ['no-signature', { signature: { present: { known: true, value: false } } }],
    [
      'phone',
      { card: { known: true, value: 'android-phone' }, authentication: unknown('needs-a-secret') },
    ],
    ['blank', { card: unknown('not-on-this-card'), authentication: unknown('not-on-this-card') }],
  ] as const)('of the card "%s" says so', async (personality, expected) => {
    const desk = deskWith(personality);
    await desk.read();
    expect(desk.context.report).toMatchObject(expected);
    expect(desk.context.report?.sample).toBe(false);
  });

  it.each([0, 1, 2, 3, 4, 5])('tells %i tries left of the password', async (triesLeft) => {
    for (const lockedStatus of [0x63c0, 0x6983, 0x6984]) {
      const desk = rcS380();
      const secrets = new Map([[0x1b, { triesLeft, lockedStatus }]]);
      desk.field.card = desk.makeCard({ ...sampleTraits('in-date', NOON), secrets });
      await desk.read();
      const expected = triesLeft === 0 ? { locked: true } : { locked: false, triesLeft };
      expect(desk.context.report?.signaturePassword).toEqual({ known: true, value: expected });
      expect(desk.cards[0]?.triesLeft.get(0x1b)).toBe(triesLeft);
    }
  });

  it('shows its progress in octets', async () => {
    const desk = deskWith();
    const seen = new Set<number>();
    desk.actor.subscribe(({ context }) => seen.add(context.progress?.received ?? 0));
    await desk.read();
    const total = desk.context.progress?.total ?? 0;
    expect(desk.context.progress?.received).toBe(total);
    expect(seen.size).toBeGreaterThan(5);
  });

  it('waits for the card to come', async () => {
    const desk = rcS380();
    desk.actor.send({ type: 'CHOOSE' });
    await desk.until(() => desk.state === 'working.waiting' && desk.clock.now > 20_000);
    expect(desk.context.driver).toBe('rc-s380');
    desk.field.card = desk.makeCard();
    await desk.until(() => desk.state === 'report');
    expect(desk.context.fault).toBeUndefined();
  });

  it('gives what it knows when the part that reads certificates does not arrive', async () => {
    const clock = new VirtualClock();
    const actor = createActor(readingMachine, {
      clock,
      input: {
        usb: rcS380().usb.asUsb,
        clock,
        now: () => NOON,
        loadCertificateReader: () => Promise.reject(new Error('offline')),
      },
    }).start();
    actor.send({ type: 'DEMONSTRATE', source: demonstration('in-date', NOON) });
    while (actor.getSnapshot().hasTag('busy')) {
      await rest();
      clock.step();
    }
    const { report } = actor.getSnapshot().context;
    expect(report?.authentication).toEqual(unknown('parser-not-loaded'));
    expect(report?.authenticationPin.known).toBe(true);
  });
});

describe('choosing a reader', () => {
  it('asks only once: a reader that the browser trusts is used without asking', async () => {
    const desk = deskWith();
    await desk.read();
    await desk.read();
    expect(desk.usb.asked).toHaveLength(1);
    expect(desk.state).toBe('report');
  });

  it('asks again when the person wants another reader', async () => {
    const desk = deskWith();
    await desk.read();
    desk.actor.send({ type: 'CHOOSE', another: true });
    await desk.until(() => desk.state === 'report');
    expect(desk.usb.asked).toHaveLength(2);
  });

  it('goes through the system’s smart card service where there is one', async () => {
    const clock = new VirtualClock();
    const service = new SmartCardService(new SampleCard(sampleTraits('in-date', NOON)));
    const actor = createActor(readingMachine, {
      clock,
      input: {
        smartCard: service,
        clock,
        now: () => NOON,
        loadCertificateReader: () => Promise.resolve(readCertificate),
      },
    }).start();
    actor.send({ type: 'CHOOSE' });
    while (actor.getSnapshot().hasTag('busy')) {
      await rest();
      clock.step();
    }
    expect(actor.getSnapshot().value).toBe('report');
    expect(service.isConnected).toBe(false);
  });
});

describe('a named failure', () => {
  it('usb-unsupported: neither API is here; the demonstration still works', () => {
    const clock = new VirtualClock();
    const actor = createActor(readingMachine, {
      clock,
      input: {
        clock,
        now: () => NOON,
        loadCertificateReader: () => Promise.resolve(readCertificate),
      },
    }).start();
    expect(actor.getSnapshot().value).toBe('unsupported');
    expect(actor.getSnapshot().context.fault).toBe('usb-unsupported');
    expect(actor.getSnapshot().can({ type: 'CHOOSE' })).toBe(false);
    actor.send({ type: 'DEMONSTRATE', source: demonstration('in-date', NOON) });
    expect(actor.getSnapshot().hasTag('busy')).toBe(true);
    actor.stop();
  });

  const failures: readonly [string, (desk: Desk) => void, string][] = [
    ['the chooser is closed', (desk) => (desk.usb.choice = undefined), 'chooser-closed'],
    ['the page may not ask', (desk) => (desk.usb.refusal = 'SecurityError'), 'usb-forbidden'],
    [
      'another program holds the reader',
      (desk) => (desk.device.refusals = { claim: 'NetworkError' }),
      'reader-busy',
    ],
    [
      'a driver holds the reader',
      (desk) => (desk.device.refusals = { open: 'NetworkError' }),
      'reader-busy',
    ],
    [
      'the class is protected',
      (desk) => (desk.device.refusals = { claim: 'SecurityError' }),
      'reader-protected',
    ],
    ['nobody puts a card there', (desk) => (desk.field.card = undefined), 'card-absent'],
    [
      'the card is another one',
      (desk) => (desk.field.card = desk.makeCard(sampleTraits('other-card', NOON))),
      'not-my-number-card',
    ],
    [
      'the card does not speak blocks',
      (desk) => (desk.field.card = desk.makeCard(undefined, { noBlocks: true })),
      'not-my-number-card',
    ],
    [
      'the card is moved away',
      (desk) => {
        desk.device.onTransfer = (transfer) => {
          if (transfer === 60) desk.field.disturb('card-removed');
          return undefined;
        };
      },
      'card-moved',
    ],
    [
      'the plug is pulled while waiting',
      (desk) => {
        desk.field.card = undefined;
        desk.device.onTransfer = (transfer) => (transfer === 40 ? 'unplug' : undefined);
      },
      'reader-unplugged',
    ],
    [
      'the reader falls silent',
      (desk) => (desk.device.onTransfer = (transfer) => (transfer >= 30 ? 'lost' : undefined)),
      'reader-silent',
    ],
    [
      'the reader talks nonsense',
      (desk) =>
        (desk.device.onTransfer = (transfer) => (transfer === 31 ? 'corrupted-last' : undefined)),
      'reader-nonsense',
    ],
  ];

  it.each(failures)('when %s', async (_, arrange, code) => {
    const desk = deskWith();
    arrange(desk);
    await desk.read();
    expect(desk.state).toBe('failed');
    expect(desk.context.fault).toBe(code);
    expect(desk.device.opened).toBe(false);
    expect(desk.context.report).toBeUndefined();
  });

  it('reading-too-long: a card that needs for ever', async () => {
    const desk = rcS380();
    desk.field.card = desk.makeCard(
      { ...sampleTraits('in-date', NOON), shortReads: 9 },
      { fwi: 14 },
    );
    desk.device.firmware.receive = slowed(desk, 700);
    await desk.read();
    expect(desk.context.fault).toBe('reading-too-long');
    expect(desk.clock.now).toBeLessThan(LIMIT.reading + 15_000);
    expect(desk.device.opened).toBe(false);
  });

  it('leads back with one step: the next attempt succeeds', async () => {
    const desk = deskWith();
    desk.device.refusals = { claim: 'NetworkError' };
    await desk.read();
    desk.device.refusals = {};
    await desk.read();
    expect(desk.state).toBe('report');
    expect(desk.context.fault).toBeUndefined();
  });

  it('comes after 30 seconds without a card, not before', async () => {
    const desk = rcS380();
    await desk.read();
    expect(desk.context.fault).toBe('card-absent');
    expect(desk.clock.now).toBeGreaterThanOrEqual(LIMIT.waitingForCard);
    expect(desk.clock.now).toBeLessThan(LIMIT.waitingForCard + 2000);
  });
});

describe('cancelling', () => {
  const places = Array.from({ length: 90 }, (_, transfer) => transfer);

  it.each([
    ['RC-S380', (): Desk => rcS380()],
    ['RC-S300', (): Desk => new Desk((field) => new RcS300(field))],
    ['CCID', (): Desk => new Desk((field) => new Ccid(field))],
  ])(
    'at any transfer of %s closes the device, switches the field off, and is no failure',
    async (_, makeDesk) => {
      let cancelled = 0;
      for (const place of places) {
        const desk = makeDesk();
        desk.field.card = desk.makeCard();
        desk.device.onTransfer = (transfer) => {
          if (transfer === place) desk.actor.send({ type: 'CANCEL' });
          return undefined;
        };
        await desk.read();
        expect(['ready', 'report']).toContain(desk.state);
        if (desk.state === 'ready') cancelled += 1;
        expect(desk.context.fault).toBeUndefined();
        expect(desk.device.opened).toBe(false);
        expect(desk.field.isOn).toBe(false);
        expect(desk.clock.now).toBeLessThan(3000);
        desk.device.onTransfer = undefined;
        await desk.read();
        expect(desk.state).toBe('report');
        expect(desk.attempts).toBe(0);
      }
      expect(cancelled).toBeGreaterThan(35);
    },
  );

  it('while the chooser is open goes back', async () => {
    const desk = deskWith();
    desk.usb.requestDevice = () => new Promise(() => {});
    desk.actor.send({ type: 'CHOOSE' });
    await rest();
    desk.actor.send({ type: 'CANCEL' });
    expect(desk.state).toBe('ready');
  });

  it('while nobody answers ends within seconds', async () => {
    const desk = deskWith();
    desk.device.onTransfer = (transfer) => (transfer > 10 ? 'lost' : undefined);
    desk.actor.send({ type: 'CHOOSE' });
    await desk.until(() => desk.device.transfers > 11);
    const start = desk.clock.now;
    desk.actor.send({ type: 'CANCEL' });
    await desk.until(() => desk.state === 'ready');
    expect(desk.clock.now - start).toBeLessThan(2500);
    expect(desk.device.opened).toBe(false);
  });

  it('by leaving the page closes the device too', async () => {
    const desk = rcS380();
    desk.actor.send({ type: 'CHOOSE' });
    await desk.until(() => desk.state === 'working.waiting');
    desk.actor.stop();
    await desk.until(() => !desk.device.opened);
    expect(desk.field.isOn).toBe(false);
  });
});

/** The device's firmware, each answer `ms` later. */
function slowed(desk: Desk, ms: number): Desk['device']['firmware']['receive'] {
  const receive = desk.device.firmware.receive.bind(desk.device.firmware);
  return (message, emit) => receive(message, (answer, delayMs = 0) => emit(answer, delayMs + ms));
}
