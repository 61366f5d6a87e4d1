// Floor: site, in the page. What a search shows: words and values that answer at once, pages, topics
// to narrow them by, or that nothing was found. Matches are marked as elements, never as markup in a string.
import type { Hit, Search } from '../../guidance/search/engine.ts';
import type { SearchWords } from './search-words.ts';
import { addressOf, type State } from './use-search.ts';

type Found = Extract<State, { name: 'found' }>;

interface Props {
  found: Found;
  search: Search;
  words: SearchWords;
  /** Address of the search page. */
  action: string;
  status: string;
  /** Called with the topic chosen; without it the links lead to the search page. */
  onTopic?: ((topic: string) => void) | undefined;
}

export function Results({ found, search, words, action, status, onTopic }: Props) {
  const { answer, topic } = found;
  const marked = (text: string) => <Marked text={text} found={found} search={search} />;
  const pages = answer.pages.filter(({ entry }) => topic === '' || entry.topic === topic);
  return (
    <section class="search-results" aria-labelledby="search-results">
      <h2 id="search-results">{words.results}</h2>
      <p class="search-count">{status}</p>
      {topic === '' && <AtOnce terms={answer.terms} facts={answer.facts} words={words} />}
      <Topics found={found} words={words} action={action} onTopic={onTopic} />
      {pages.length > 0 && (
        <ol class="plain-list" aria-labelledby="search-results">
          {pages.map(({ entry, outcomes }) => (
            <li key={entry.id}>
              <a href={entry.href}>{marked(entry.title)}</a>
              {entry.text !== undefined && <p>{marked(entry.text)}</p>}
              <span class="search-kind">
                {entry.kind === 'guide' ? words.kinds.guide : words.kinds.faq}
              </span>
              {outcomes.length > 0 && (
                <ul class="search-outcomes" aria-label={words.kinds.outcome}>
                  {outcomes.map(({ id, href, title }) => (
                    <li key={id}>
                      <a href={href}>{marked(title)}</a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** A text whose matched parts are marked. */
function Marked({ text, found, search }: { text: string; found: Found; search: Search }) {
  const parts = [];
  let end = 0;
  for (const [from, to] of search.marks(text, found.answer.asked)) {
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}

interface AtOnceProps {
  terms: readonly Hit[];
  facts: readonly Hit[];
  words: SearchWords;
}

/** What a word means and what a value is, without going anywhere. */
function AtOnce({ terms, facts, words }: AtOnceProps) {
  if (terms.length + facts.length === 0) return null;
  return (
    <div class="search-at-once" role="group" aria-labelledby="search-at-once">
      <p id="search-at-once">{words.atOnce}</p>
      <dl>
        {terms.map(({ entry }) => (
          <div key={entry.id}>
            <dt>
              <a href={entry.href}>{entry.title}</a>
            </dt>
            <dd>{entry.text}</dd>
          </div>
        ))}
        {facts.map(({ entry }) => (
          <div key={entry.id}>
            <dt>{entry.title}</dt>
            <dd>
              {entry.call === undefined ? (
                <b>{entry.text}</b>
              ) : (
                <a class="tel" href={entry.call}>
                  {entry.text}
                </a>
              )}
              {entry.remarks !== undefined && <span> {entry.remarks}</span>}
              {entry.note !== undefined && <small>{entry.note}</small>}
              <small>
                {words.checked.replace('{day}', entry.checked ?? '')}{' '}
                {entry.sourceHref === undefined ? (
                  entry.source
                ) : (
                  <a href={entry.sourceHref} rel="noreferrer">
                    {words.source.replace('{source}', entry.source ?? '')}
                  </a>
                )}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Fewer results than this need no narrowing. */
const MANY = 4;

function Topics({
  found,
  words,
  action,
  onTopic,
}: Pick<Props, 'found' | 'words' | 'action' | 'onTopic'>) {
  const { answer, query, topic } = found;
  const counts = new Map<string, number>();
  for (const { entry } of answer.pages) {
    if (entry.topic !== undefined) counts.set(entry.topic, (counts.get(entry.topic) ?? 0) + 1);
  }
  if (counts.size < 2 || answer.pages.length < MANY) return null;
  const choices = [
    { id: '', title: words.allTopics, count: answer.pages.length },
    ...words.topics.flatMap(({ id, title }) => {
      const count = counts.get(id);
      return count === undefined ? [] : [{ id, title, count }];
    }),
  ];
  return (
    <nav class="search-topics" aria-label={words.narrow}>
      <ul class="plain-list">
        {choices.map(({ id, title, count }) => (
          <li key={id}>
            <a
              href={addressOf(action, query, id)}
              aria-current={id === topic ? 'true' : undefined}
              onClick={(event) => {
                if (!onTopic || event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onTopic(id);
              }}
            >
              {words.topicCount.replace('{topic}', title).replace('{count}', String(count))}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface Call {
  readonly href: string;
  readonly number: string;
  readonly remarks: string;
}

export function Nothing({ title, help, call }: { title: string; help: string; call: Call }) {
  return (
    <div class="search-nothing">
      <p>
        <b>{title}</b>
      </p>
      <p>{help}</p>
      <p>
        <a class="tel" href={call.href}>
          {call.number}
        </a>
        {call.remarks}
      </p>
    </div>
  );
}

/** Topics to choose from while the box is empty. */
export function Suggestions({ words }: { words: SearchWords }) {
  return (
    <nav class="search-topics" aria-labelledby="search-suggestions">
      <p id="search-suggestions">{words.suggestions}</p>
      <ul class="plain-list">
        {words.topics.map(({ id, title, href }) => (
          <li key={id}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
