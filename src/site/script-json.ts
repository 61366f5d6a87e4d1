// Floor: site. Data that a page's script reads from the page itself.

/** JSON that may stand in a <script> element. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c');
