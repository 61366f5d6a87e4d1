// Floor: site, in the page. The search box: loads the search once, finds while one types, and keeps the
// query and the topic in the address. No framework: with one the script would not stay within 16 KB.
import { createSearch, joinIndex, type Search } from '../../guidance/search/engine.ts';
import type { IndexParts } from '../../guidance/search/parts.ts';
import { addStyles, required } from '../element.ts';
import type { Wake } from '../islands/late-form.ts';
import { redraw } from '../redraw.ts';
import resultStyles from '../styles/search-results.css?url';
import { addressOf } from './search-address.ts';
import {
  countOf,
  isNothing,
  nothing,
  results,
  suggestions,
  type Found,
  type Frame,
} from './search-results.ts';

/** What the box is given (SearchBox.astro). */
export interface SearchProps extends Frame {
  readonly index: IndexAddress;
  /** On the search page the address follows what is asked. */
  readonly followAddress: boolean;
}

/** Addresses of the index's two files. */
type IndexAddress = Readonly<Record<keyof IndexParts, string>>;

/** Loads the index, and how results look. */
async function load(index: IndexAddress): Promise<IndexParts> {
  const [core, more] = await Promise.all([
    json<IndexParts['core']>(index.core),
    json<IndexParts['more']>(index.more),
    addStyles(resultStyles),
  ]);
  return { core, more };
}

async function json<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`search index: ${response.status}`);
  return (await response.json()) as Content;
}

/** How long the box rests, in milliseconds, before a screen reader is told and the address follows. */
const REST = 500;

export const wake: Wake = (form, props) => {
  start(required('.search', form), props as SearchProps);
};

function start(box: HTMLElement, { index, followAddress, ...frame }: SearchProps): void {
  const { words } = frame;
  const input = required<HTMLInputElement>('input', box);
  const status = required('[role=status]', box);
  const failed = required<HTMLElement>('[data-failed]', box);
  const place = required<HTMLElement>('.search-shown', box);
  let search: Search | undefined;
  let isLoading = false;
  let topic = '';
  let rest = 0;
  /** Timer of an address that is yet to follow; 0: it does. */
  let unwritten = 0;

  const typed = () => input.value.trim();

  const tell = (said: string, ...shown: Node[]): void => {
    draw(place, shown);
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      if (status.textContent !== said) status.textContent = said;
    }, REST);
  };

  const show = (): void => {
    const query = typed();
    if (query === '') {
      tell(failed.hidden ? '' : words.failed, suggestions(words));
    } else if (search) {
      const found: Found = { query, topic, answer: search.find(query) };
      tell(
        countOf(found, words),
        ...(isNothing(found)
          ? [nothing(found, frame), suggestions(words)]
          : [results(found, search, frame)]),
      );
    } else {
      tell(failed.hidden ? words.loading : words.failed);
    }
  };

  const prepare = async (): Promise<void> => {
    if (search || isLoading) return;
    isLoading = true;
    let parts: IndexParts | undefined;
    try {
      parts = await load(index);
    } catch {
      // Most likely no connection: what was typed stays, and whoever goes on tries again.
    }
    isLoading = false;
    if (parts) search = createSearch(joinIndex(parts));
    const hasFailed = !search;
    // Who is about to press one of the topics of an empty box still finds it there.
    const isNews = typed() !== '' || failed.hidden === hasFailed;
    failed.hidden = !hasFailed;
    if (isNews) show();
  };

  /** Shows what is typed; after a failure tries to load the search again. */
  const follow = (): void => {
    show();
    void prepare();
  };

  /** While one types, the entry in the history changes with the words: Back leaves the search. */
  const write = (): void => {
    if (unwritten === 0) return;
    forget();
    history.replaceState(null, '', addressOf(location.pathname, typed()));
  };

  const forget = (): void => {
    clearTimeout(unwritten);
    unwritten = 0;
  };

  const type = (): void => {
    topic = '';
    follow();
    if (!followAddress) return;
    // Once the words rest: Safari refuses more than a hundred changes in thirty seconds, and nothing else
    // that a letter calls for takes as long.
    clearTimeout(unwritten);
    unwritten = window.setTimeout(write, REST);
  };

  /** A search sent or a topic chosen is a step that Back undoes. */
  const step = (chosen: string): void => {
    topic = chosen;
    const address = addressOf(location.pathname, typed(), chosen);
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    show();
  };

  /** The query that the address carries; its topic is taken over. */
  const readAddress = (): string | undefined => {
    const asked = new URLSearchParams(location.search);
    topic = asked.get('topic') ?? '';
    return asked.get('q') ?? undefined;
  };

  const asked = readAddress();
  if (asked !== undefined && input.value === '') input.value = asked;
  // What was typed before the box was awake counts as typed.
  if (typed() !== (asked ?? '').trim()) type();
  else follow();

  input.addEventListener('input', type);
  box.addEventListener('keydown', (event) => walk(event, box));
  if (!followAddress) return;
  // A press may lead away or to a step: Back from there finds the words.
  addEventListener('click', write, { capture: true });
  required<HTMLFormElement>('form', box).addEventListener('submit', (event) => {
    if (!search) return;
    event.preventDefault();
    step('');
  });
  place.addEventListener('click', (event) => {
    const chosen = (event.target as Element).closest<HTMLElement>('[data-topic]');
    if (!chosen || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Safari focuses no link on a press.
    chosen.focus();
    step(chosen.dataset['topic'] ?? '');
  });
  addEventListener('popstate', () => {
    forget();
    input.value = readAddress() ?? '';
    follow();
  });
}

/** Draws what is shown. Who was on a topic, or on a link that is still there, still is. */
function draw(place: Element, shown: readonly Node[]): void {
  const { activeElement: focused } = document;
  const before = place.contains(focused) ? (focused as HTMLElement) : undefined;
  redraw(place, shown);
  if (!before) return;
  const topic = before.dataset['topic'];
  const isSame = (link: HTMLElement) =>
    topic === undefined
      ? link.getAttribute('href') === before.getAttribute('href')
      : link.dataset['topic'] === topic;
  [...place.querySelectorAll('a')].find(isSame)?.focus({ preventScroll: true });
}

// A plain list of links, not a combobox: the results are pages with a short answer to read, and old
// people's screen readers and switch devices know links everywhere. The arrow keys are an extra way.
function walk(event: KeyboardEvent, box: HTMLElement): void {
  const { key } = event;
  // The arrow keys then choose among the ways to write a word in kanji.
  if (event.isComposing) return;
  if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Escape') return;
  const input = box.querySelector('input');
  const links = [...box.querySelectorAll<HTMLElement>('.search-results :is(dt, ol) a')];
  const at = links.findIndex((link) => link === document.activeElement);
  if (key === 'Escape') {
    if (at >= 0) input?.focus();
    return;
  }
  if (at < 0 && (key === 'ArrowUp' || document.activeElement !== input)) return;
  const next = links[key === 'ArrowDown' ? at + 1 : at - 1];
  const target = next ?? (key === 'ArrowUp' ? input : undefined);
  if (!target) return;
  event.preventDefault();
  target.focus();
}
