// Floor: site. Breaks Japanese text into lines for a drawing, where no browser does it: every
// character counts as one em wide, Latin ones as a little more than half. Built for the map only.

/** Width in em, on the safe side. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, character) => sum + (/[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 0.6 : 1),
    0,
  );

/** Characters that may not begin a line (small kana among them), and those that may not end one. */
const NOT_FIRST =
  /^[、。，．・：；？！）」』】〕〉》ー々\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7〜%)\],.:;?!]/;
const NOT_LAST = /[（「『【〔〈《([]$/;

/** What stays together: a Latin word or number, or a single character. */
const PIECES = /[A-Za-z0-9][A-Za-z0-9.\-/]*|\s+|./gu;

/** Lines of at most `max` em; a bracket or full stop may hang over by its own width. */
export function wrapText(text: string, max: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(PIECES)) {
    const full = line !== '' && widthOf(line + piece) > max && !NOT_FIRST.test(piece);
    if (!full) {
      line += piece;
      continue;
    }
    // An opening bracket moves to the next line with what it opens.
    const carried = NOT_LAST.exec(line)?.[0] ?? '';
    const ended = line.slice(0, line.length - carried.length).trimEnd();
    if (ended !== '') lines.push(ended);
    line = carried + (ended === '' ? piece : piece.trimStart());
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}
