// Floor: site, in the page. The search box. Prerendered as a plain form that opens the search page;
// from the first focus on it answers while one types.
import type { SearchWords } from './search-words.ts';
import { Nothing, Results, Suggestions, type Call } from './SearchResults.tsx';
import { useRested, useSearch, type IndexAddress, type State } from './use-search.ts';

interface Props {
  /** Address of the search page: where the form goes without script. */
  action: string;
  index: IndexAddress;
  words: SearchWords;
  /** On the search page the address follows what is typed. */
  followAddress: boolean;
  call: Call;
}

export function Search({ action, index, words, followAddress, call }: Props) {
  const { input, search, state, awake, type, step } = useSearch({ index, followAddress });
  const status = statusOf(state, words);
  const nothing = state.name === 'found' && isNothing(state);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Only watches the keys of the links inside.
    <div class="search" onKeyDown={walk}>
      <form
        role="search"
        action={action}
        method="get"
        onSubmit={(event) => {
          if (!followAddress || !search.current) return;
          event.preventDefault();
          step('');
        }}
      >
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
            onInput={type}
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
      {awake && (state.name === 'idle' || nothing) && (
        <>
          {nothing && <Nothing title={status} help={words.noneHelp} call={call} />}
          <Suggestions words={words} />
        </>
      )}
      {state.name === 'found' && !nothing && search.current && (
        <Results
          found={state}
          search={search.current}
          words={words}
          action={action}
          status={status}
          onTopic={followAddress ? step : undefined}
        />
      )}
    </div>
  );
}

const isNothing = ({ answer }: Extract<State, { name: 'found' }>): boolean =>
  answer.pages.length + answer.terms.length + answer.facts.length === 0;

function statusOf(state: State, words: SearchWords): string {
  if (state.name === 'idle') return '';
  if (state.name === 'loading') return words.loading;
  if (state.name === 'failed') return words.failed;
  if (isNothing(state)) return words.none.replace('{query}', state.query);
  const { pages, terms, facts } = state.answer;
  const shown =
    state.topic === '' ? pages : pages.filter(({ entry }) => entry.topic === state.topic);
  const atOnce = state.topic === '' ? terms.length + facts.length : 0;
  if (atOnce === 0 || shown.length === 0) {
    return words.count.replace('{count}', String(shown.length + atOnce));
  }
  return words.countAtOnce
    .replace('{atOnce}', String(atOnce))
    .replace('{count}', String(shown.length));
}

// A plain list of links, not a combobox: the results are pages with a short answer to read, and old
// people's screen readers and switch devices know links everywhere. The arrow keys are an extra way.
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const { key, currentTarget: box } = event;
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
