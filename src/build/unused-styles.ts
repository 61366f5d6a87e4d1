// Floor: build. Takes out of pages' inlined styles the rules for what the pages do not have: routes share
// style sheets, and a page need not carry what only its neighbours show.
import { PurgeCSS } from 'purgecss';

const STYLE = /(<style[^>]*>)([\s\S]*?)<\/style>/;
const SCRIPT = /<script(?![^>]*type="application\/)/;

/**
 * Pages' HTML, by name, without the style rules that cannot apply to them. Pages that have had the same
 * styles still have: the policy names each style by its hash, and a long policy is as heavy as a page.
 * What a script may add is named, whole, in a script: for pages that have one, every word of `scripts`,
 * all that the site ships, counts as used.
 */
export async function withoutUnusedStyles(
  pages: ReadonlyMap<string, string>,
  scripts: string,
): Promise<Map<string, string>> {
  const alike = new Map<string, string[]>();
  for (const [name, html] of pages) {
    const [, , css = ''] = STYLE.exec(html) ?? [];
    alike.set(css, [...(alike.get(css) ?? []), name]);
  }
  const purged = new Map(pages);
  for (const [css, names] of alike) {
    const group = names.map((name) => pages.get(name) ?? '');
    const content = group.map((html) => html.replace(STYLE, ''));
    if (group.some((html) => SCRIPT.test(html))) content.push(scripts);
    const left = await used(css, content);
    for (const name of names) {
      purged.set(
        name,
        (pages.get(name) ?? '').replace(STYLE, (_, open: string) => `${open}${left}</style>`),
      );
    }
  }
  return purged;
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
