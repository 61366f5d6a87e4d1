/**
 * Floor: apdu. Below: guard, bytes, fault. Above: jpki.
 * It does not know readers or radio: it speaks to a `CardPort`, and no bytes reach one but through the guard.
 * Source: ISO/IEC 7816-4, SW 61xx and 6Cxx; docs/protocol-sources.md 2, 4.
 */
import { type Bytes, concat } from '../bytes/bytes.ts';
import { CardFault } from '../fault.ts';
import { PermittedApdu } from '../guard/permitted.ts';
import { getResponse } from './command.ts';
import { type ApduResponse, lengthInStatus, parseResponse } from './response.ts';

/** What a transport offers: one permitted command out, one response (data and SW1 SW2) back. */
export interface CardPort {
  transmit(apdu: PermittedApdu): Promise<Bytes>;
}

/** GET RESPONSE rounds for one command; a short answer never needs more than two. */
const MOST_ROUNDS = 4;
const READ_BINARY = 0xb0;

/** A conversation with one card: guarded commands, whole answers. */
export class CardChannel {
  readonly #port: CardPort;

  constructor(port: CardPort) {
    this.#port = port;
  }

  /**
   * Sends one command and gathers its whole answer.
   * @throws CardFault `apdu-refused` before any octet leaves; `card-nonsense` when the answer has no end;
   * whatever the transport throws.
   */
  async send(command: Bytes): Promise<ApduResponse> {
    const first = await this.#exchange(command, 0);
    const isWrongLength = first.status >> 8 === 0x6c && command[1] === READ_BINARY;
    const answer = isWrongLength
      ? await this.#exchange(withLength(command, first.status), first.status)
      : first;
    return this.#gather(answer);
  }

  async #gather(first: ApduResponse): Promise<ApduResponse> {
    let answer = first;
    for (let round = 0; answer.status >> 8 === 0x61; round += 1) {
      if (round === MOST_ROUNDS) throw new CardFault('card-nonsense', 'SW 61xx without end');
      const next = await this.#exchange(getResponse(lengthInStatus(answer.status)), answer.status);
      answer = { data: concat(answer.data, next.data), status: next.status };
    }
    return answer;
  }

  async #exchange(command: Bytes, answered: number): Promise<ApduResponse> {
    return parseResponse(await this.#port.transmit(PermittedApdu.from(command, answered)));
  }
}

/** The same READ BINARY with the Le that SW 6Cxx names. */
function withLength(command: Bytes, status: number): Bytes {
  const again = command.slice();
  again[4] = status & 0xff;
  return again;
}
