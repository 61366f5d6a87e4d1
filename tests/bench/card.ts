/**
 * `npm run bench:card`: what a reading costs over each reader, beside the least that the protocols allow, and
 * what a browser loads for it. Counts are taken from a whole run of the session against the emulators.
 *
 * Model of time: every USB transfer costs 1 ms; every octet on the air, CRC included, costs ten elementary
 * time units of 128 / 13.56 MHz (start bit, eight bits, stop bit) = 0.0944 ms; waits cost what they last.
 *
 * The least, for a file of T octets of which R = 251 fit into one unchained answer (a 256-octet frame less
 * PCB, two CRC octets and SW):
 *   APDUs       = 11 + ceil(T / R)                   eleven selections and questions, then the file (we read
 *                                                    four octets first, to learn T: one exchange more)
 *   exchanges   = APDUs + 2 (REQB, ATTRIB) + 1 (DESELECT)
 *   transfers   = exchanges × t + s + e              t a round trip, s to set up, e to take down
 *   air octets  = APDU octets both ways + 6 an APDU (PCB and CRC both ways) + activation 32 + DESELECT 6
 *   time        = transfers × 1 ms + air octets × 0.0944 ms + reset
 * The reset of the card (field off 5.1 ms, on 5 ms before the first frame) hides behind the nine transfers
 * that an RC-S380 needs between the two; an RC-S300 has nothing to do meanwhile and must wait.
 */
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { leanParser } from '../../src/build/late-scripts.ts';
import { readCertificate } from '../../src/card/certificate/read.ts';
import type { CardPort } from '../../src/card/apdu/channel.ts';
import { readContents } from '../../src/card/jpki/reading.ts';
import { ccid } from '../../src/card/readers/ccid/reader.ts';
import { rcS300 } from '../../src/card/readers/rc-s300/reader.ts';
import { rcS380 } from '../../src/card/readers/rc-s380/reader.ts';
import type { ReaderDriver } from '../../src/card/readers/reader.ts';
import { sampleCertificate } from '../../src/card/sample/certificate.ts';
import { SampleCard } from '../../src/card/sample/card.ts';
import { sampleTraits } from '../../src/card/sample/personality.ts';
import { Ccid } from '../emulator/ccid.ts';
import { Field } from '../emulator/field.ts';
import { Port100 } from '../emulator/port-100.ts';
import { RadioCard } from '../emulator/radio-card.ts';
import { RcS300 } from '../emulator/rc-s300.ts';
import { EmulatedDevice, type Firmware } from '../emulator/usb-device.ts';
import { VirtualClock } from '../emulator/virtual-clock.ts';

const NOON = new Date('2026-11-22T03:00:00Z');
const TRANSFER_MS = 1;
const AIR_MS = (10 * 128) / 13_560;
const LARGEST_READ = 251;

/** A certificate as long as the one real length that is known: 1583 octets. */
const certificate = sampleCertificate({
  notBefore: '220510000000Z',
  notAfter: '270401145959Z',
  municipality: 'Mihon-shi'.padEnd(90, ' in Mihon-gun'),
});
const traits = sampleTraits('in-date', NOON);

/** What a reader's protocol cannot do without. */
interface Subject {
  readonly name: string;
  readonly driver: ReaderDriver;
  readonly firmware: (field: Field) => Firmware;
  /** Transfers of one exchange: command, ACK and answer; or command and answer. */
  readonly roundTrip: number;
  /** Transfers to set up and to take down, besides exchanges, at the least. */
  readonly setUp: number;
  readonly takeDown: number;
  readonly isContactless: boolean;
  readonly resetMs: number;
  readonly goal: number | undefined;
}

const subjects: readonly Subject[] = [
  {
    name: 'RC-S380',
    driver: rcS380,
    firmware: (field) => new Port100(field),
    roundTrip: 3,
    // ACK; SetCommandType, SwitchRF, InSetRF, InSetProtocol (we send it twice: the two proven frames)
    setUp: 1 + 4 * 3,
    // SwitchRF, ACK
    takeDown: 3 + 1,
    isContactless: true,
    resetMs: 0,
    goal: 1.15,
  },
  {
    name: 'RC-S300',
    driver: rcS300,
    firmware: (field) => new RcS300(field),
    roundTrip: 2,
    // end, start, RF off, RF on, switch (which activates: counted in place of REQB and ATTRIB)
    setUp: 5 * 2 - 2 * 2,
    // RF off, end (which needs no DESELECT)
    takeDown: 2 * 2 - 2,
    isContactless: true,
    resetMs: 5.1 + 5,
    goal: 1.3,
  },
  {
    name: 'CCID, APDU level',
    driver: ccid,
    firmware: (field) => new Ccid(field),
    roundTrip: 2,
    // GetSlotStatus, IccPowerOn in place of activation
    setUp: 2 * 2 - 2 * 2,
    // IccPowerOff in place of DESELECT
    takeDown: 0,
    isContactless: false,
    resetMs: 0,
    goal: undefined,
  },
];

