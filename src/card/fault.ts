/**
 * Floor: the vocabulary of failure, beside all floors. Below: nothing.
 * It does not know any human language: words for each code live in content/faults.
 */

/**
 * Every way in which a reading can fail. The comment says who raises it and what the person can do.
 *
 * - `usb-unsupported` — session: neither WebUSB nor the Web Smart Card API is here. Use Chrome or Edge on
 *   a computer or Android.
 * - `usb-forbidden` — usb: the page may not ask (permissions policy, no gesture). Press the button again,
 *   outside any frame; on a managed device ask its administrator.
 * - `chooser-closed` — session: the person closed the chooser or found no reader in it. Often needs no
 *   message; plug the reader in and press again.
 * - `reader-unknown` — readers: no driver in the table speaks to this device. Use a reader of the list.
 * - `reader-busy` — usb, smart-card: another driver or program holds the reader. Close that program, or
 *   follow the steps for this system.
 * - `reader-protected` — usb: the browser keeps this class of interface from pages. Use a reader of the
 *   list.
 * - `reader-unplugged` — usb: the reader went away. Plug it in and start again.
 * - `reader-silent` — usb, readers: the reader did not answer in time. Unplug it, plug it in, start again.
 * - `reader-nonsense` — usb, readers: the reader answered something that no rule allows. As above.
 * - `card-absent` — session: no card within the time limit. Put one card flat on the reader.
 * - `card-moved` — contactless, readers: the card stopped answering while it was read. Lay it flat, let it
 *   lie still, start again.
 * - `card-nonsense` — contactless, apdu, jpki: the card answered something that no rule allows. Lay it
 *   flat, alone, start again; if it stays so, ask at the municipal office.
 * - `not-my-number-card` — jpki, readers: the card has no JPKI application. Try the My Number Card.
 * - `reading-too-long` — session: the whole reading passed its time limit. Start again.
 * - `cancelled` — usb, session: the person stopped it. Needs no message.
 * - `apdu-refused` — guard: the page tried to send a command that is not on the list. A defect of the
 *   page: nothing was sent; report it.
 */
export const faultCodes = [
  'usb-unsupported',
  'usb-forbidden',
  'chooser-closed',
  'reader-unknown',
  'reader-busy',
  'reader-protected',
  'reader-unplugged',
  'reader-silent',
  'reader-nonsense',
  'card-absent',
  'card-moved',
  'card-nonsense',
  'not-my-number-card',
  'reading-too-long',
  'cancelled',
  'apdu-refused',
] as const;

/** One code of the closed list above. */
export type FaultCode = (typeof faultCodes)[number];

/**
 * The one error class of the card wing. `code` is stable and keys the words shown; `cause` keeps what
 * lay below. The message is for developers and never holds bytes read from a card.
 */
export class CardFault extends Error {
  override readonly name = 'CardFault' as const;
  /** Which of the closed list this is. */
  readonly code: FaultCode;

  constructor(code: FaultCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The code of anything thrown: its own, or `otherwise` for what is not a `CardFault`. */
export function faultCodeOf(thrown: unknown, otherwise: FaultCode = 'reader-nonsense'): FaultCode {
  return thrown instanceof CardFault ? thrown.code : otherwise;
}
