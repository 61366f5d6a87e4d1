// Floor: build. Bundles the help screen's shell by itself, apart from the pages. In one bundle with
// them, parts that both use would be cut out into files that public pages load as well: one more
// request for people on slow phones, for the sake of a screen at a counter.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/** What the help screen's page has in place of its script's address. */
const SHELL = '/@kiosk-shell@';
const ENTRY = 'src/kiosk/shell/main.tsx';

/**
 * Writes the shell into the built site and its address into the help screen's page.
 * @throws Error when the bundle has no entry, or the page no place for it.
 */
export async function buildKioskShell(dist: string): Promise<void> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: dist,
      emptyOutDir: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ENTRY,
        output: {
          entryFileNames: '_astro/kiosk.[hash].js',
          chunkFileNames: '_astro/kiosk-[name].[hash].js',
        },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const file = outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .find((chunk) => chunk.type === 'chunk' && chunk.isEntry)?.fileName;
  const page = path.join(dist, 'kiosk/index.html');
  const html = readFileSync(page, 'utf8');
  if (file === undefined || !html.includes(SHELL)) throw new Error('no shell for /kiosk/');
  writeFileSync(page, html.replace(SHELL, `/${file}`));
}
