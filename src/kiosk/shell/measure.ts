// Floor: kiosk shell. Sizes and colours of the screen, as properties of its root element. Style
// attributes in HTML are against the policy; setting properties from code is not.
import type { KioskSettings } from '../settings.ts';

export const SIZES = [1, 2, 3] as const;
export const CONTRASTS = ['standard', 'light', 'dark'] as const;

export type Size = (typeof SIZES)[number];
export type Contrast = (typeof CONTRASTS)[number];

/** How many times larger than 5 mm the text is. */
const FACTORS: Readonly<Record<Size, number>> = { 1: 1, 2: 1.35, 3: 1.8 };

/** Makes a millimetre a millimetre on this screen. */
export function setScale({ pixelsPerMm }: KioskSettings): void {
  document.documentElement.style.setProperty('--mm', `${pixelsPerMm}px`);
}

export interface Look {
  readonly size: Size;
  readonly contrast: Contrast;
}

export const DEFAULT_LOOK: Look = { size: 1, contrast: 'standard' };

export function setLook({ size, contrast }: Look): void {
  const root = document.documentElement;
  root.style.setProperty('--size', String(FACTORS[size]));
  root.dataset['size'] = String(size);
  root.dataset['contrast'] = contrast;
}
