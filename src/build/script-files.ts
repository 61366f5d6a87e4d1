// Floor: build. Takes scripts out of pages into files beside Astro's: a page shows before its script has
// come, further pages have it already, and the policy needs to allow no inline script.
import { createHash } from 'node:crypto';
import path from 'node:path';

const INLINE =
  /<script(?<attributes>(?![^>]*\b(?:src=|type="application\/))[^>]*)>(?<code>[\s\S]*?)<\/script>/g;

/** A script's file below the built site, and its code. */
export type WriteScript = (file: string, code: string) => void;

/**
 * A page's HTML with its inline scripts in files, named where the page ends, after all that people read.
 * Those that are no modules share one file. All run when the page has been read, modules last; data blocks
 * stay.
 */
export function withScriptFiles(html: string, write: WriteScript): string {
  const plain: string[] = [];
  const scripts: [attributes: string, code: string][] = [];
  const rest = html.replaceAll(INLINE, (_, attributes: string, code: string) => {
    // A module waits for the page by itself.
    if (/\btype="module"/.test(attributes)) scripts.push([attributes, code]);
    else plain.push(code);
    return '';
  });
  if (plain.length > 0) scripts.unshift([' defer', plain.join(';\n')]);
  const named = scripts.map(([attributes, code]) => {
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
    const file = path.posix.join('_astro', `page.${hash}.js`);
    write(file, code);
    return `<script${attributes} src="/${file}"></script>`;
  });
  return rest.replace(/(?=<\/body>|$)/, () => named.join(''));
}

/** Those of `files` (path → text) that `texts` name, or that a file named so names itself. */
export function namedFiles(
  files: ReadonlyMap<string, string>,
  texts: readonly string[],
): Map<string, string> {
  const named = new Map<string, string>();
  const look = (text: string): void => {
    for (const [file, code] of files) {
      if (named.has(file) || !text.includes(path.basename(file))) continue;
      named.set(file, code);
      look(code);
    }
  };
  texts.forEach(look);
  return named;
}

/**
 * Those of the built site's `scripts` (file below the site → code) that nothing names: not another file,
 * whose text is in `others`, nor a script that is named itself. Astro's bundler leaves a client for
 * islands that our pages don't use.
 */
export function unnamedScripts(
  scripts: ReadonlyMap<string, string>,
  others: readonly string[],
): string[] {
  const named = namedFiles(scripts, others);
  return [...scripts.keys()].filter((file) => !named.has(file));
}
