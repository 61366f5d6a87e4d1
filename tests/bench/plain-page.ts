// The yardstick: one hand-written HTML file with a page's text, a few lines of style and nothing
// else. What the browser and the line allow; our pages are measured as ratios to it.
import type { Page } from '@playwright/test';

const STYLE =
  'body{font:1.1rem/1.7 sans-serif;max-width:40em;margin:auto;padding:1rem}h1{font-size:1.6rem}h2{font-size:1.25rem}';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Writes the plain page for what `page` shows, no more and no less: what is folded stays away. */
export async function plainPageOf(page: Page): Promise<string> {
  const blocks = await page.evaluate(shownBlocks);
  const body = blocks.map(({ tag, text }) => `<${tag}>${escape(text)}</${tag}>`).join('\n');
  const title = escape(await page.title());
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,"><style>${STYLE}</style>\n${body}\n</html>\n`;
}

interface Block {
  readonly tag: string;
  readonly text: string;
}

/** Runs in the page: its visible text, block by block; what is no heading is a paragraph. */
function shownBlocks(): Block[] {
  const blocks = new Map<Element, string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    let block = texts.currentNode.parentElement;
    if (!block?.checkVisibility()) continue;
    while (block.parentElement && getComputedStyle(block).display.startsWith('inline')) {
      block = block.parentElement;
    }
    blocks.set(block, (blocks.get(block) ?? '') + (texts.currentNode.nodeValue ?? ''));
  }
  return [...blocks]
    .map(([block, text]) => ({
      tag: block.closest('h1, h2, h3')?.localName ?? 'p',
      text: text.trim(),
    }))
    .filter(({ text }) => text !== '');
}
