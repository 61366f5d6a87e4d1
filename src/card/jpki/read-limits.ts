/**
 * Floor: jpki. Below: nothing. Above: application, readers.
 * It does not know why a reader has its limits. Source: docs/protocol-sources.md 1, and what is known to fail (bulk answers of exactly
 * n packets, after which a reader may owe a zero-length packet that never comes).
 */

/** What a reader carries well. */
export interface ReadLimits {
  /** Largest Le for READ BINARY, 1 to 256. */
  readonly largest: number;
  /** Octets that the reader's answer has besides the file's. */
  readonly overhead: number;
  /** Largest USB packet of the reader's IN endpoint; 0 when answers do not come in packets. */
  readonly packet: number;
}

/**
 * How many octets to ask for next.
 * @param remaining octets of the file still missing, at least 1.
 * @returns 1 to `limits.largest`, never more than `remaining`, such that neither this answer nor the last
 * one fills its USB packets exactly, where that can be avoided.
 */
export function nextReadLength(remaining: number, limits: ReadLimits): number {
  const wanted = Math.min(remaining, limits.largest);
  const rest = remaining - wanted;
  const isLast = rest <= limits.largest;
  const isRisky =
    fillsPackets(wanted, limits) || (isLast && rest > 0 && fillsPackets(rest, limits));
  return isRisky && wanted > 1 ? wanted - 1 : wanted;
}

function fillsPackets(length: number, { overhead, packet }: ReadLimits): boolean {
  return packet > 0 && (overhead + length) % packet === 0;
}
