// Floor: kiosk, the staff page's judgements. Pure: each check turns what was measured into a verdict;
// what is said about it is in the catalogue under check.<name>.<state>.
import { type JapanDay, daysUntil, japanDayOf } from '../../guidance/dates/japan-day.ts';
import { DEFAULT_SETTINGS, type KioskSettings } from '../settings.ts';

export type Verdict = 'good' | 'look' | 'bad';

/** Days after its build from which the content wants a look, and from which it should not be shown. */
export const CONTENT_AGE = { look: 60, bad: 180 } as const;

/** A clock this many days after the build is more likely wrong than the content that old. */
const CLOCK_AHEAD_DAYS = 5 * 365;

/** Days since the build; negative when the clock stands before it. */
export const contentDays = (built: JapanDay, now: Date): number =>
  daysUntil(built, japanDayOf(now));

/** Content is judged by its age only; a clock before the build makes it new. */
export function judgeContent(days: number): Verdict {
  if (days >= CONTENT_AGE.bad) return 'bad';
  return days >= CONTENT_AGE.look ? 'look' : 'good';
}

/** A clock cannot be proven right, only wrong. */
export const judgeClock = (days: number): 'good' | 'bad' =>
  days < 0 || days > CLOCK_AHEAD_DAYS ? 'bad' : 'good';

/** Whether somebody has measured this panel. */
export const judgeScreen = ({ pixelsPerMm }: KioskSettings): 'good' | 'look' =>
  pixelsPerMm === DEFAULT_SETTINGS.pixelsPerMm ? 'look' : 'good';

/** `points` is navigator.maxTouchPoints. */
export function judgeTouch(points: number, isTouched: boolean): Verdict {
  if (isTouched) return 'good';
  return points > 0 ? 'look' : 'bad';
}

/** `readers` is undefined where the browser has no WebUSB. */
export function judgeReaders(readers: readonly unknown[] | undefined): Verdict {
  if (!readers) return 'bad';
  return readers.length > 0 ? 'good' : 'look';
}

/** `kept` is the number of files in the cache, undefined where there can be no worker. */
export function judgeOffline(kept: number | undefined, isActive: boolean): Verdict {
  if (kept === undefined) return 'bad';
  return isActive && kept > 0 ? 'good' : 'look';
}

/** Width of a bank card in millimetres. Source: ISO/IEC 7810, ID-1. */
export const CARD_MM = { width: 85.6, height: 53.98 } as const;

/** Whether a typed code is the operator's: SHA-256 of its characters, in hex. */
export async function isCode(code: string, hash: string): Promise<boolean> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  const hex = [...new Uint8Array(digest)].map((octet) => octet.toString(16).padStart(2, '0'));
  return hex.join('') === hash;
}
