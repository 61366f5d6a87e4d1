// Floor: build. What our site adds to Astro's build: content is checked before anything is built,
// and the security policy is completed once the pages are known.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentRoot, editorWords } from '../guidance/knowledge/catalogue.ts';
import { todayInJapan } from '../guidance/knowledge/facts.ts';
import { checkContent, problemText, requireGoodContent } from './content-check/check.ts';
import { writeKioskWorker } from './kiosk-worker.ts';
import { fillHashes, metaPolicy, parseHeaders, styleHashes } from './headers.ts';
import { buildLateScripts } from './late-scripts.ts';
import { unnamedScripts, withScriptFiles } from './script-files.ts';
import { withoutUnusedStyles } from './unused-styles.ts';

/** The placeholder the page layout leaves for the page's own policy. */
const PAGE_POLICY = '@page-policy@';

/**
 * What pages load on a press, on going to a form, or when a card was read (src/site/late.ts); and the help
 * screen's own. Scripts of one group share their common parts.
 */
const LATE_SCRIPTS = {
  card: {
    panel: 'src/site/card/panel.tsx',
    parser: 'src/card/certificate/read.ts',
    demonstration: 'src/session/demonstration.ts',
    assistant: 'src/site/guide/assistant.ts',
  },
  forms: { search: 'src/site/search/search-box.ts', dates: 'src/site/islands/dates-late.ts' },
  kiosk: { kiosk: 'src/kiosk/shell/main.tsx' },
  staff: { staff: 'src/kiosk/staff/main.tsx' },
};

export function helpSite(): AstroIntegration {
  return {
    name: 'help-site',
    hooks: {
      'astro:config:setup': ({ addWatchFile, command }) => {
        if (command === 'dev') for (const file of yamlFiles(contentRoot())) addWatchFile(file);
      },
      'astro:build:start': ({ logger }) => {
        const root = contentRoot();
        const findings = checkContent(root, process.env['SITE_TODAY'] ?? todayInJapan(new Date()));
        const say = editorWords(root);
        for (const warning of findings.warnings) {
          logger.warn(problemText(warning, say, 'report.warning'));
        }
        requireGoodContent(findings, root);
      },
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        await completePages(dist, await buildLateScripts(LATE_SCRIPTS, dist));
        removeUnnamedScripts(dist);
        writeKioskWorker(dist);
      },
    },
  };
}

const yamlFiles = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:yaml|json)$/.test(file))
    .map((file) => path.join(root, file));

/** Puts addresses of late scripts and hashes of inline styles where they belong, and scripts into files. */
async function completePages(dist: string, fillLate: (text: string) => string): Promise<void> {
  const headersFile = path.join(dist, '_headers');
  const template = readFileSync(headersFile, 'utf8');
  const policy = parseHeaders(template)[0]?.headers['Content-Security-Policy'];
  if (policy === undefined) throw new Error('public/_headers has no Content-Security-Policy');

  const at = (name: string) => path.join(dist, name);
  const writeScript = (name: string, code: string) => writeFileSync(at(name), code);
  const written = new Map<string, string>();
  // The help screen shows parts of all other pages, so that its styles are for all of them.
  const whole = new Map<string, string>();
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (isCardWords(name)) {
      writeFileSync(at(name), fillLate(readFileSync(at(name), 'utf8')));
    }
    if (!name.endsWith('.html')) continue;
    const html = withScriptFiles(fillLate(readFileSync(at(name), 'utf8')), writeScript);
    (isKiosk(name) ? whole : written).set(name, html);
  }
  // The words for reading a card name the script that says them.
  const shipped = new Map(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js') || isCardWords(name))
      .map((name) => [name, readFileSync(at(name), 'utf8')]),
  );

  const styles = new Set<string>();
  for (const [name, html] of [...(await withoutUnusedStyles(written, shipped)), ...whole]) {
    const page = styleHashes(html);
    for (const hash of page) styles.add(hash);
    const own = isKiosk(name) ? `${policy}; worker-src 'self'` : policy;
    writeFileSync(at(name), html.replace(PAGE_POLICY, metaPolicy(fillHashes(own, page))));
  }
  writeFileSync(headersFile, fillHashes(template, [...styles]));
}

function removeUnnamedScripts(dist: string): void {
  const scripts = new Map<string, string>();
  const others: string[] = [];
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!statSync(path.join(dist, name)).isFile()) continue;
    const text = readFileSync(path.join(dist, name), 'utf8');
    if (name.startsWith(`_astro${path.sep}`) && name.endsWith('.js')) scripts.set(name, text);
    else others.push(text);
  }
  for (const file of unnamedScripts(scripts, others)) rmSync(path.join(dist, file));
}

/** What is said about a card, which pages load when one was read. */
const isCardWords = (name: string): boolean =>
  name.split(path.sep)[0] === 'card-words' && name.endsWith('.json');

/** Pages of the help screen, the only ones that start a worker. */
const isKiosk = (name: string): boolean => name.split(path.sep)[0] === 'kiosk';
