import { describe, expect, it } from 'vitest';
import { withoutUnusedStyles } from '../../../src/build/unused-styles.ts';

const page = (styles: string, body: string) =>
  `<!doctype html><html><head><style>${styles}</style></head><body>${body}</body></html>`;

/** Goes through one page. */
async function purged(
  html: string,
  scripts: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  const pages = await withoutUnusedStyles(
    new Map([['page', html]]),
    new Map(Object.entries(scripts)),
  );
  return pages.get('page');
}

describe('styles of a page', () => {
  it('lose the rules for what the page does not have', async () => {
    const styles =
      '.tile{color:red}.answer,.tile b{color:blue}h2{margin:0}@media print{.tile{margin:0}}';
    expect(await purged(page(styles, '<p class="wide answer">…</p>'))).toBe(
      page('.answer{color:blue}', '<p class="wide answer">…</p>'),
    );
  });

  it('become one where the first stood, in their order', async () => {
    const html = page('p{color:red}', '<style>b{color:blue}</style><p><b>…</b></p>');
    expect(await purged(html)).toBe(page('p{color:red}\nb{color:blue}', '<p><b>…</b></p>'));
  });

  it('keep the focus ring, which names no element', async () => {
    const html = page(':focus-visible{outline:4px solid}', '<p>…</p>');
    expect(await purged(html)).toBe(html);
  });

  it('keep what a script of the page names, and a script that it loads in its turn', async () => {
    const body = '<script type="module" src="/_astro/page.js"></script>';
    const styles = '.later{color:red}.last{color:red}.never{color:red}';
    const scripts = {
      '_astro/page.js': 'made.className = "later"; import("./more.js")',
      '_astro/more.js': 'made.className = "last"',
    };
    expect(await purged(page(styles, body), scripts)).toBe(
      page('.later{color:red}.last{color:red}', body),
    );
  });

  it('are not kept for a script that only other pages load', async () => {
    const body = '<script type="module" src="/_astro/page.js"></script>';
    const scripts = { '_astro/page.js': 'go()', '_astro/other.js': 'made.className = "later"' };
    expect(await purged(page('.later{color:red}', body), scripts)).toBe(page('', body));
  });

  it('are not kept for data, which adds nothing', async () => {
    const body = '<script type="application/json">{"class":"x"}</script>';
    expect(await purged(page('.later{color:red}', body), { '_astro/page.js': '"later"' })).toBe(
      page('', body),
    );
  });

  it('stay the same on pages that had the same, so that the policy needs one hash', async () => {
    const styles = '.one{color:red}.two{color:red}.three{color:red}';
    const pages = new Map([
      ['one', page(styles, '<p class="one">…</p>')],
      ['two', page(styles, '<p class="two">…</p>')],
      ['other', page(`${styles}p{margin:0}`, '<p>…</p>')],
    ]);
    const kept = '.one{color:red}.two{color:red}';
    expect([...(await withoutUnusedStyles(pages, new Map()))]).toEqual([
      ['one', page(kept, '<p class="one">…</p>')],
      ['two', page(kept, '<p class="two">…</p>')],
      ['other', page('p{margin:0}', '<p>…</p>')],
    ]);
  });
});
