// Floor: site. How large the type of an outcome's printed sheet may be, so that it is one A4: found
// at build from the length of its text, since an outcome page runs no script that could measure.

/** Type of 12 pt, 11 pt or 10 pt (outcome.css). */
export type SheetSize = 'large' | 'medium' | 'small';

/** Most letters that still fit, found by printing every outcome (tests/e2e/sheet.spec.ts holds us to it). */
const LARGE = 760;
const MEDIUM = 980;

/** Link targets and the signs of Markdown, which nobody reads. */
const UNPRINTED = /\]\([^)]*\)|[[\]*#>`]|^\s*(?:-|\d+\.)\s/gm;

/** @param markdown the outcome's words, its marks replaced by what they say */
export function sheetSize(markdown: string): SheetSize {
  const letters = markdown.replaceAll(UNPRINTED, '').replaceAll(/\s+/g, '').length;
  if (letters <= LARGE) return 'large';
  return letters <= MEDIUM ? 'medium' : 'small';
}
