// Floor: build. Scripts that a page loads late, by their address, so that Astro sees no import and
// keeps the page's own script inline: a page that never needs them stays one request.
// A page says `@late:<name>@`; when the pages are written the address with its hash takes its place.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What libraries need no running when nothing of theirs is used: what x509 loads, but not itself. */
const IDLE_WHEN_UNUSED =
  /node_modules\/(?:@peculiar\/(?:asn1-|utils)|asn1js|pvutils|pvtsutils|tsyringe|tslib)/;

/** Small parts that several scripts share travel together. */
const SHARED = [
  { name: 'ui', test: /node_modules\/preact\// },
  { name: 'card', test: /src\/card\/(?:bytes|report|japan-day|clock|fault)/ },
];

/** Name → file below the project's root. */
export type LateScripts = Readonly<Record<string, string>>;

export interface LateScriptsPlugin {
  readonly plugin: Plugin;
  /** Puts addresses in place of the marks in a page's HTML or in JSON. */
  readonly fill: (text: string) => string;
}

/** The same libraries as modern browsers need them: without the parts for those of ten years ago. */
const MODERN = {
  tsyringe: fileURLToPath(
    new URL('../../node_modules/tsyringe/dist/esm2015/index.js', import.meta.url),
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

/** @throws Error when a mark names no script. */
export function lateScripts(scripts: LateScripts): LateScriptsPlugin {
  const addresses = new Map<string, string>();
  const plugin: Plugin = {
    name: 'late-scripts',
    apply: 'build',
    config: () => ({
      environments: {
        client: { build: { rolldownOptions: { output: { codeSplitting: { groups: SHARED } } } } },
      },
    }),
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      for (const [name, file] of Object.entries(scripts)) {
        this.emitFile({ type: 'chunk', id: file, name, preserveSignature: 'strict' });
      }
    },
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        const name = Object.keys(scripts).find((key) =>
          output.facadeModuleId?.endsWith(scripts[key] ?? '?'),
        );
        if (name !== undefined) addresses.set(name, `/${output.fileName}`);
      }
    },
  };
  const fill = (text: string): string =>
    text.replaceAll(/@late:(\w+)@/g, (mark, name: string) => {
      const address = addresses.get(name);
      if (address === undefined) throw new Error(`${mark}: no such script`);
      return address;
    });
  return { plugin, fill };
}
