/**
 * Every fault at every transfer of a whole reading, for each reader: each run must end in a report or a named
 * failure within its limit, close the device, move no try counter, and let the next attempt succeed.
 */
import { describe, expect, it } from 'vitest';
import { faultCodes } from '../../../src/card/fault.ts';
import type { CardReport } from '../../../src/card/report.ts';
import { LIMIT } from '../../../src/session/reading.ts';
import { Ccid } from '../../emulator/ccid.ts';
import type { Disturbance, Field } from '../../emulator/field.ts';
import { Port100 } from '../../emulator/port-100.ts';
import { RcS300 } from '../../emulator/rc-s300.ts';
import type { RadioTraits } from '../../emulator/radio-card.ts';
import {
  type Firmware,
  outFaults,
  type TransferFault,
  transferFaults,
} from '../../emulator/usb-device.ts';
import { Desk } from './desk.ts';

const disturbances: readonly Disturbance[] = [
  'command-lost',
  'answer-lost',
  'answer-garbled',
  'answer-repeated',
  'card-removed',
  'card-swapped',
];

interface Subject {
  readonly firmware: (field: Field) => Firmware;
  readonly hasAir: boolean;
  /** Frames with checksums: nothing wrong can pass. USB itself has its own, so this is beyond real life. */
  readonly hasChecksums: boolean;
  readonly radio?: RadioTraits;
}

const subjects: Readonly<Record<string, Subject>> = {
  'RC-S380': { firmware: (field) => new Port100(field), hasAir: true, hasChecksums: true },
  'RC-S380, a slow card with small frames': {
    firmware: (field) => new Port100(field),
    hasAir: true,
    hasChecksums: true,
    radio: { fsci: 2, extensionEvery: 5, blockSize: 120 },
  },
  'RC-S300': { firmware: (field) => new RcS300(field), hasAir: true, hasChecksums: false },
  'RC-S300, activation by the page': {
    firmware: (field) => new RcS300(field, { layers: [3] }),
    hasAir: true,
    hasChecksums: false,
  },
  CCID: { firmware: (field) => new Ccid(field), hasAir: false, hasChecksums: false },
  'CCID, T=1 blocks': {
    firmware: (field) => new Ccid(field, { level: 'tpdu', features: 0 }),
    hasAir: false,
    hasChecksums: false,
  },
};

/** Longest that a run may take: waiting, reading, and closing a reader that says nothing. */
const LONGEST_MS = LIMIT.waitingForCard + LIMIT.reading + 15_000;

function prepare({ firmware, radio }: Subject): Desk {
  const desk = new Desk(firmware);
  desk.field.card = desk.makeCard(undefined, radio);
  desk.field.other = desk.makeCard(undefined, radio);
  return desk;
}

async function undisturbed(
  subject: Subject,
): Promise<{ report: CardReport; transfers: USBDirection[] }> {
  const desk = prepare(subject);
  const transfers: USBDirection[] = [];
  desk.device.onTransfer = (_, direction) => {
    transfers.push(direction);
    return undefined;
  };
  await desk.read();
  const { report } = desk.context;
  if (report === undefined) throw new Error('the undisturbed reading failed');
  return { report, transfers };
}

/** True when the report says nothing that the right one does not say: the same, or unknown. */
function claimsNoMore(report: unknown, right: unknown): boolean {
  if (typeof report !== 'object' || report === null) return report === right;
  if ('known' in report && report.known === false) return true;
  return (
    typeof right === 'object' &&
    right !== null &&
    Object.entries(report).every(([key, value]) =>
      claimsNoMore(value, Object.entries(right).find(([name]) => name === key)?.[1]),
    )
  );
}

/** Runs with one fault, checks what must hold, then tries again without. */
async function endure(
  subject: Subject,
  right: CardReport,
  at: number,
  fault: TransferFault | Disturbance,
): Promise<string> {
  const desk = prepare(subject);
  const [first] = [desk.field.card];
  desk.device.onTransfer = (transfer) => {
    if (transfer !== at) return undefined;
    const usbFault = transferFaults.find((candidate) => candidate === fault);
    const airFault = disturbances.find((candidate) => candidate === fault);
    if (airFault) desk.field.disturb(airFault);
    return usbFault;
  };
  await desk.read(LONGEST_MS);
  const { report, fault: code } = desk.context;
  const isCorruption = fault.startsWith('corrupted') || fault === 'other-sequence';
  if (desk.state === 'report') {
    if (subject.hasChecksums || !isCorruption) expect(claimsNoMore(report, right)).toBe(true);
  } else expect(faultCodes).toContain(code);
  expect(desk.device.opened).toBe(false);
  desk.device.onTransfer = undefined;
  desk.device.plug();
  desk.field.calm();
  desk.field.card = first;
  await desk.read(LONGEST_MS);
  expect(desk.context.report).toEqual(right);
  expect(desk.device.opened).toBe(false);
  expect(desk.attempts).toBe(0);
  for (const card of desk.cards) expect([...card.triesLeft.values()]).toEqual([3, 5]);
  return desk.state === 'report' && code === undefined ? 'report' : (code ?? 'report');
}

describe('the fault sweep', () => {
  it.each(Object.keys(subjects))(
    '%s: every fault at every transfer ends well',
    async (name) => {
      const subject = subjects[name];
      if (subject === undefined) throw new Error('no such subject');
      const { report, transfers } = await undisturbed(subject);
      const endings = new Map<string, number>();
      let cases = 0;
      for (const [at, direction] of transfers.entries()) {
        const usbFaults = direction === 'in' ? transferFaults : outFaults;
        for (const fault of [...usbFaults, ...(subject.hasAir ? disturbances : [])]) {
          const ending = await endure(subject, report, at, fault).catch((thrown: unknown) => {
            throw new Error(`${fault} at transfer ${at}`, { cause: thrown });
          });
          endings.set(ending, (endings.get(ending) ?? 0) + 1);
          cases += 1;
        }
      }
      const summary = [...endings].map(([ending, count]) => `${ending} ${count}`).join(', ');
      console.log(
        `fault sweep, ${name}: ${cases} cases at ${transfers.length} transfers: ${summary}`,
      );
      expect([...endings.values()].reduce((sum, count) => sum + count, 0)).toBe(cases);
    },
    300_000,
  );
});
