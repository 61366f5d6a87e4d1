// Floor: site. What a guide's pages need beside their own words: the guide's table, and its texts
// by state. Runs at build time.
import { CARD_ANSWERS } from '../../guidance/guides/card-catalogue.ts';
import { GUIDES } from '../../guidance/guides/catalogue.ts';
import { reachable } from '../../guidance/guides/paths.ts';
import { tableOf, type GuideTable } from '../../guidance/guides/table.ts';
import type { Knowledge } from '../../guidance/knowledge/knowledge.ts';
import { plainText } from '../../guidance/knowledge/references.ts';
import type { SiteWord, Words } from '../../guidance/knowledge/words.ts';
import { CARD_REPORT } from '../card/memory.ts';
import { questionsInOrder, questionText, type GuideEntry } from '../collections.ts';
import { assistKit, lateScript } from '../late.ts';
import { localHref, localePaths } from '../locale.ts';

export const GUIDE_TABLES: readonly GuideTable[] = GUIDES.map(tableOf);

/** Routes of one page per guide, in every language. */
export const guidePaths = () =>
  localePaths().flatMap(({ params, props }) =>
    GUIDE_TABLES.map((table) => ({
      params: { ...params, guide: table.id },
      props: { ...props, table },
    })),
  );

const statePaths = (param: string, statesOf: (table: GuideTable) => readonly string[]) => () =>
  guidePaths().flatMap(({ params, props }) =>
    statesOf(props.table).map((state) => ({
      params: { ...params, [param]: state },
      props: { ...props, state },
    })),
  );

// Two routes, so that a question carries nothing of an outcome and an outcome no script.
/** Routes of one page per question, in every language. */
export const questionPaths = statePaths('question', ({ transitions }) => Object.keys(transitions));

/** Routes of one page per outcome, in every language. */
export const outcomePaths = statePaths('outcome', ({ outcomes }) => outcomes);

/** Where a state's page stands: all guides, its guide. */
export const stateSteps = (table: GuideTable, guide: string, say: Words) => [
  { href: '/guides/', label: say('nav.guides') },
  { href: `/guides/${table.id}/`, label: guide },
];

/** For a guide's script: the report's key in the tab, the assistant's address, what that is given. */
export type CardLink = readonly [key: string, script: string, kit: string];

/** For guides that a card can answer for; the others carry nothing of it. */
export const cardLink = (guide: string, knowledge: Knowledge): { card?: CardLink } =>
  Object.hasOwn(CARD_ANSWERS, guide)
    ? { card: [CARD_REPORT, lateScript('assistant'), assistKit(knowledge).href] }
    : {};

/** What is written into a question page for its script: the guide as a small table, with labels. */
export interface QuestionData {
  readonly table: GuideTable;
  /** Address of the guide, ending in `/`; a state's page is right below it. */
  readonly base: string;
  readonly questions: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly words: Readonly<Record<ScriptWord, string>>;
  readonly card?: CardLink;
}

const SCRIPT_WORDS = [
  'question.answers',
  'question.change',
  'question.change.label',
  'question.dropped',
  'question.midway',
  'question.midway.link',
  'question.error.title',
  'question.error.remedy',
] as const satisfies readonly SiteWord[];

type ScriptWord = (typeof SCRIPT_WORDS)[number];

export function questionData(
  table: GuideTable,
  texts: ReadonlyMap<string, GuideEntry>,
  knowledge: Knowledge,
  state: string,
): QuestionData {
  const ids = questionsInOrder(table);
  // Only answers given before, and the page's own, can stand under 「あなたの答え」.
  const before = ids.filter((id) => reachable({ ...table, initial: id }).has(state));
  const plain = (text: string) => plainText(text, knowledge);
  return {
    ...cardLink(table.id, knowledge),
    table,
    base: localHref(knowledge.locale, `/guides/${table.id}/`),
    questions: Object.fromEntries(ids.map((id) => [id, plain(questionText(texts, id).question)])),
    labels: Object.fromEntries(before.map((id) => [id, labelsOf(texts, id, plain)])),
    words: Object.fromEntries(
      // The script fills in {question} itself.
      SCRIPT_WORDS.map((key) => [key, knowledge.say(key, { question: '{question}' })]),
    ) as Record<ScriptWord, string>,
  };
}

function labelsOf(
  texts: ReadonlyMap<string, GuideEntry>,
  id: string,
  plain: (text: string) => string,
): Record<string, string> {
  const { answers } = questionText(texts, id);
  return Object.fromEntries(
    Object.entries(answers).map(([answer, { label }]) => [answer, plain(label)]),
  );
}
