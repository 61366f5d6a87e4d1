// Floor: kiosk shell. Shows a public page, and runs a guide by the same functions as the public
// pages: answers are replayed over the guide's table, which comes with the page.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnswerSheet } from '../../guidance/guides/replay.ts';
import { replay } from '../../guidance/guides/replay.ts';
import type { QuestionData } from '../../site/guide/guide-page.ts';
import { destination, standingAt } from '../../site/guide/standing.ts';
import { countOutcome } from '../counts.ts';
import type { Screen } from '../session/screens.ts';
import { Answers } from './Answers.tsx';
import { useDesk, type Desk } from './context.ts';
import { fetchPage } from './fetch-page.ts';
import { isOffered, rootOf } from './Finding.tsx';
import { sheetOf, wishOf, type Sheet } from './rewrite.ts';
import { TakeHome } from './TakeHome.tsx';

type Page = Extract<Screen, { kind: 'page' }>;

type State =
  | { readonly name: 'loading' }
  | { readonly name: 'failed' }
  | { readonly name: 'there'; readonly sheet: Sheet };

/** Guides met so far, by id: an outcome's page does not carry its guide. Content, nothing personal. */
const guides = new Map<string, QuestionData>();

/** A question's page has the labels of its own and of earlier answers only: they add up. */
function remember(guide: QuestionData): void {
  const labels = { ...guides.get(guide.table.id)?.labels, ...guide.labels };
  guides.set(guide.table.id, { ...guide, labels });
}

const stateOf = (path: string): { guide: string; state: string } | undefined => {
  const [, guide, state] = /\/guides\/([^/]+)\/([^/#?]+)\/$/.exec(path) ?? [];
  return guide !== undefined && state !== undefined ? { guide, state } : undefined;
};

function useSheet(path: string, desk: Desk) {
  const [state, setState] = useState<State>({ name: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setState({ name: 'loading' });
    load(path, desk, controller.signal).then(
      (sheet) => {
        if (sheet?.guide) remember(sheet.guide);
        setState(sheet ? { name: 'there', sheet } : { name: 'failed' });
      },
      () => {
        if (!controller.signal.aborted) setState({ name: 'failed' });
      },
    );
    return () => controller.abort();
  }, [path, attempt]);
  return { state, retry: () => setAttempt(attempt + 1) };
}

async function load(path: string, desk: Desk, signal: AbortSignal): Promise<Sheet | undefined> {
  const [address = '', part = ''] = path.split('#');
  const document = await fetchPage(address, signal);
  const place = {
    page: new URL(address, location.href).href,
    root: rootOf(desk),
    siteUrl: desk.data.siteUrl,
  };
  const sheet = sheetOf(document, place, decodeURIComponent(part), {
    outside: (title) => desk.say('outside.code', { title }),
  });
  for (const button of sheet?.body.querySelectorAll('button') ?? []) {
    const wish = wishOf(button);
    if (wish?.kind !== 'go' || wish.screen.kind !== 'page') continue;
    if (!isOffered(wish.screen.path, desk)) button.remove();
  }
  return sheet;
}

export function PageScreen({ screen }: { screen: Page }) {
  const desk = useDesk();
  const { say, shown } = desk;
  const { state, retry } = useSheet(screen.path, desk);
  useEffect(() => {
    if (state.name === 'failed') shown();
  }, [state]);
  if (state.name === 'there') return <Shown screen={screen} sheet={state.sheet} />;
  if (state.name === 'loading') return <p role="status">{say('page.loading')}</p>;
  return (
    <>
      <h1>{say('page.failed.title')}</h1>
      <p>{say('page.failed.text')}</p>
      <button type="button" class="k-way k-main" onClick={retry}>
        {say('page.retry')}
      </button>
    </>
  );
}

function Shown({ screen, sheet }: { screen: Page; sheet: Sheet }) {
  const desk = useDesk();
  const { go, shown } = desk;
  const head = useRef<HTMLDivElement>(null);
  const rest = useRef<HTMLDivElement>(null);
  const answers = screen.answers ?? {};
  const at = stateOf(screen.path);
  const isOutcome = sheet.kind === 'outcome';
  const guide = sheet.guide ?? guides.get(at?.guide ?? '');

  useEffect(() => {
    // An outcome's short answer comes first, then what to take home of it, then the rest.
    const short = sheet.body.querySelector('.outcome-head');
    head.current?.replaceChildren(...(short ? [short] : []));
    rest.current?.replaceChildren(sheet.body);
    if (sheet.guide && at) markChosen(sheet.body, sheet.guide, at.state, answers, desk);
    if (isOutcome && at) countOutcome(localStorage, `${at.guide}/${at.state}`);
    shown(isOutcome);
  }, [sheet]);

  const press = (target: EventTarget | null) => {
    const wish = wishOf(target);
    if (wish?.kind === 'go') go(withAnswers(wish.screen));
    if (wish?.kind === 'answer' && sheet.guide && at) {
      const { table, base } = sheet.guide;
      const standing = standingAt(table, at.state, answers);
      const next = destination(table, at.state, wish.answer, standing);
      const kept = { ...standing.sheet, [at.state]: wish.answer };
      go(
        { kind: 'page', path: `${base}${next.state}/`, answers: next.sheet },
        { ...screen, answers: kept },
      );
    }
  };

  const trail = guide && at ? trailOf(guide, at.state, answers) : [];
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the buttons inside are pressed, by finger or key.
    <div class={`k-sheet k-${sheet.kind}`} onClick={({ target }) => press(target)}>
      <div ref={head} class="k-content k-first" />
      {isOutcome && <TakeHome page={screen} title={sheet.title} />}
      <div ref={rest} class="k-content k-rest" />
      {guide && trail.length > 0 && <Answers guide={guide} trail={trail} answers={answers} />}
    </div>
  );
}

/** A guide opened from a page starts without answers. */
const withAnswers = (screen: Screen): Screen =>
  screen.kind === 'page' ? { ...screen, answers: {} } : screen;

function trailOf({ table }: QuestionData, state: string, answers: AnswerSheet) {
  return table.outcomes.includes(state)
    ? replay(table, answers).steps
    : standingAt(table, state, answers).trail;
}

/** Marks the answer given before, for those who came back to it; names answers that were dropped. */
function markChosen(
  body: HTMLElement,
  { table, questions }: QuestionData,
  state: string,
  answers: AnswerSheet,
  { say }: Desk,
): void {
  const { chosen, dropped } = standingAt(table, state, answers);
  for (const button of body.querySelectorAll('.k-answer')) {
    const wish = wishOf(button);
    if (wish?.kind !== 'answer' || wish.answer !== chosen) continue;
    const mark = document.createElement('span');
    mark.className = 'k-chosen';
    mark.textContent = say('answers.chosen');
    button.append(mark);
  }
  if (dropped.length === 0) return;
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.textContent = `${say('answers.dropped')} ${dropped.map((id) => questions[id] ?? '').join(' / ')}`;
  body.prepend(notice);
}
