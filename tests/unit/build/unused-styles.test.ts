import { describe, expect, it } from 'vitest';
import { withoutUnusedStyles } from '../../../src/build/unused-styles.ts';

const page = (styles: string, body: string) =>
  `<!doctype html><html><head><style>${styles}</style></head><body>${body}</body></html>`;

describe('styles of a page', () => {
  it('lose the rules for what the page does not have', async () => {
    const styles =
      '.tile{color:red}.answer,.tile b{color:blue}h2{margin:0}@media print{.tile{margin:0}}';
    expect(await withoutUnusedStyles(page(styles, '<p class="wide answer">…</p>'))).toBe(
      page('.answer{color:blue}', '<p class="wide answer">…</p>'),
    );
  });

  it('keep the focus ring, which names no element', async () => {
    const html = page(':focus-visible{outline:4px solid}', '<p>…</p>');
    expect(await withoutUnusedStyles(html)).toBe(html);
  });

  it('stay as they are where a script may add what they are for', async () => {
    const html = page('.later{color:red}', '<script type="module">…</script>');
    expect(await withoutUnusedStyles(html)).toBe(html);
  });

  it('are not kept for data, which adds nothing', async () => {
    const body = '<script type="application/json">{"class":"x"}</script>';
    expect(await withoutUnusedStyles(page('.later{color:red}', body))).toBe(page('', body));
  });
});
