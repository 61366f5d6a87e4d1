/**
 * Floor: contactless. Below: bytes, type-b. Above: iso-dep-link.
 * It does not know time, readers or APDUs: a pure machine. An exchange is a value; `begin` makes one, and
 * `next` turns it and what came back into the block to send, the whole answer, or the failure.
 * Source: ISO/IEC 14443-4 section 7 (block format, block numbering rules, error recovery); docs/protocol-sources.md 5.
 * CID and NAD are never used, so a block that carries one is not for us.
 */
import { type Bytes, bytes, concat, octetAt } from '../bytes/bytes.ts';
import type { RadioAnswer } from './radio.ts';
import type { BlockParameters } from './type-b.ts';

/** The bit that numbers blocks: 0 after activation, toggled by each block that arrives in order. */
export type BlockNumber = 0 | 1;

/** One command on its way: never changed, only replaced. */
export interface Exchange {
  readonly parameters: BlockParameters;
  readonly blockNumber: BlockNumber;
  /** Parts of the command still to be acknowledged; the first is the one in the air. */
  readonly outgoing: readonly Bytes[];
  /** What has arrived of the answer. */
  readonly incoming: Bytes;
  /** True once the card has begun a chained answer. */
  readonly isGathering: boolean;
  /** Failures since the last block in order. */
  readonly failures: number;
  /** Blocks sent for this command, of any kind. */
  readonly blocks: number;
}

/** What to do now. */
export type Step =
  | {
      readonly do: 'send';
      readonly block: Bytes;
      readonly waitMs: number;
      readonly exchange: Exchange;
    }
  | { readonly do: 'finish'; readonly answer: Bytes; readonly blockNumber: BlockNumber }
  | { readonly do: 'fail'; readonly why: 'lost' | 'nonsense' };

/** The longest waiting time that any card may ask for, in milliseconds (FWI 14). */
export const LONGEST_WAIT_MS = 4949;

const LONGEST_ANSWER = 258;
/** A 258-octet answer in one-octet blocks, each with a request for more time, is the worst allowed. */
const MOST_BLOCKS = 600;
const CHAINING = 0x10;

/** Block prologues (PCB). */
export const PCB = {
  information: 0x02,
  acknowledge: 0xa2,
  notAcknowledge: 0xb2,
  deselect: 0xc2,
  waitingTimeExtension: 0xf2,
} as const;

/** Begins to send `command` with block number `blockNumber`. */
export function begin(command: Bytes, blockNumber: BlockNumber, parameters: BlockParameters): Step {
  const exchange: Exchange = {
    parameters,
    blockNumber,
    outgoing: parts(command, parameters.frameSize - 3),
    incoming: bytes(),
    isGathering: false,
    failures: 0,
    blocks: 0,
  };
  return sendPart(exchange);
}

/** What follows from what came back. */
export function next(exchange: Exchange, answer: RadioAnswer): Step {
  if (exchange.blocks >= MOST_BLOCKS) return { do: 'fail', why: 'nonsense' };
  if (answer.kind !== 'frame') return recover(exchange, 'lost');
  const pcb = octetAt(answer.frame, 0);
  const body = answer.frame.slice(1);
  if (answer.frame.length === 0) return recover(exchange, 'nonsense');
  if ((pcb & 0xee) === PCB.information) return onInformation(exchange, pcb, body);
  if ((pcb & 0xfe) === PCB.acknowledge) return onAcknowledge(exchange, pcb, body);
  if ((pcb & 0xf7) === PCB.waitingTimeExtension) return onExtension(exchange, body);
  return recover(exchange, 'nonsense');
}

/** Rules 1 and 3: an I-block in order ends the command's way out, or brings a part of the answer. */
function onInformation(exchange: Exchange, pcb: number, body: Bytes): Step {
  const isInOrder = (pcb & 1) === exchange.blockNumber && exchange.outgoing.length <= 1;
  if (!isInOrder) return recover(exchange, 'nonsense');
  const incoming = concat(exchange.incoming, body);
  if (incoming.length > LONGEST_ANSWER) return { do: 'fail', why: 'nonsense' };
  const blockNumber = toggled(exchange.blockNumber);
  if ((pcb & CHAINING) === 0) return { do: 'finish', answer: incoming, blockNumber };
  return send({
    ...exchange,
    blockNumber,
    incoming,
    outgoing: [],
    isGathering: true,
    failures: 0,
  })(bytes(PCB.acknowledge | blockNumber));
}

/** Rules 2 and 6: R(ACK) in order asks for the next part; out of order, for the same part again. */
function onAcknowledge(exchange: Exchange, pcb: number, body: Bytes): Step {
  if (body.length > 0 || exchange.isGathering) return recover(exchange, 'nonsense');
  if ((pcb & 1) !== exchange.blockNumber) return again(exchange, sendPart);
  if (exchange.outgoing.length <= 1) return recover(exchange, 'nonsense');
  return sendPart({
    ...exchange,
    blockNumber: toggled(exchange.blockNumber),
    outgoing: exchange.outgoing.slice(1),
    failures: 0,
  });
}

/** Rule 4: echo S(WTX) and wait so many times longer, once. Allowed in place of any block. */
function onExtension(exchange: Exchange, body: Bytes): Step {
  const multiplier = octetAt(body, 0) & 0x3f;
  if (body.length !== 1 || multiplier < 1 || multiplier > 59) return recover(exchange, 'nonsense');
  const waitMs = Math.min(exchange.parameters.waitMs * multiplier, LONGEST_WAIT_MS);
  return send(exchange, waitMs)(bytes(PCB.waitingTimeExtension, multiplier));
}

/** Rules 5 and 7: ask again, with R(ACK) while gathering and R(NAK) otherwise; give up after a few. */
function recover(exchange: Exchange, why: 'lost' | 'nonsense'): Step {
  const question = exchange.isGathering ? PCB.acknowledge : PCB.notAcknowledge;
  return again(exchange, (tried) => send(tried)(bytes(question | exchange.blockNumber)), why);
}

function again(
  exchange: Exchange,
  send: (tried: Exchange) => Step,
  why: 'lost' | 'nonsense' = 'lost',
): Step {
  const failures = exchange.failures + 1;
  if (failures > patienceFor(exchange.parameters)) return { do: 'fail', why };
  return send({ ...exchange, failures });
}

/** Failures in a row to bear: five for quick cards, two for those that may take seconds. */
function patienceFor({ waitMs }: BlockParameters): number {
  return Math.max(2, Math.min(5, Math.floor(1000 / waitMs)));
}

function sendPart(exchange: Exchange): Step {
  const [part = bytes(), ...more] = exchange.outgoing;
  const chaining = more.length > 0 ? CHAINING : 0;
  return send(exchange)(concat(bytes(PCB.information | chaining | exchange.blockNumber), part));
}

const send =
  (exchange: Exchange, waitMs = exchange.parameters.waitMs) =>
  (block: Bytes): Step => ({
    do: 'send',
    block,
    waitMs,
    exchange: { ...exchange, blocks: exchange.blocks + 1 },
  });

function parts(command: Bytes, size: number): Bytes[] {
  const count = Math.max(1, Math.ceil(command.length / size));
  return Array.from({ length: count }, (_, at) => command.slice(at * size, (at + 1) * size));
}

function toggled(blockNumber: BlockNumber): BlockNumber {
  return blockNumber === 0 ? 1 : 0;
}
