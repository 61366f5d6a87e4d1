// Floor: build. Scripts that a page loads late, by their address, so that Astro sees no import and
// keeps them out of the page's own script: a page that never needs them loads nothing of them.
// A page says `@late:<name>@`; when the pages are written the address with its hash takes its place.
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** What libraries need no running when nothing of theirs is used: what x509 loads, but not itself. */
const IDLE_WHEN_UNUSED =
  /node_modules\/(?:@peculiar\/(?:asn1-|utils)|asn1js|pvutils|pvtsutils|tsyringe|tslib)/;

/** Name → file below the project's root. */
export type LateScripts = Readonly<Record<string, string>>;

/** The same libraries as modern browsers need them: without the parts for those of ten years ago, and as modules. */
const MODERN = {
  tsyringe: fileURLToPath(
    new URL('../../node_modules/tsyringe/dist/esm2015/index.js', import.meta.url),
  ),
  pvtsutils: fileURLToPath(
    new URL('../../node_modules/pvtsutils/build/index.es.js', import.meta.url),
  ),
  'reflect-metadata': 'reflect-metadata/lite',
};

/** Ships of the parser of certificates what is used, for modern browsers: 8 KB less to wait for. */
export const leanParser = (): Plugin => ({
  name: 'lean-parser',
  enforce: 'pre',
  config: () => ({
    resolve: {
      alias: Object.entries(MODERN).map(([name, replacement]) => ({
        find: new RegExp(`^${name}$`),
        replacement,
      })),
    },
  }),
  transform: {
    filter: { id: IDLE_WHEN_UNUSED },
    handler: (code) => ({ code, map: null, moduleSideEffects: false }),
  },
});

/**
 * Builds each group of late scripts by itself, beside Astro's: whatever it shares with a page's own script
 * or with another group it has as a copy, so that no page is cut up or grows because of it.
 * @returns a function that puts their addresses in place of the marks in a page's HTML or in JSON.
 * @throws Error when a mark names no script.
 */
export async function buildLateScripts(
  groups: Readonly<Record<string, LateScripts>>,
  dist: string,
): Promise<(text: string) => string> {
  const addresses = new Map<string, string>();
  for (const [group, scripts] of Object.entries(groups)) {
    for (const { name, fileName } of await buildGroup(group, scripts, dist)) {
      addresses.set(name, `/${fileName}`);
    }
  }
  return (text) =>
    text.replaceAll(/@late:(\w+)@/g, (mark, name: string) => {
      const address = addresses.get(name);
      if (address === undefined) throw new Error(`${mark}: no such script`);
      return address;
    });
}

/** @returns the scripts that pages may name */
async function buildGroup(group: string, scripts: LateScripts, dist: string) {
  // Where Astro's own scripts are, which hosts may keep for ever.
  const names = `_astro/${group}-[name].[hash].js`;
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [leanParser()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      // Styles that come with a script are files as well: the policy allows none as data.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { ...scripts },
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: names,
          chunkFileNames: names,
          assetFileNames: `_astro/${group}-[name].[hash][extname]`,
          codeSplitting: { groups: [SHARED] },
        },
      },
    },
  });
  return [built]
    .flat()
    .flatMap((output) => ('output' in output ? output.output : []))
    .flatMap((file) => (file.type === 'chunk' && file.isEntry ? [file] : []));
}

/** Small parts that several of them share travel together. */
const SHARED = {
  name: 'card',
  test: /src\/(?:card\/(?:bytes|report|japan-day|clock|fault)|guidance\/(?:diagnosis|guides\/.*card)|site\/card\/memory)/,
};
