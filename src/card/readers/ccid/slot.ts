/**
 * Floor: readers, CCID, its middle: slot 0 of a reader, one command at a time. Below: message, cable. Above:
 * reader.
 * It does not know blocks or APDUs. Source: USB CCID rev 1.1 sections 6.1, 6.2; docs/protocol-sources.md 8.
 */
import { type Bytes, bytes, concat } from '../../bytes/bytes.ts';
import { CardFault } from '../../fault.ts';
import type { Cable } from '../../usb/cable.ts';
import { type Command, COMMAND, decodeMessage, encodeMessage, type Message } from './message.ts';

/** Longest silence of a reader: contact cards may take 1.6 s a block, contactless ones 5 s. */
const ANSWER_MS = 6000;
const MOST_STRAYS = 16;
const MOST_EXTENSIONS = 64;
const LONGEST_BUFFER = 4096;
const CONTINUE_ANSWER = 0x10;
/** bChainParameter: the answer begins (01) or goes on (03) and more is to come. */
const MORE_TO_COME = [0x01, 0x03];
const MOST_PARTS = 32;

/** What the reader says of the card. */
export type CardPresence = 'active' | 'inactive' | 'absent';

/** Slot 0 behind an opened cable. */
export class Slot {
  readonly #cable: Cable;
  #buffer: Bytes = bytes();
  #sequence = -1;

  constructor(cable: Cable) {
    this.#cable = cable;
  }

  /** Asks whether there is a card. */
  async presence(): Promise<CardPresence> {
    const { card } = await this.#command(COMMAND.getSlotStatus);
    return (['active', 'inactive', 'absent'] as const)[card] ?? 'absent';
  }

  /**
   * Powers the card up.
   * @param voltage 0 automatic, 1 5 V, 2 3 V, 3 1.8 V.
   * @returns its ATR; undefined when it stays mute.
   */
  async powerOn(voltage: number): Promise<Bytes | undefined> {
    const { outcome, body } = await this.#command(COMMAND.iccPowerOn, bytes(), [voltage, 0, 0]);
    return outcome === 'done' ? body : undefined;
  }

  /** Powers the card down: it forgets what was selected. */
  async powerOff(): Promise<void> {
    await this.#command(COMMAND.iccPowerOff);
  }

  /** Sets T=1 parameters. */
  async setBlockParameters(parameters: Bytes): Promise<void> {
    const { outcome } = await this.#command(COMMAND.setParameters, parameters, [0x01, 0, 0]);
    if (outcome !== 'done') throw new CardFault('reader-nonsense', 'SetParameters refused');
  }

  /**
   * Sends octets to the card and returns what it answers, joined when the reader gives it in parts.
   * @throws CardFault `card-moved` when the card is gone or mute, `card-nonsense` otherwise.
   */
  async transfer(octets: Bytes, extension = 0): Promise<Bytes> {
    let part = await this.#transferPart(octets, [extension, 0, 0]);
    let whole = part.body;
    for (let parts = 1; MORE_TO_COME.includes(part.chain); parts += 1) {
      if (parts === MOST_PARTS) throw new CardFault('reader-nonsense', 'answer without end');
      part = await this.#transferPart(bytes(), [0, CONTINUE_ANSWER, 0]);
      whole = concat(whole, part.body);
    }
    return whole;
  }

  async #transferPart(octets: Bytes, specific: [number, number, number]): Promise<Message> {
    const answer = await this.#command(COMMAND.xfrBlock, octets, specific);
    if (answer.outcome === 'done') return answer;
    const isGone = answer.card === 2 || answer.error === 0xfe || answer.error === 0xf3;
    throw new CardFault(isGone ? 'card-moved' : 'card-nonsense', `bError ${answer.error}`);
  }

  async #command(
    command: Command,
    body?: Bytes,
    specific?: [number, number, number],
  ): Promise<Message> {
    this.#sequence = (this.#sequence + 1) & 0xff;
    this.#buffer = bytes();
    await this.#cable.write(encodeMessage(command, this.#sequence, body, specific));
    let strays = 0;
    let extensions = 0;
    while (strays < MOST_STRAYS && extensions < MOST_EXTENSIONS) {
      const message = await this.#nextMessage();
      if (message.sequence !== this.#sequence) strays += 1;
      else if (message.outcome === 'more-time') extensions += 1;
      else return message;
    }
    throw new CardFault('reader-nonsense', 'no answer among what arrives');
  }

  async #nextMessage(): Promise<Message> {
    for (let transfers = 0; transfers < MOST_STRAYS; transfers += 1) {
      const message = decodeMessage(this.#buffer);
      if (message === 'garbage') break;
      if (message !== 'incomplete') {
        this.#buffer = this.#buffer.slice(message.size);
        return message;
      }
      this.#buffer = concat(this.#buffer, await this.#cable.read(ANSWER_MS));
      if (this.#buffer.length > LONGEST_BUFFER) break;
    }
    throw new CardFault('reader-nonsense', 'no message in what arrives');
  }
}