interface Cost {
  readonly apdus: number;
  readonly transfers: number;
  readonly airOctets: number;
  readonly ms: number;
}

interface Measured extends Cost {
  /** Octets of the certificate, and of all APDUs both ways. */
  readonly total: number;
}

async function measure({ driver, firmware, isContactless }: Subject): Promise<Measured> {
  const clock = new VirtualClock();
  const field = new Field(
    new RadioCard(
      new SampleCard({ ...traits, files: new Map([...traits.files, [0x0a, certificate]]) }),
    ),
  );
  const device = new EmulatedDevice(firmware(field), clock);
  const reader = await clock.settle(driver.open(device.asUsbDevice, { clock }));
  const port = await clock.settle(reader.seek());
  if (port === undefined) throw new Error('no card');
  let apdus = 0;
  const counting: CardPort = {
    transmit: (apdu) => {
      apdus += 1;
      return port.transmit(apdu);
    },
  };
  const contents = await clock.settle(readContents(counting, reader.limits, () => {}));
  await clock.settle(reader.close());
  if (!contents.certificate.known || !readCertificate(contents.certificate.value).known) {
    throw new Error('the reading failed');
  }
  const airOctets = isContactless ? field.octets : 0;
  const { transfers } = device;
  const ms = transfers * TRANSFER_MS + airOctets * AIR_MS + clock.now;
  return { apdus, transfers, airOctets, ms, total: contents.certificate.value.length };
}

/** The least, by the formulas above. */
function least(
  { roundTrip, setUp, takeDown, isContactless, resetMs }: Subject,
  total: number,
): Cost {
  const reads = Math.ceil(total / LARGEST_READ);
  const apdus = 11 + reads;
  const transfers = (apdus + 3) * roundTrip + setUp + takeDown;
  const selections = 15 + 5 * 7;
  const questions = 5 + 5 + 5 + 4 + 4;
  const told = 8 + 32 + 3 + total;
  const apduOctets = selections + questions + reads * 5 + told + apdus * 2;
  const activation = 3 + 2 + 12 + 2 + 9 + 2 + 1 + 2;
  const airOctets = isContactless ? apduOctets + apdus * 6 + activation + 6 : 0;
  const ms = transfers * TRANSFER_MS + airOctets * AIR_MS + resetMs;
  return { apdus, transfers, airOctets, ms };
}

function row(name: string, { apdus, transfers, airOctets, ms }: Cost): string {
  const cells = [apdus, transfers, airOctets, ms.toFixed(1)].map((cell) =>
    String(cell).padStart(9),
  );
  return `${name.padEnd(26)}${cells.join(' ')}`;
}

async function printCosts(): Promise<void> {
  console.log(
    `${' '.repeat(26)}${['APDUs', 'transfers', 'air octets', 'ms'].map((head) => head.padStart(9)).join(' ')}`,
  );
  for (const subject of subjects) {
    const measured = await measure(subject);
    const minimum = least(subject, measured.total);
    const ratio = measured.ms / minimum.ms;
    const goal = subject.goal === undefined ? 'no goal' : `goal ${subject.goal}`;
    console.log(row(subject.name, measured));
    console.log(row('  the least', minimum));
    console.log(
      `  ratio of time ${ratio.toFixed(3)} (${goal}); certificate ${measured.total} octets`,
    );
    if (subject.goal !== undefined && ratio > subject.goal) process.exitCode = 1;
  }
}

/** Files that a browser loads, one entry each, as the site's own bundler makes them. */
const ENTRIES = {
  'session, machine and drivers': 'src/session/reading.ts',
  'certificate reader (x509)': 'src/card/certificate/read.ts',
  'drivers alone': 'src/card/readers/registry.ts',
  'smart card service alone': 'src/card/smart-card/reader.ts',
  'demonstration (only where offered)': 'src/session/demonstration.ts',
} as const;
const LARGEST_LOAD = 70 * 1024;

async function brotliSizeOf(entry: string): Promise<number> {
  const root = new URL('../..', import.meta.url).pathname;
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [leanParser()],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rollupOptions: { input: root + entry, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .map((file) => (file.type === 'chunk' ? file.code : ''))
    .join('');
  return brotliCompressSync(code).length;
}

async function printSizes(): Promise<void> {
  console.log('\nbrotli octets of what a browser loads');
  const sizes = new Map<string, number>();
  for (const [name, entry] of Object.entries(ENTRIES)) {
    const size = await brotliSizeOf(entry);
    sizes.set(name, size);
    console.log(`${name.padEnd(36)}${String(size).padStart(7)}`);
  }
  const load =
    (sizes.get('session, machine and drivers') ?? 0) +
    (sizes.get('certificate reader (x509)') ?? 0);
  console.log(
    `${'for a reading, in all'.padEnd(36)}${String(load).padStart(7)} (goal ${LARGEST_LOAD})`,
  );
  if (load > LARGEST_LOAD) process.exitCode = 1;
}

console.log('cost of one reading, the card already on the reader\n');
await printCosts();
await printSizes();
