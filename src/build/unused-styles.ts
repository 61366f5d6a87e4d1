// Floor: build. Makes a page's inlined styles one, and takes out the rules for what the page does not have:
// routes share style sheets, and a page need not carry what only its neighbours show.
import { PurgeCSS } from 'purgecss';
import { namedFiles } from './script-files.ts';

const STYLE = /(<style[^>]*>)([\s\S]*?)<\/style>/;
const STYLES = new RegExp(STYLE, 'g');

/**
 * Pages' HTML, by name, without the style rules that cannot apply to them. Pages that have had the same
 * styles still have: the policy names each style by its hash, and a long policy is as heavy as a page.
 * What a script may add is named, whole, in a script: every word of the `scripts` (file → text) that a
 * page names, at once or by way of another, counts as used.
 */
export async function withoutUnusedStyles(
  pages: ReadonlyMap<string, string>,
  scripts: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const alike = new Map<string, string[]>();
  const joined = new Map([...pages].map(([name, html]) => [name, withOneStyle(html)]));
  for (const [name, html] of joined) {
    const [, , css = ''] = STYLE.exec(html) ?? [];
    alike.set(css, [...(alike.get(css) ?? []), name]);
  }
  const purged = new Map(joined);
  for (const [css, names] of alike) {
    const group = names.map((name) => joined.get(name) ?? '');
    const content = group.map((html) => html.replace(STYLE, ''));
    const left = await used(css, [...content, ...namedFiles(scripts, content).values()]);
    for (const name of names) {
      purged.set(
        name,
        (joined.get(name) ?? '').replace(STYLE, (_, open: string) => `${open}${left}</style>`),
      );
    }
  }
  return purged;
}

/** All styles of a page where the first one stands: each by itself would be one hash more in every response. */
function withOneStyle(html: string): string {
  const sheets = [...html.matchAll(STYLES)].map(([, , css = '']) => css);
  let isFirst = true;
  return html.replaceAll(STYLES, (_, open: string) => {
    if (!isFirst) return '';
    isFirst = false;
    return `${open}${sheets.join('\n')}</style>`;
  });
}

async function used(css: string, content: readonly string[]): Promise<string> {
  if (css === '') return '';
  const [purged] = await new PurgeCSS().purge({
    content: content.map((raw) => ({ raw, extension: 'html' })),
    css: [{ raw: css }],
    // It names no element, so that it would seem to belong to none.
    safelist: { greedy: [/^:focus-visible$/] },
    // Classes here hold letters, digits and hyphens.
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  });
  if (!purged) throw new Error('no styles came back');
  return purged.css;
}
