// Floor: site, in the page. What a search shows: words and values that answer at once, pages, topics
// to narrow them by, or that nothing was found. Matches are marked as elements, never as markup in a string.
import type { Answer, Hit, PageHit, Search } from '../../guidance/search/engine.ts';
import type { SearchEntry } from '../../guidance/search/entry.ts';
import { element } from '../element.ts';
import { addressOf } from './search-address.ts';
import type { SearchWords } from './search-words.ts';

export interface Found {
  readonly query: string;
  /** The topic that the results are narrowed to; empty: to none. */
  readonly topic: string;
  readonly answer: Answer;
}

/** Who to call when nothing else helps. */
export interface Call {
  readonly href: string;
  readonly number: string;
  readonly remarks: string;
}

/** What stands around every result. */
export interface Frame {
  readonly words: SearchWords;
  /** Address of the search page. */
  readonly action: string;
  readonly call: Call;
}

type Content = Node | string;
type Mark = (text: string) => readonly Content[];

export const isNothing = ({ answer: { pages, terms, facts } }: Found): boolean =>
  pages.length + terms.length + facts.length === 0;

/** Pages of the topic that the results are narrowed to. */
const pagesOf = ({ answer, topic }: Found): readonly PageHit[] =>
  answer.pages.filter(({ entry }) => topic === '' || entry.topic === topic);

/** How many results there are, or that there are none. */
export function countOf(found: Found, words: SearchWords): string {
  if (isNothing(found)) return words.none.replace('{query}', () => found.query);
  const { terms, facts } = found.answer;
  const pages = pagesOf(found).length;
  const atOnce = found.topic === '' ? terms.length + facts.length : 0;
  if (atOnce === 0 || pages === 0) return words.count.replace('{count}', String(pages + atOnce));
  return words.countAtOnce.replace('{atOnce}', String(atOnce)).replace('{count}', String(pages));
}

/** The results. */
export function results(found: Found, search: Search, { words, action }: Frame): Node {
  const { answer, topic } = found;
  const pages = pagesOf(found);
  const mark: Mark = (text) => marked(text, search.marks(text, answer.asked));
  return element(
    'section',
    { class: 'search-results', 'aria-labelledby': 'search-results' },
    element('h2', { id: 'search-results' }, words.results),
    element('p', { class: 'search-count' }, countOf(found, words)),
    ...(topic === '' ? answersAtOnce(answer, words) : []),
    ...topics(found, words, action),
    ...(pages.length === 0
      ? []
      : [
          element(
            'ol',
            { class: 'plain-list', 'aria-labelledby': 'search-results' },
            ...pages.map((hit) => page(hit, mark, words)),
          ),
        ]),
  );
}

function page({ entry, outcomes }: PageHit, mark: Mark, { kinds }: SearchWords): Node {
  const kind = entry.kind === 'guide' ? kinds.guide : kinds.faq;
  const list = outcomes.map(({ href, title }) =>
    element('li', {}, element('a', { href }, ...mark(title))),
  );
  return element(
    'li',
    {},
    element('a', { href: entry.href }, ...mark(entry.title)),
    ...(entry.text === undefined ? [] : [element('p', {}, ...mark(entry.text))]),
    element('span', { class: 'search-kind' }, kind),
    ...(list.length === 0
      ? []
      : [element('ul', { class: 'search-outcomes', 'aria-label': kinds.outcome }, ...list)]),
  );
}

/** A text with its matched parts marked. */
function marked(text: string, places: readonly (readonly [number, number])[]): Content[] {
  const parts: Content[] = [];
  let end = 0;
  for (const [from, to] of places) {
    parts.push(text.slice(end, from), element('mark', {}, text.slice(from, to)));
    end = to;
  }
  return [...parts, text.slice(end)];
}

/** What a word means and what a value is, without going anywhere. */
function answersAtOnce({ terms, facts }: Answer, words: SearchWords): Node[] {
  if (terms.length + facts.length === 0) return [];
  const explained = ({ entry: { href, title, text = '' } }: Hit) =>
    element('div', {}, element('dt', {}, element('a', { href }, title)), element('dd', {}, text));
  return [
    element(
      'div',
      { class: 'search-at-once', role: 'group', 'aria-labelledby': 'search-at-once' },
      element('p', { id: 'search-at-once' }, words.atOnce),
      element('dl', {}, ...terms.map(explained), ...facts.map(({ entry }) => value(entry, words))),
    ),
  ];
}

function value(fact: SearchEntry, words: SearchWords): Node {
  const { title, text = '', call, remarks, note, checked = '', source = '', sourceHref } = fact;
  const said = sourceHref === undefined ? source : words.source.replace('{source}', source);
  return element(
    'div',
    {},
    element('dt', {}, title),
    element(
      'dd',
      {},
      call === undefined
        ? element('b', {}, text)
        : element('a', { class: 'tel', href: call }, text),
      ...(remarks === undefined ? [] : [element('span', {}, ` ${remarks}`)]),
      ...(note === undefined ? [] : [element('small', {}, note)]),
      element(
        'small',
        {},
        `${words.checked.replace('{day}', checked)} `,
        sourceHref === undefined
          ? said
          : element('a', { href: sourceHref, rel: 'noreferrer' }, said),
      ),
    ),
  );
}

/** Fewer results than this need no narrowing. */
const MANY = 4;

/** Links that narrow the results; `data-topic` says to what. */
function topics({ answer, query, topic }: Found, words: SearchWords, action: string): Node[] {
  const counts = new Map<string, number>();
  for (const { entry } of answer.pages) {
    if (entry.topic !== undefined) counts.set(entry.topic, (counts.get(entry.topic) ?? 0) + 1);
  }
  if (counts.size < 2 || answer.pages.length < MANY) return [];
  const choices = [
    { id: '', title: words.allTopics, count: answer.pages.length },
    ...words.topics.flatMap(({ id, title }) => {
      const count = counts.get(id);
      return count === undefined ? [] : [{ id, title, count }];
    }),
  ];
  const links = choices.map(({ id, title, count }) => {
    const attributes = { href: addressOf(action, query, id), 'data-topic': id };
    return element(
      'a',
      id === topic ? { ...attributes, 'aria-current': 'true' } : attributes,
      words.topicCount.replace('{topic}', title).replace('{count}', String(count)),
    );
  });
  const list = links.map((link) => element('li', {}, link));
  return [
    element(
      'nav',
      { class: 'search-topics', 'aria-label': words.narrow },
      element('ul', { class: 'plain-list' }, ...list),
    ),
  ];
}

/** That nothing was found, and who to call. */
export const nothing = (found: Found, { words, call }: Frame): Node =>
  element(
    'div',
    { class: 'search-nothing' },
    element('p', {}, element('b', {}, countOf(found, words))),
    element('p', {}, words.noneHelp),
    element('p', {}, element('a', { class: 'tel', href: call.href }, call.number), call.remarks),
  );

/** Topics to choose from while the box is empty. */
export const suggestions = (words: SearchWords): Node =>
  element(
    'nav',
    { class: 'search-topics', 'aria-labelledby': 'search-suggestions' },
    element('p', { id: 'search-suggestions' }, words.suggestions),
    element(
      'ul',
      { class: 'plain-list' },
      ...words.topics.map(({ title, href }) => element('li', {}, element('a', { href }, title))),
    ),
  );
