// The yardstick: one hand-written HTML file with a page's text, a few lines of style and nothing
// else. What the browser and the line allow; our pages are measured as ratios to it.
import type { Page } from '@playwright/test';

const STYLE =
  'body{font:1.1rem/1.7 sans-serif;max-width:40em;margin:auto;padding:1rem}h1{font-size:1.6rem}h2{font-size:1.25rem}';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Writes the plain page for what `page` shows: its headings, paragraphs and list items as text. */
export async function plainPageOf(page: Page): Promise<string> {
  const blocks = await page
    .locator('h1, h2, h3, p, li, dt, dd, label, button, summary')
    .evaluateAll((elements) =>
      elements
        .filter((element) => !element.querySelector('h1, h2, h3, p, li, dt, dd, label, button'))
        .map((element) => ({
          tag: /^h[123]$/i.test(element.tagName) ? element.tagName.toLowerCase() : 'p',
          text: element.textContent.trim(),
        }))
        .filter(({ text }) => text !== ''),
    );
  const body = blocks.map(({ tag, text }) => `<${tag}>${escape(text)}</${tag}>`).join('\n');
  const title = escape(await page.title());
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,"><style>${STYLE}</style>\n${body}\n</html>\n`;
}
