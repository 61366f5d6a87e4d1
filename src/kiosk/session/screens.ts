// Floor: kiosk session. The screens a person walked through, as plain data: Back is ours, because
// the page never adds to the browser's history. Knows neither the page nor time.
import type { AnswerSheet } from '../../guidance/guides/replay.ts';

export type Screen =
  | { readonly kind: 'tiles' }
  | { readonly kind: 'topic'; readonly id: string }
  | { readonly kind: 'kana'; readonly row?: number }
  /** A public page of the site, by its address; a guide's page with the answers given. */
  | { readonly kind: 'page'; readonly path: string; readonly answers?: AnswerSheet }
  /** Something to scan: a public page (`/…`) or an address elsewhere (`https://…`). */
  | { readonly kind: 'code'; readonly address: string; readonly title: string }
  | { readonly kind: 'card' }
  | { readonly kind: 'staff' }
  | { readonly kind: 'display' };

/** A screen on the stack, with how far it was scrolled when it was left. */
export interface Visited {
  readonly screen: Screen;
  readonly top: number;
}

/** The way so far; the last is what is seen. Never empty while someone uses the screen. */
export type Way = readonly Visited[];

export const START: Way = [{ screen: { kind: 'tiles' }, top: 0 }];

/** More than anyone walks; keeps a screen that is never left from growing. */
export const LONGEST_WAY = 100;

/**
 * Goes on to a screen. The same screen again is no step.
 * @param left the screen that is left as Back should show it: with the answer chosen on it.
 */
export function goOn(way: Way, screen: Screen, top: number, left?: Screen): Way {
  const here = way.at(-1);
  if (!here || isSame(here.screen, screen)) return way;
  const next = [...way.slice(0, -1), { screen: left ?? here.screen, top }, { screen, top: 0 }];
  return next.length <= LONGEST_WAY ? next : [...START, ...next.slice(2 - LONGEST_WAY - 1)];
}

/** One screen back; at the first one nothing happens. */
export const goBack = (way: Way): Way => (way.length > 1 ? way.slice(0, -1) : way);

export const current = (way: Way): Visited | undefined => way.at(-1);

const isSame = (a: Screen, b: Screen): boolean => JSON.stringify(a) === JSON.stringify(b);
