// Floor: build. Takes scripts out of pages into files beside Astro's: a page shows before its script has
// come, further pages have it already, and the policy needs to allow no inline script.
import { createHash } from 'node:crypto';
import path from 'node:path';

const INLINE =
  /<script(?<attributes>(?![^>]*\b(?:src=|type="application\/))[^>]*)>(?<code>[\s\S]*?)<\/script>/g;

/** A script's file below the built site, and its code. */
export type WriteScript = (file: string, code: string) => void;

/**
 * A page's HTML with its inline scripts in files. They run in the same order, when the page has been
 * read; data blocks stay.
 */
export function withScriptFiles(html: string, write: WriteScript): string {
  return html.replaceAll(INLINE, (_, attributes: string, code: string) => {
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
    const file = path.posix.join('_astro', `page.${hash}.js`);
    write(file, code);
    // A module waits for the page by itself.
    const waits = /\btype="module"/.test(attributes) ? '' : ' defer';
    return `<script${attributes}${waits} src="/${file}"></script>`;
  });
}
