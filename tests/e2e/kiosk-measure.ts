// Measures what is on the help screen in millimetres of the panel.
import type { Page } from '@playwright/test';

export interface Measured {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** One of the choices that a screen is about. */
  readonly isMain: boolean;
}

export interface Findings {
  readonly targets: readonly Measured[];
  /** Pairs of targets that are nearer than they may be: names and the distance in mm. */
  readonly near: readonly string[];
  /** Smallest text in mm. */
  readonly text: number;
  /** Anything a browser would follow, send or open. */
  readonly waysOut: readonly string[];
}

/** Least distance between two targets, in mm; a hundredth less for rounding. */
const GAP = 2.99;

export const measure = (page: Page, pixelsPerMm: number): Promise<Findings> =>
  page.evaluate(
    ({ mm, gap }) => {
      const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
      const top = document.querySelector('dialog[open]') ?? document.body;
      const isMain =
        '.k-tile, .k-answer, .card-advice a, .k-main, .k-touch, .k-choices button, .k-kana button';
      const all = [...top.querySelectorAll('button, summary, label.check, a, select')].filter(seen);
      const boxes = all.map((element) => ({ element, box: element.getBoundingClientRect() }));
      const nameOf = (element: Element) => (element.textContent ?? '').trim().slice(0, 20);
      const near = boxes.flatMap(({ element, box }, index) =>
        boxes.slice(index + 1).flatMap((other) => {
          // What scrolls under the bar is not next to it.
          if (!!element.closest('main') !== !!other.element.closest('main')) return [];
          const across = Math.max(box.left, other.box.left) - Math.min(box.right, other.box.right);
          const down = Math.max(box.top, other.box.top) - Math.min(box.bottom, other.box.bottom);
          const distance = Math.max(across, down) / mm;
          return distance >= gap
            ? []
            : [`${nameOf(element)} / ${nameOf(other.element)}: ${distance.toFixed(2)}`];
        }),
      );
      const texts = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
      let text = Number.POSITIVE_INFINITY;
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const parent = node.parentElement;
        if (!parent || node.textContent?.trim() === '' || !seen(parent)) continue;
        if (parent.matches('script, style, noscript, title')) continue;
        // Words in a drawing grow and shrink with it.
        const scale = parent instanceof SVGGraphicsElement ? (parent.getScreenCTM()?.a ?? 1) : 1;
        const size = Number.parseFloat(getComputedStyle(parent).fontSize);
        text = Math.min(text, (size * scale) / mm);
      }
      return {
        targets: boxes.map(({ element, box }) => ({
          name: nameOf(element),
          width: box.width / mm,
          height: box.height / mm,
          isMain: element.matches(isMain),
        })),
        near,
        text,
        waysOut: [
          // The panel's links are answered by the shell (CardDesk.tsx); the next test presses one.
          ...document.querySelectorAll(
            '#kiosk :is(a:not(.card-advice a), form[action], iframe, object, [target])',
          ),
        ].map((element) => element.outerHTML.slice(0, 80)),
      };
    },
    { mm: pixelsPerMm, gap: GAP },
  );
