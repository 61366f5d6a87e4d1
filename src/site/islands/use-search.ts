// Floor: site, in the page. What the search box does: loads the search once, finds while one types,
// and keeps the query and the topic in the address, so that Back and a shared link work.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Search } from '../../guidance/search/engine.ts';
import type { IndexParts } from '../../guidance/search/parts.ts';

export type State =
  | { readonly name: 'idle' }
  | { readonly name: 'loading' }
  | { readonly name: 'failed' }
  | {
      readonly name: 'found';
      readonly query: string;
      readonly topic: string;
      readonly answer: Answer;
    };

/** Addresses of the index's two files. */
export type IndexAddress = Readonly<Record<keyof IndexParts, string>>;

async function load(index: IndexAddress): Promise<Search> {
  const [{ createSearch, joinIndex }, core, more] = await Promise.all([
    import('../../guidance/search/engine.ts'),
    json<IndexParts['core']>(index.core),
    json<IndexParts['more']>(index.more),
  ]);
  return createSearch(joinIndex({ core, more }));
}

async function json<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`search index: ${response.status}`);
  return (await response.json()) as Content;
}

/** The address that carries a query and a topic; without them, the page's own. */
export function addressOf(page: string, query: string, topic = ''): string {
  const asked = new URLSearchParams();
  if (query !== '') asked.set('q', query);
  if (topic !== '') asked.set('topic', topic);
  return asked.size === 0 ? page : `${page}?${asked.toString()}`;
}

interface Options {
  readonly index: IndexAddress;
  /** On the search page the address follows what is asked. */
  readonly followAddress: boolean;
}

export function useSearch({ index, followAddress }: Options) {
  const input = useRef<HTMLInputElement>(null);
  const search = useRef<Search | null>(null);
  const topic = useRef('');
  const [state, setState] = useState<State>({ name: 'idle' });
  // Nothing that was not prerendered may stand in the page before the island is awake.
  const [awake, setAwake] = useState(false);

  const typed = () => input.current?.value.trim() ?? '';

  const show = () => {
    const query = typed();
    if (query === '') setState({ name: 'idle' });
    else if (search.current) {
      const answer = search.current.find(query);
      setState({ name: 'found', query, topic: topic.current, answer });
    }
  };

  /** While one types, the entry in the history changes with the words: Back leaves the search. */
  const type = () => {
    topic.current = '';
    if (followAddress) history.replaceState(null, '', addressOf(location.pathname, typed()));
    show();
  };

  /** A search sent or a topic chosen is a step that Back undoes. */
  const step = (chosen: string) => {
    topic.current = chosen;
    const address = addressOf(location.pathname, typed(), chosen);
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    show();
  };

  useEffect(() => {
    const read = () => {
      const asked = new URLSearchParams(location.search);
      topic.current = asked.get('topic') ?? '';
      return asked.get('q');
    };
    setAwake(true);
    const asked = read();
    if (input.current && asked !== null && input.current.value === '') input.current.value = asked;
    if (input.current?.value) setState({ name: 'loading' });
    // What was typed before the box was awake counts as typed.
    if (typed() !== (asked ?? '')) type();
    load(index).then(
      (loaded) => {
        search.current = loaded;
        show();
      },
      () => setState({ name: 'failed' }),
    );
    if (!followAddress) return undefined;
    const back = () => {
      const query = read() ?? '';
      if (input.current) input.current.value = query;
      show();
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);

  return { input, search, state, awake, type, step };
}

/** A text that follows the one given once it rests: what a screen reader says while one types. */
export function useRested(text: string, milliseconds = 500): string {
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return rested;
}
