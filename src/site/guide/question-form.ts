// Floor: site, in the page. Turns a question's answer links into a form that keeps the answers in
// the address, shows them, and says what is missing. Without it the links alone do the work.
// No framework: the whole script must stay within 6 KB.
import { element, required } from '../element.ts';
import { readSheet, stateHref } from './answer-sheet.ts';
import type { QuestionHost } from './assistant.ts';
import type { QuestionData } from './guide-page.ts';
import { destination, standingAt, type Standing } from './standing.ts';

type Assistant = typeof import('./assistant.ts');

const link = (href: string, text: string) => element('a', { href }, text);

const radiosOf = (form: HTMLFormElement) =>
  form.querySelectorAll<HTMLInputElement>('input[type=radio]');

/** Wakes the radio button beside each answer; its link then is only the button's words. */
function wakeRadios(form: HTMLFormElement): void {
  for (const radio of radiosOf(form)) {
    radio.hidden = false;
    radio.nextElementSibling?.removeAttribute('href');
  }
}

/** 「あなたの答え」: what was answered so far, each with a link back to its question. */
function answersSoFar({ base, questions, labels, words }: QuestionData, standing: Standing) {
  const rows = standing.trail.map(({ question, answer }) => {
    const change = link(stateHref(base, question, standing.sheet), words['question.change']);
    const label = words['question.change.label'].replace('{question}', questions[question] ?? '');
    change.setAttribute('aria-label', label);
    return element(
      'div',
      {},
      element('dt', {}, questions[question] ?? ''),
      element('dd', {}, labels[question]?.[answer] ?? '', ' ', change),
    );
  });
  return element(
    'section',
    { class: 'your-answers', 'aria-labelledby': 'your-answers' },
    element('h2', { id: 'your-answers' }, words['question.answers']),
    element('dl', {}, ...rows),
  );
}

function droppedNotice({ questions, words }: QuestionData, dropped: readonly string[]) {
  const items = dropped.map((id) => element('li', {}, questions[id] ?? ''));
  const text = element('p', {}, words['question.dropped']);
  return element('div', { class: 'notice', role: 'status' }, text, element('ul', {}, ...items));
}

function midwayNotice({ base, table, words }: QuestionData) {
  const first = link(stateHref(base, table.initial, {}), words['question.midway.link']);
  return element('p', { class: 'notice' }, words['question.midway'], ' ', first);
}

/** Says that nothing was chosen and how to go on; the title says so too, for screen readers. */
function showError(form: HTMLFormElement, { words }: QuestionData): void {
  const first = required<HTMLInputElement>('input[type=radio]', form);
  form.parentElement?.querySelector('.error-summary')?.remove();
  const remedy = link(`#${first.id}`, words['question.error.remedy']);
  const title = element('h2', {}, words['question.error.title']);
  const summary = element('div', { class: 'error-summary', tabindex: '-1' }, title, remedy);
  remedy.addEventListener('click', (click) => {
    click.preventDefault();
    first.focus();
  });
  form.before(summary);
  summary.focus();
  const prefix = `${words['question.error.title']}: `;
  if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
}

/** Reads where the person stands and puts the question there. */
function start(form: HTMLFormElement): QuestionHost {
  const question = form.dataset['question'] ?? '';
  const data = JSON.parse(required('#guide-data').textContent) as QuestionData;
  const standing = standingAt(data.table, question, readSheet(location.search));
  if (standing.dropped.length > 0) form.before(droppedNotice(data, standing.dropped));
  // What was marked before the script came stays, unless the address has an answer.
  const chosen = [...radiosOf(form)].find(({ value }) => value === standing.chosen);
  if (chosen) chosen.checked = true;
  const here = stateHref(data.base, question, standing.sheet);
  if (!standing.midway && here !== location.pathname + location.search) {
    history.replaceState(null, '', here);
  }
  return { data, question, standing, form, leave: destination };
}

/** Leads on to the next open question or to the outcome, or says that nothing was chosen. */
function leadOn({ data, question, standing, form, leave }: QuestionHost): void {
  const answer = new FormData(form).get(question);
  if (typeof answer !== 'string') {
    showError(form, data);
    return;
  }
  const { state, sheet, mark = '' } = leave(data.table, question, answer, standing);
  // Back returns to this question with the choice kept.
  const kept = { ...standing.sheet, [question]: answer };
  history.replaceState(null, '', stateHref(data.base, question, kept));
  location.assign(stateHref(data.base, state, sheet) + mark);
}

/** Shows the form, and beside it what was answered so far. */
function wake(host: QuestionHost): void {
  const { data, question, standing, form } = host;
  wakeRadios(form);
  required<HTMLElement>('.continue', form).hidden = false;
  if (standing.midway && question !== data.table.initial) form.after(midwayNotice(data));
  if (standing.trail.length > 0) required('.help-unknown').after(answersSoFar(data, standing));
}

/** Where a card was read in this tab, the assistant goes on from here. Without it nothing is missing. */
async function callAssistant(host: QuestionHost): Promise<void> {
  const [key = '', script = ''] = host.data.card ?? [];
  try {
    if (!sessionStorage.getItem(key)) return;
    const { assist } = (await import(/* @vite-ignore */ script)) as Assistant;
    await assist(host);
  } catch {
    // No storage, or no connection: every question is asked, as without a card.
  }
}

/** Done once the next frame is on its way to the screen. */
const framed = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/**
 * The answers are painted first, then one piece of work a frame, so that a press on a slow phone does not
 * wait for all of it. Only what the address's answers put before the form must be there when it shows, and
 * an answer sent in between finds the script ready.
 */
async function begin(): Promise<void> {
  const form = required<HTMLFormElement>('form[data-question]');
  let started: QuestionHost | undefined;
  const host = () => (started ??= start(form));
  form.addEventListener('submit', (submit) => {
    submit.preventDefault();
    leadOn(host());
  });
  if (location.search === '') await framed();
  host();
  await framed();
  wake(host());
  await framed();
  await callAssistant(host());
}

void begin();
