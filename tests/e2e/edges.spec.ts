// Every answer of every guide, clicked once as a form and once as a link. Grouped by guide and cut
// into a few tests of equal size, so that two workers share them.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { GUIDES } from '../../src/guidance/guides/catalogue.ts';
import { allPaths } from '../../src/guidance/guides/paths.ts';
import { sheetOf, type AnswerSheet } from '../../src/guidance/guides/replay.ts';
import { tableOf, type GuideTable } from '../../src/guidance/guides/table.ts';
import { stateHref } from '../../src/site/guide/answer-sheet.ts';
import { expect, test } from './visitor.ts';

const PER_TEST = 60;

// Some hundred pages in a row: no recording, no animation between pages.
test.use({ trace: 'off', contextOptions: { reducedMotion: 'reduce' } });

interface Edge {
  readonly question: string;
  readonly answer: string;
  readonly target: string;
  /** Answers that lead to the question. */
  readonly before: AnswerSheet;
}

/** The edges of a guide, each with one way to get there. */
function edgesOf(table: GuideTable): Edge[] {
  const paths = allPaths(table);
  return Object.entries(table.transitions).flatMap(([question, answers]) => {
    const way = paths.find(({ steps }) => steps.some((step) => step.question === question));
    if (!way) throw new Error(`${table.id}: nothing leads to "${question}"`);
    const before = sheetOf(
      way.steps.slice(
        0,
        way.steps.findIndex((step) => step.question === question),
      ),
    );
    return Object.entries(answers).map(([answer, target]) => ({
      question,
      answer,
      target,
      before,
    }));
  });
}

const isPaused = (guide: string): boolean =>
  /^status: paused$/m.test(readFileSync(`content/guides/ja/${guide}/index.md`, 'utf8'));

const groups = GUIDES.map(tableOf)
  .filter(({ id }) => !isPaused(id))
  .flatMap((table) => {
    const edges = edgesOf(table);
    return Array.from({ length: Math.ceil(edges.length / PER_TEST) }, (_, part) => ({
      base: `/guides/${table.id}/`,
      edges: edges.slice(part * PER_TEST, (part + 1) * PER_TEST),
      name: `${table.id}: every answer leads where it should (${part * PER_TEST + 1}–${Math.min(edges.length, (part + 1) * PER_TEST)} of ${edges.length})`,
    }));
  });

/**
 * Goes to the question, answers, and says which state that led to. Does not wait for that page to
 * be drawn, which would double the time; were it missing, the visitor's watch would complain.
 */
async function follow(page: Page, href: string, act: () => Promise<void>): Promise<string> {
  await page.goto(href, { waitUntil: 'domcontentloaded' });
  await Promise.all([
    page.waitForURL((url) => !href.startsWith(url.pathname), { waitUntil: 'commit' }),
    act(),
  ]);
  return new URL(page.url()).pathname;
}

test.describe('with a form', () => {
  for (const { name, base, edges } of groups) {
    test(name, async ({ page }) => {
      test.setTimeout(300_000);
      for (const { question, answer, target, before } of edges) {
        // Clicked by the page itself: half the time of a mouse, whose way guide.spec.ts tests.
        const reached = await follow(page, stateHref(base, question, before), () =>
          page.evaluate((id) => {
            document.querySelector<HTMLInputElement>(id)?.click();
            document.querySelector<HTMLButtonElement>('.continue button')?.click();
          }, `#answer-${answer}`),
        );
        expect.soft(reached, `${question}: ${answer}`).toBe(`${base}${target}/`);
        const query = new URL(page.url()).searchParams;
        expect.soft(Object.fromEntries(query)).toEqual({ ...before, [question]: answer });
      }
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const { name, base, edges } of groups) {
    test(name, async ({ page }) => {
      test.setTimeout(300_000);
      for (const { question, answer, target } of edges) {
        const reached = await follow(page, `${base}${question}/`, () =>
          page.locator(`a[data-answer="${answer}"]`).click(),
        );
        expect.soft(reached, `${question}: ${answer}`).toBe(`${base}${target}/`);
      }
    });
  }
});
