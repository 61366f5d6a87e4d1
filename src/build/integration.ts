// Floor: build. What our site adds to Astro's build: content is checked before anything is built,
// and the security policy is completed once the pages are known.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentRoot, editorWords } from '../guidance/knowledge/catalogue.ts';
import { todayInJapan } from '../guidance/knowledge/facts.ts';
import { checkContent, problemText, requireGoodContent } from './content-check/check.ts';
import { fillHashes, inlineHashes, metaPolicy, parseHeaders } from './headers.ts';
import { buildKioskShell } from './kiosk-shell.ts';

/** The placeholder the page layout leaves for the page's own policy. */
const PAGE_POLICY = '@page-policy@';

export function helpSite(): AstroIntegration {
  return {
    name: 'help-site',
    hooks: {
      'astro:config:setup': ({ addClientDirective, addWatchFile, command }) => {
        addClientDirective({ name: 'focus', entrypoint: './src/site/islands/focus-directive.ts' });
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
        await buildKioskShell(dist);
        completePolicy(dist);
      },
    },
  };
}

const yamlFiles = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:yaml|json)$/.test(file))
    .map((file) => path.join(root, file));

/** Puts hashes of inline styles and scripts into `_headers` and, page by page, into the pages. */
function completePolicy(dist: string): void {
  const headersFile = path.join(dist, '_headers');
  const template = readFileSync(headersFile, 'utf8');
  const policy = parseHeaders(template)[0]?.headers['Content-Security-Policy'];
  if (policy === undefined) throw new Error('public/_headers has no Content-Security-Policy');

  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const file = path.join(dist, name);
    const html = readFileSync(file, 'utf8');
    const page = inlineHashes(html);
    for (const hash of page.scripts) scripts.add(hash);
    for (const hash of page.styles) styles.add(hash);
    writeFileSync(file, html.replace(PAGE_POLICY, metaPolicy(fillHashes(policy, page))));
  }
  writeFileSync(headersFile, fillHashes(template, { scripts: [...scripts], styles: [...styles] }));
}
