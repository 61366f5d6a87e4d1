/**
 * Floor: readers, CCID: T=1 blocks for readers that exchange TPDUs. Below: bytes. Above: slot.
 * It does not know USB or APDUs: a pure machine like contactless/iso-dep. T=1 adds nothing to a command of
 * four octets. Source: ISO/IEC 7816-3 section 11; docs/protocol-sources.md 8.
 */
import { type Bytes, bytes, concat, octetAt } from '../../bytes/bytes.ts';

/** Send sequence numbers, kept from one command to the next. */
export interface Numbers {
  readonly mine: 0 | 1;
  readonly cards: 0 | 1;
}

/** One command on its way. */
export interface Exchange {
  readonly numbers: Numbers;
  readonly outgoing: readonly Bytes[];
  readonly incoming: Bytes;
  readonly isGathering: boolean;
  readonly failures: number;
  readonly blocks: number;
}

/** What to do now. `extension` multiplies the reader's waiting time for this block (bBWI). */
export type Step =
  | {
      readonly do: 'send';
      readonly block: Bytes;
      readonly extension: number;
      readonly exchange: Exchange;
    }
  | { readonly do: 'finish'; readonly answer: Bytes; readonly numbers: Numbers }
  | { readonly do: 'fail' };

const LONGEST_ANSWER = 258;
const MOST_BLOCKS = 600;
const MOST_FAILURES = 3;
const MORE = 0x20;
const R_BLOCK = 0x80;
const OTHER_ERROR = 0x02;

/** PCB of the S-blocks that are spoken; a response is its request with bit 20. */
export const S_BLOCK = { informationSize: 0xc1, waitingTime: 0xc3, response: 0x20 } as const;

/** One block: NAD 00, PCB, LEN, INF, LRC. */
export function encodeBlock(pcb: number, information: Uint8Array = bytes()): Bytes {
  const body = concat(bytes(0x00, pcb, information.length), information);
  return concat(body, bytes(body.reduce((check, octet) => check ^ octet, 0)));
}

/** PCB and INF of a block; undefined when length or LRC is wrong. */
export function decodeBlock(block: Bytes): { pcb: number; information: Bytes } | undefined {
  const isWhole = block.length >= 4 && octetAt(block, 2) + 4 === block.length && block[0] === 0;
  if (!isWhole || block.reduce((check, octet) => check ^ octet, 0) !== 0) return undefined;
  return { pcb: octetAt(block, 1), information: block.slice(3, -1) };
}

/** Begins to send a command in blocks of at most `informationSize` octets. */
export function begin(command: Bytes, numbers: Numbers, informationSize: number): Step {
  const count = Math.max(1, Math.ceil(command.length / informationSize));
  const outgoing = Array.from({ length: count }, (_, at) =>
    command.slice(at * informationSize, (at + 1) * informationSize),
  );
  return sendPart({
    numbers,
    outgoing,
    incoming: bytes(),
    isGathering: false,
    failures: 0,
    blocks: 0,
  });
}

/** What follows from the card's block; undefined stands for one that never came whole. */
export function next(exchange: Exchange, received: Bytes | undefined): Step {
  if (exchange.blocks >= MOST_BLOCKS) return { do: 'fail' };
  const block = received && decodeBlock(received);
  if (block === undefined) return recover(exchange);
  const { pcb, information } = block;
  if ((pcb & 0x80) === 0) return onInformation(exchange, pcb, information);
  if ((pcb & 0xc0) === R_BLOCK) return onReceipt(exchange, pcb);
  if (pcb === S_BLOCK.informationSize || pcb === S_BLOCK.waitingTime) {
    const extension = pcb === S_BLOCK.waitingTime ? octetAt(information, 0) : 0;
    return send(exchange, encodeBlock(pcb | S_BLOCK.response, information), extension);
  }
  return recover(exchange);
}

function onInformation(exchange: Exchange, pcb: number, information: Bytes): Step {
  const { mine, cards } = exchange.numbers;
  const isInOrder = ((pcb >> 6) & 1) === cards && exchange.outgoing.length <= 1;
  if (!isInOrder) return recover(exchange);
  const incoming = concat(exchange.incoming, information);
  if (incoming.length > LONGEST_ANSWER) return { do: 'fail' };
  const numbers: Numbers = {
    mine: exchange.isGathering ? mine : toggled(mine),
    cards: toggled(cards),
  };
  if ((pcb & MORE) === 0) return { do: 'finish', answer: incoming, numbers };
  const gathering = {
    ...exchange,
    numbers,
    incoming,
    outgoing: [],
    isGathering: true,
    failures: 0,
  };
  return send(gathering, encodeBlock(R_BLOCK | (numbers.cards << 4)));
}

/** R(N) asks for the block N: the next part when that follows ours, ours again when it is ours. */
function onReceipt(exchange: Exchange, pcb: number): Step {
  const { mine, cards } = exchange.numbers;
  const asksForNext = ((pcb >> 4) & 1) !== mine;
  if (exchange.isGathering || (asksForNext && exchange.outgoing.length <= 1))
    return recover(exchange);
  if (!asksForNext) return tryAgain(exchange, sendPart);
  return sendPart({
    ...exchange,
    numbers: { mine: toggled(mine), cards },
    outgoing: exchange.outgoing.slice(1),
    failures: 0,
  });
}

function recover(exchange: Exchange): Step {
  const question = R_BLOCK | (exchange.numbers.cards << 4) | OTHER_ERROR;
  return tryAgain(exchange, (tried) => send(tried, encodeBlock(question)));
}

function tryAgain(exchange: Exchange, how: (tried: Exchange) => Step): Step {
  const failures = exchange.failures + 1;
  return failures > MOST_FAILURES ? { do: 'fail' } : how({ ...exchange, failures });
}

function sendPart(exchange: Exchange): Step {
  const [part = bytes(), ...more] = exchange.outgoing;
  const pcb = (exchange.numbers.mine << 6) | (more.length > 0 ? MORE : 0);
  return send(exchange, encodeBlock(pcb, part));
}

function send(exchange: Exchange, block: Bytes, extension = 0): Step {
  return { do: 'send', block, extension, exchange: { ...exchange, blocks: exchange.blocks + 1 } };
}

function toggled(number: 0 | 1): 0 | 1 {
  return number === 0 ? 1 : 0;
}
