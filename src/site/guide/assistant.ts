// Floor: site, in the page. The assistant of a question page and of a map: lets the card that was read in this
// tab answer what it knows, shows which answers are the card's, and never overrules a person. Loaded
// late, and only where the tab holds a report (question-form.ts, map-path.ts).
import { factsOf } from '../../guidance/diagnosis/card-facts.ts';
import type { KeptReport } from '../../guidance/diagnosis/kept-report.ts';
import { assistedWay, marked, withoutCard } from '../../guidance/guides/assist.ts';
import { answersFrom } from '../../guidance/guides/card-answers.ts';
import { cardAnswersIn } from '../../guidance/guides/card-catalogue.ts';
import { type AnswerSheet, replay } from '../../guidance/guides/replay.ts';
import type { GuideTable } from '../../guidance/guides/table.ts';
import { rememberedReport, wipeReport } from '../card/memory.ts';
import { element } from '../element.ts';
import type { AssistKit, AssistWord } from '../islands/card-words.ts';
import { readSheet, stateHref } from './answer-sheet.ts';
import type { CardLink, QuestionData } from './guide-page.ts';
import type { MapData } from './map-path.ts';
import type { Destination, Standing } from './standing.ts';

/** The question page's script, as the assistant meets it. */
export interface QuestionHost {
  readonly data: QuestionData;
  readonly question: string;
  readonly standing: Standing;
  readonly form: HTMLFormElement;
  /** Where an answer leads; the assistant puts its own way in place. */
  leave: (table: GuideTable, question: string, answer: string, standing: Standing) => Destination;
}

interface Told {
  readonly report: KeptReport;
  readonly card: AnswerSheet;
  readonly say: (key: AssistWord, answer?: string) => string;
}

/** What the card in this tab answers in a guide; undefined when there is none, or it says nothing. */
async function listen(guide: string, link: CardLink | undefined): Promise<Told | undefined> {
  const report = rememberedReport();
  if (report === undefined || link === undefined) return undefined;
  const kit = (await (await fetch(link[2])).json()) as AssistKit;
  const card = answersFrom(cardAnswersIn(guide), factsOf(report, kit.rules));
  const say: Told['say'] = (key, answer = '') => kit.words[key].replace('{answer}', answer);
  return Object.keys(card).length > 0 ? { report, card, say } : undefined;
}

/** Lets the card answer on a question page. */
export async function assist(host: QuestionHost): Promise<void> {
  const { data, question, standing, form } = host;
  const { table, base } = data;
  const told = await listen(table.id, data.card);
  if (told === undefined) return;
  const { card, report } = told;
  // A sample's mark goes along to outcome pages, which run no script (Outcome.astro).
  const mark = report.sample ? '#sample' : '';

  const plain = host.leave;
  host.leave = (...asked) => {
    const [, at, answer, { midway, sheet }] = asked;
    if (midway) return { ...plain(...asked), mark };
    const answers = { ...sheet, [at]: answer };
    const way = assistedWay(table, answers, card);
    const isOutcome = table.outcomes.includes(way.state);
    return { state: way.state, sheet: isOutcome ? way.sheet : { ...answers, ...way.sheet }, mark };
  };

  let { chosen } = standing;
  if (!standing.midway && chosen === undefined && Object.hasOwn(card, question)) {
    const way = assistedWay(table, standing.sheet, card);
    if (way.state !== question) {
      location.replace(stateHref(base, way.state, way.sheet));
      return;
    }
    chosen = card[question];
    const radio = form.querySelector<HTMLInputElement>(`#answer-${chosen}`);
    if (radio) radio.checked = true;
    history.replaceState(null, '', stateHref(base, question, way.sheet));
  }
  showTrail(told, host);
  showHere(told, host, chosen);
  form.before(banner(told));
  const last = document.querySelector('.your-answers') ?? document.querySelector('.help-unknown');
  last?.after(element('p', {}, wiper(told, host)));
}

/** Marks the rows of 「あなたの答え」 that are the card's, and those where it says otherwise. */
function showTrail({ card, say }: Told, { data, standing }: QuestionHost): void {
  const rows = document.querySelectorAll('.your-answers dd');
  marked(standing.trail, card).forEach(({ question, by, says }, index) => {
    const row = rows[index];
    if (by === 'card') row?.firstChild?.after(' ', element('small', {}, say('assist.by-card')));
    if (says !== undefined) {
      const answer = data.labels[question]?.[says] ?? says;
      row?.append(element('p', {}, say('assist.conflict', answer)));
    }
  });
}

/** Says what the card knows of the question that is open. */
function showHere({ card, say }: Told, { data, question, form }: QuestionHost, chosen?: string) {
  const says = Object.hasOwn(card, question) ? card[question] : undefined;
  if (says === undefined) return;
  const answer = data.labels[question]?.[says] ?? says;
  const words =
    chosen === says
      ? say('assist.here')
      : say(chosen === undefined ? 'assist.hint' : 'assist.conflict', answer);
  form.querySelector('.answers')?.before(element('p', { class: 'hint' }, words));
}

/** Says that a card is at work, and that it is nobody's when it is a sample. */
function banner({ report, say }: Told) {
  const mark = report.sample ? [element('b', {}, say('sample.mark')), ' ', say('sample.note')] : [];
  return element('p', { class: 'notice' }, ...mark, ' ', say('assist.title'));
}

/** The button that forgets the card and leaves the person's own answers. */
function wiper({ card, say }: Told, { data, standing, question }: QuestionHost) {
  const wipe = element('button', { class: 'button' }, say('button.wipe'));
  wipe.type = 'button';
  wipe.addEventListener('click', () => {
    wipeReport();
    const left = withoutCard(marked(standing.trail, card));
    const { state } = assistedWay(data.table, left, {});
    const isOutcome = data.table.outcomes.includes(state);
    location.assign(stateHref(data.base, isOutcome ? question : state, left));
  });
  return wipe;
}

/** Shows on a guide's map the way that the card takes, after the answers in the address. */
export async function assistMap(
  { table, words, card: link }: MapData,
  mark: (selector: string, words: string) => void,
): Promise<void> {
  const told = await listen(table.id, link);
  if (told === undefined) return;
  const { card, say, report } = told;
  const { steps, at } = replay(table, { ...card, ...readSheet(location.search) });
  for (const { question, answer, by } of marked(steps, card)) {
    mark(`[data-on~="${question}.${answer}"]`, by === 'card' ? say('assist.map') : words.yours);
    mark(`[data-state="${question}"]`, '');
  }
  mark(`[data-state="${at}"]`, words.reached);
  if (report.sample) {
    document
      .querySelector('.map')
      ?.before(
        element(
          'p',
          { class: 'notice' },
          element('b', {}, say('sample.mark')),
          ' ',
          say('sample.note'),
        ),
      );
  }
}
