// Floor: build. Takes out of a page's inlined styles the rules for what the page does not have: routes
// share style sheets, and a page need not carry what only its neighbours show.
import { PurgeCSS } from 'purgecss';

const STYLE = /(<style[^>]*>)([\s\S]*?)<\/style>/;
const SCRIPT = /<script(?![^>]*type="application\/)/;

/**
 * A page's HTML without the style rules that cannot apply to it. A page with a script comes back as it
 * is, because its script may add what the rules are for.
 */
export async function withoutUnusedStyles(html: string): Promise<string> {
  const [style, open = '', css = ''] = STYLE.exec(html) ?? [];
  if (style === undefined || SCRIPT.test(html)) return html;
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: html.replace(style, ''), extension: 'html' }],
    css: [{ raw: css }],
    // It names no element, so that it would seem to belong to none.
    safelist: { greedy: [/^:focus-visible$/] },
    // Classes here hold letters, digits and hyphens.
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  });
  if (!purged) throw new Error('no styles came back');
  return html.replace(style, () => `${open}${purged.css}</style>`);
}
