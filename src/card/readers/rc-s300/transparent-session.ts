/**
 * Floor: readers, Sony RC-S300, its middle: the transparent session. Below: message, objects, cable. Above:
 * reader.
 * It does not know cards. One command at a time. Source: docs/protocol-sources.md 7.
 */
import { type Bytes, bytes, concat, octetAt, readUint16 } from '../../bytes/bytes.ts';
import type { RadioAnswer } from '../../contactless/radio.ts';
import { CardFault } from '../../fault.ts';
import type { Cable } from '../../usb/cable.ts';
import { decodeMessage, encodeMessage, type Message } from './message.ts';
import {
  type DataObject,
  type Layer,
  MANAGE,
  manageSession,
  readObjects,
  switchProtocol,
  transceive,
} from './objects.ts';

const TAG = { result: 0xc0, responseStatus: 0x96, response: 0x97, atr: 0x5f51 } as const;

/** bmCommandStatus of the header: failed, or more time wanted. */
const COMMAND_STATUS = 0xc0;
const COMMAND_FAILED = 0x40;
const TIME_EXTENSION = 0x80;

const MARGIN_MS = 1000;
/** Longest that the reader may need to switch the radio and activate a card by itself. */
const SWITCHING_MS = 1000;
const MOST_STRAYS = 16;
const LONGEST_BUFFER = 4096;
const NO_ANSWER_FROM_CARD = 0x6401;

/** What became of a switch of protocol. `refused`: the reader does not do that; `no-card`: nobody answered. */
export type Switched =
  | { readonly kind: 'active'; readonly atr: Bytes | undefined }
  | { readonly kind: 'no-card' | 'refused' };

/** The vendor interface of an RC-S300. */
export class TransparentSession {
  readonly #cable: Cable;
  #buffer: Bytes = bytes();
  #sequence = 0;

  constructor(cable: Cable) {
    this.#cable = cable;
  }

  /** Ends what an earlier page may have left, and starts a session. */
  async start(): Promise<void> {
    await this.#command(manageSession(MANAGE.end), 0);
    await this.#manage(MANAGE.start);
  }

  /** Ends the session; the reader becomes everybody's again. */
  async end(): Promise<void> {
    await this.#manage(MANAGE.end);
  }

  /** Switches the field. */
  async switchRf(on: boolean): Promise<void> {
    await this.#manage(on ? MANAGE.rfOn : MANAGE.rfOff);
  }

  /** Switches the radio to Type B. */
  async switchToTypeB(layer: Layer): Promise<Switched> {
    const objects = await this.#objects(switchProtocol(layer), SWITCHING_MS);
    const status = resultOf(objects);
    if (status === NO_ANSWER_FROM_CARD) return { kind: 'no-card' };
    if (status !== 0x9000) return { kind: 'refused' };
    return { kind: 'active', atr: valueOf(objects, TAG.atr) };
  }

  /** One exchange over the air. Any result other than success counts as no answer. */
  async transceive(frame: Uint8Array, waitMs: number): Promise<RadioAnswer> {
    const objects = await this.#objects(transceive(frame, waitMs), waitMs);
    if (resultOf(objects) !== 0x9000) return { kind: 'silence' };
    const errors = valueOf(objects, TAG.responseStatus);
    if (errors !== undefined && octetAt(errors, 0) !== 0) return { kind: 'garbled' };
    const answer = valueOf(objects, TAG.response);
    return answer === undefined ? { kind: 'silence' } : { kind: 'frame', frame: answer };
  }

  async #manage(action: number): Promise<void> {
    if (resultOf(await this.#objects(manageSession(action), 0)) !== 0x9000) {
      throw new CardFault('reader-nonsense', `session action ${action} refused`);
    }
  }

  async #objects(command: Bytes, waitMs: number): Promise<DataObject[]> {
    const objects = readObjects(await this.#command(command, waitMs));
    if (objects === undefined) throw new CardFault('reader-nonsense', 'pseudo-APDU refused');
    return objects;
  }

  async #command(command: Bytes, waitMs: number): Promise<Bytes> {
    this.#sequence = (this.#sequence + 1) & 0xff;
    this.#buffer = bytes();
    await this.#cable.write(encodeMessage(command, this.#sequence));
    for (let stray = 0; stray < MOST_STRAYS; stray += 1) {
      const { sequence, status, payload } = await this.#nextMessage(waitMs + MARGIN_MS);
      const isExtension = (status & COMMAND_STATUS) === TIME_EXTENSION;
      if (sequence !== this.#sequence || isExtension) continue;
      if ((status & COMMAND_STATUS) !== COMMAND_FAILED) return payload;
      throw new CardFault('reader-nonsense', 'command failed');
    }
    throw new CardFault('reader-nonsense', 'too many messages that answer nothing');
  }

  async #nextMessage(waitMs: number): Promise<Message> {
    for (let transfers = 0; transfers < MOST_STRAYS; transfers += 1) {
      const message = decodeMessage(this.#buffer);
      if (message === 'garbage') break;
      if (message !== 'incomplete') {
        this.#buffer = this.#buffer.slice(message.size);
        return message;
      }
      this.#buffer = concat(this.#buffer, await this.#cable.read(waitMs));
      if (this.#buffer.length > LONGEST_BUFFER) break;
    }
    throw new CardFault('reader-nonsense', 'no message in what arrives');
  }
}

/** SW of the C0 object, which comes first; 0 when it is missing or malformed. */
function resultOf(objects: readonly DataObject[]): number {
  const [first] = objects;
  if (first?.tag !== TAG.result || first.value.length !== 3) return 0;
  const failed = octetAt(first.value, 0);
  const status = readUint16(first.value, 1);
  return failed !== 0 && status === 0x9000 ? 0 : status;
}

function valueOf(objects: readonly DataObject[], tag: number): Bytes | undefined {
  return objects.find((candidate) => candidate.tag === tag)?.value;
}
