// Floor: site, in the page. The search box and its results. Prerendered as a plain form that opens
// the search page; from the first focus on it answers while one types.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SearchEntry } from '../../guidance/search/entry.ts';
import type { Search as Find } from '../../guidance/search/engine.ts';
import type { SearchWords } from './search-words.ts';

interface Props {
  /** Address of the search page: where the form goes without script. */
  action: string;
  /** Address of the index. */
  index: string;
  words: SearchWords;
  /** On the search page the address follows what is typed. */
  followAddress: boolean;
  call: { href: string; number: string; remarks: string };
}

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'loading' }
  | { readonly name: 'failed' }
  | { readonly name: 'found'; readonly query: string; readonly entries: readonly SearchEntry[] };

async function load(index: string): Promise<Find> {
  const [{ createSearch }, response] = await Promise.all([
    import('../../guidance/search/engine.ts'),
    fetch(index),
  ]);
  if (!response.ok) throw new Error(`search index: ${response.status}`);
  return createSearch((await response.json()) as SearchEntry[]);
}

/** The text that is announced: it follows the visible one, but only once typing rests. */
function useRested(text: string, milliseconds = 500): string {
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return rested;
}

function useSearch({ index, followAddress }: Pick<Props, 'index' | 'followAddress'>) {
  const input = useRef<HTMLInputElement>(null);
  const find = useRef<Find | null>(null);
  const [state, setState] = useState<State>({ name: 'idle' });

  const search = () => {
    const query = input.current?.value.trim() ?? '';
    if (followAddress) history.replaceState(null, '', addressOf(query));
    if (query === '') setState({ name: 'idle' });
    else if (find.current) setState({ name: 'found', query, entries: find.current(query) });
  };

  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('q');
    if (input.current && asked !== null && input.current.value === '') input.current.value = asked;
    if (input.current?.value) setState({ name: 'loading' });
    load(index).then(
      (loaded) => {
        find.current = loaded;
        search();
      },
      () => setState({ name: 'failed' }),
    );
  }, []);

  return { input, state, search };
}

const addressOf = (query: string): string =>
  query === '' ? location.pathname : `${location.pathname}?q=${encodeURIComponent(query)}`;

export function Search({ action, index, words, followAddress, call }: Props) {
  const { input, state, search } = useSearch({ index, followAddress });
  const status = statusOf(state, words);
  return (
    <div class="search">
      <form role="search" action={action} method="get">
        <label for="search-input">{words.label}</label>
        <div class="search-row">
          <input
            ref={input}
            id="search-input"
            type="search"
            name="q"
            autocomplete="off"
            aria-describedby="search-hint"
            enterkeyhint="search"
            onInput={search}
          />
          <button class="button" type="submit">
            {words.button}
          </button>
        </div>
        <p id="search-hint" class="search-hint">
          {words.hint}
        </p>
      </form>
      <p class="visually-hidden" role="status">
        {useRested(status)}
      </p>
      <div data-failed hidden={state.name !== 'failed'}>
        <Nothing title={words.failed} help={words.failedHelp} call={call} />
      </div>
      {state.name === 'found' && state.entries.length === 0 && (
        <Nothing title={status} help={words.noneHelp} call={call} />
      )}
      {state.name === 'found' && state.entries.length > 0 && (
        <Results entries={state.entries} count={status} words={words} />
      )}
    </div>
  );
}

function statusOf(state: State, words: SearchWords): string {
  if (state.name === 'idle') return '';
  if (state.name === 'loading') return words.loading;
  if (state.name === 'failed') return words.failed;
  return state.entries.length === 0
    ? words.none.replace('{query}', state.query)
    : words.count.replace('{count}', String(state.entries.length));
}

function Results({
  entries,
  count,
  words,
}: {
  entries: readonly SearchEntry[];
  count: string;
  words: SearchWords;
}) {
  return (
    <section class="search-results" aria-labelledby="search-results">
      <h2 id="search-results">{words.results}</h2>
      <p class="search-count">{count}</p>
      <ol class="plain-list" aria-labelledby="search-results">
        {entries.map(({ kind, href, title, text }) => (
          <li key={href}>
            <span class="search-kind">{words.kinds[kind]}</span>
            <a href={href}>{title}</a>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Nothing({ title, help, call }: { title: string; help: string; call: Props['call'] }) {
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
