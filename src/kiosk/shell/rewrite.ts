// Floor: kiosk shell. Makes a public page fit for the help screen: every link becomes a button of
// its own that the shell answers, or plain text; what needs a keyboard or a script goes.
import { element } from '../../site/element.ts';
import type { QuestionData } from '../../site/guide/guide-page.ts';
import type { Screen } from '../session/screens.ts';
import { targetOfLink, type Place, type Target } from './links.ts';

/** A public page, ready to be shown. */
export interface Sheet {
  readonly kind: 'page' | 'question' | 'outcome';
  readonly title: string;
  readonly body: HTMLElement;
  /** A question page's guide. */
  readonly guide: QuestionData | undefined;
}

/** What a button of a sheet asks the shell for. */
export type Wish =
  | { readonly kind: 'go'; readonly screen: Screen }
  | { readonly kind: 'answer'; readonly answer: string };

const wishes = new WeakMap<Element, Wish>();

/** The wish of the button that was pressed, if it is one of ours. */
export function wishOf(target: EventTarget | null): Wish | undefined {
  const button = target instanceof Element ? target.closest('button') : null;
  return button ? wishes.get(button) : undefined;
}

const DROPPED = [
  'script',
  'noscript',
  '[data-late]',
  'form:not([data-question])',
  '.breadcrumb',
  '.continue',
  '.qr',
  '.memo',
  '.word-close',
  // Public pages show it for an address that says so; here no sample leads to an outcome.
  '.sample-mark',
  '.no-print:not(.next-step, .related)',
].join(',');

export interface RewriteWords {
  /** Names the button that shows an outside page's code; holds {title}. */
  readonly outside: (title: string) => string;
}

/** @returns undefined when the document has no main part, or not the part asked for. */
export function sheetOf(
  document: Document,
  place: Place,
  part: string,
  words: RewriteWords,
): Sheet | undefined {
  const main = document.querySelector('main');
  const data = document.querySelector('#guide-data')?.textContent;
  const source = part === '' ? main : (main?.querySelector(`#${CSS.escape(part)}`) ?? null);
  if (!source) return undefined;
  const body = globalThis.document.createElement('div');
  body.append(...globalThis.document.importNode(source, true).childNodes);
  for (const dropped of body.querySelectorAll(DROPPED)) dropped.remove();
  for (const link of body.querySelectorAll('a')) rewriteLink(link, place, words);
  for (const sources of body.querySelectorAll('.sources')) fold(sources);
  // Ids are only of use to links, which are gone, and could clash with the shell's own.
  const heading = part === '' ? undefined : asHeading(body);
  const isQuestion = data !== null && data !== undefined && body.querySelector('[data-question]');
  return {
    kind: isQuestion ? 'question' : body.querySelector('.outcome') ? 'outcome' : 'page',
    title: (heading ?? body.querySelector('h1'))?.textContent.trim() ?? '',
    body,
    guide: isQuestion ? (JSON.parse(data) as QuestionData) : undefined,
  };
}

/** A part of a page (one word of the glossary) gets its name as the heading. */
function asHeading(body: HTMLElement): HTMLElement | undefined {
  const name = body.querySelector('dt');
  if (!name) return undefined;
  const heading = element('h1', {}, ...name.childNodes);
  name.remove();
  body.prepend(heading);
  for (const text of body.querySelectorAll('dd'))
    text.replaceWith(element('div', {}, ...text.childNodes));
  return heading;
}

/** Long, and looked for by few: opens on demand. */
function fold(section: Element): void {
  const title = section.querySelector('h2');
  section.querySelector('details')?.setAttribute('open', '');
  const details = element('details', {}, ...section.childNodes);
  details.className = section.className;
  details.prepend(element('summary', {}, ...(title?.childNodes ?? [])));
  title?.remove();
  section.replaceWith(details);
}

function makeButton(wish: Wish, look: string, ...children: (Node | string)[]): HTMLElement {
  const button = element('button', {}, ...children);
  button.type = 'button';
  button.className = look;
  wishes.set(button, wish);
  return button;
}

function rewriteLink(link: HTMLAnchorElement, place: Place, words: RewriteWords): void {
  const { answer } = link.dataset;
  if (answer !== undefined) {
    const button = makeButton({ kind: 'answer', answer }, 'k-answer', ...link.childNodes);
    (link.closest('label') ?? link).replaceWith(button);
    return;
  }
  const target = targetOfLink(link.getAttribute('href') ?? '#', place);
  const aside = link.closest('small, .page-facts');
  if (target.kind === 'text' || aside) {
    const text = element('b', {}, ...link.childNodes);
    text.className = link.className;
    if (aside) text.className = 'k-quiet';
    link.replaceWith(text);
    return;
  }
  if (standsAlone(link)) {
    const look = target.kind === 'outside' ? 'k-way k-outside' : `k-way ${lookOf(link)}`;
    link.replaceWith(makeButton(wishFor(target, link), look, ...link.childNodes));
  } else {
    moveOut(link, target, words);
  }
}

const lookOf = (link: Element): string =>
  link.matches('.next-step, .button') ? 'k-main' : 'k-inside';

const titleOf = (link: Element): string => link.textContent.trim();

const wishFor = (target: Exclude<Target, { kind: 'text' }>, link: Element): Wish => ({
  kind: 'go',
  screen:
    target.kind === 'inside'
      ? target.screen
      : { kind: 'code', address: target.address, title: titleOf(link) },
});

const BLOCK = 'p, li, dd, dt, td, th, h2, h3, div, section, article';

/** The link is all that its block says, or the name at the head of an entry of the sources. */
const standsAlone = (link: Element): boolean =>
  link.matches('.next-step, .button, .sources li > a') ||
  link.closest(BLOCK)?.textContent.trim() === titleOf(link);

/**
 * A link in running text is too small for a finger: its words stay as text, and a button with the
 * same words follows the block.
 */
function moveOut(
  link: HTMLAnchorElement,
  target: Exclude<Target, { kind: 'text' }>,
  words: RewriteWords,
): void {
  const title = titleOf(link);
  const isOutside = target.kind === 'outside';
  const button = makeButton(
    wishFor(target, link),
    isOutside ? 'k-way k-outside' : 'k-way k-inside',
    isOutside ? words.outside(title) : title,
  );
  const block = link.closest(BLOCK);
  link.replaceWith(element('b', {}, ...link.childNodes));
  if (!block) return;
  if (block.matches('p, h2, h3')) block.after(button);
  else block.append(button);
}
