// Floor: build. Rules about guides: the statechart leads everywhere it should, and every state has
// its words, every answer its label, every outcome all its parts.
import type { ContentFiles } from '../../guidance/knowledge/content-files.ts';
import type { Problem } from '../../guidance/knowledge/problem.ts';
import {
  guideTextSchema,
  outcomeTextSchema,
  questionTextSchema,
  type GuideText,
  type OutcomeText,
  type QuestionText,
} from '../../guidance/knowledge/schemas.ts';
import { OUTCOME_PARTS } from '../../guidance/guides/parts.ts';
import { reachable } from '../../guidance/guides/paths.ts';
import type { GuideTable } from '../../guidance/guides/table.ts';
import type { Words } from '../../guidance/knowledge/words.ts';
import { at, relatedProblems, sourceProblems } from './faq-rules.ts';
import { markdownIn, readTextFile, type TextFile } from './text-files.ts';

/** Problems of the statechart itself, addressed to its machine. */
export function chartProblems(table: GuideTable): Problem[] {
  const states = new Set([...Object.keys(table.transitions), ...table.outcomes]);
  const reached = reachable(table);
  const file = `guides: ${table.id}`;
  const problems: Problem[] = [];
  for (const [state, answers] of Object.entries(table.transitions)) {
    for (const [answer, target] of Object.entries(answers)) {
      if (states.has(target)) continue;
      problems.push({
        code: 'answer-without-target',
        file,
        field: `${state}.${answer}`,
        values: { state, answer },
      });
    }
    if (!leadsOut(table, state)) {
      problems.push({ code: 'dead-end', file, field: state, values: { state } });
    }
  }
  for (const state of states) {
    if (reached.has(state)) continue;
    problems.push({ code: 'unreachable-state', file, field: state, values: { state } });
  }
  return problems;
}

const leadsOut = (table: GuideTable, state: string): boolean =>
  [...reachable({ ...table, initial: state })].some((id) => table.outcomes.includes(id));

interface Known {
  readonly root: string;
  readonly locale: string;
  readonly files: ContentFiles;
  readonly slugs: ReadonlySet<string>;
  readonly say: Words;
}

/** Reads and checks all texts of one guide. */
export function guideTexts(
  table: GuideTable,
  known: Known,
  problems: Problem[],
): TextFile<object>[] {
  const folder = `guides/${known.locale}/${table.id}`;
  const expected = ['index', ...Object.keys(table.transitions), ...table.outcomes];
  const present = new Set(markdownIn(known.root, folder).map((name) => name.replace(/\.md$/, '')));
  for (const state of present) {
    if (expected.includes(state)) continue;
    const values = { guide: table.id, state };
    problems.push({
      code: 'stray-state-text',
      file: `${folder}/${state}.md`,
      line: 1,
      field: '-',
      values,
    });
  }
  return expected.flatMap((state) => {
    const file = `${folder}/${state}.md`;
    if (!present.has(state)) {
      problems.push({ code: 'missing-state-text', file, line: 1, field: '-', values: { state } });
      return [];
    }
    const text = readState(table, state, file, known, problems);
    return text ? [text] : [];
  });
}

function readState(
  table: GuideTable,
  state: string,
  file: string,
  known: Known,
  problems: Problem[],
): TextFile<object> | undefined {
  if (state === 'index') {
    const text = readTextFile(known.root, file, guideTextSchema, problems);
    if (text) problems.push(...pauseProblems(text, table.id));
    return text;
  }
  if (table.outcomes.includes(state)) {
    const text = readTextFile(known.root, file, outcomeTextSchema, problems);
    if (text) problems.push(...outcomeProblems(text, known));
    return text;
  }
  const text = readTextFile(known.root, file, questionTextSchema, problems);
  if (text) problems.push(...questionProblems(text, Object.keys(table.transitions[state] ?? {})));
  return text;
}

/** A paused guide asks nothing, so it must say where to go instead. */
const pauseProblems = (text: TextFile<GuideText>, guide: string): Problem[] =>
  text.data.status === 'paused' && text.data.official === undefined
    ? [at(text, 'paused-without-official', ['status'], { guide })]
    : [];

/** The answers of the words are those of the statechart, and 「わからない」 is helped. */
function questionProblems(text: TextFile<QuestionText>, answers: readonly string[]): Problem[] {
  const state = text.id;
  const labelled = Object.keys(text.data.answers);
  return [
    ...answers
      .filter((answer) => !labelled.includes(answer))
      .map((answer) => at(text, 'missing-answer-label', ['answers'], { answer })),
    ...labelled
      .filter((answer) => !answers.includes(answer))
      .map((answer) => at(text, 'stray-answer-label', ['answers', answer], { state, answer })),
    ...(text.body.trim() === ''
      ? [at(text, 'empty-section', [], { title: text.data.question })]
      : []),
  ];
}

/** The `## ` sections are the parts of an outcome: all there, in order, none empty, none else. */
function outcomeProblems(text: TextFile<OutcomeText>, known: Known): Problem[] {
  const titles = OUTCOME_PARTS.map((part) => known.say(`outcome.${part}`));
  const sections = sectionsOf(text);
  const found = sections.map(({ title }) => title);
  const list = titles.join(' / ');
  const problem = (code: Problem['code'], line: number, title: string): Problem => ({
    code,
    file: text.file,
    line,
    field: title,
    values: { title, known: list },
  });
  const missing = titles.filter((title) => !found.includes(title));
  const stray = sections.filter(({ title }) => !titles.includes(title));
  const inOrder = titles.filter((title) => found.includes(title)).join() === found.join();
  return [
    ...missing.map((title) => problem('missing-section', text.bodyLine, title)),
    ...stray.map(({ title, line }) => problem('stray-section', line, title)),
    ...(inOrder || stray.length > 0
      ? []
      : [problem('section-order', text.bodyLine, found.join(' / '))]),
    ...sections
      .filter(({ empty }) => empty)
      .map(({ title, line }) => problem('empty-section', line, title)),
    ...relatedProblems(text, known.slugs),
    ...sourceProblems(text, known.files),
  ];
}

interface Section {
  readonly title: string;
  readonly line: number;
  empty: boolean;
}

function sectionsOf({ body, bodyLine }: TextFile<unknown>): Section[] {
  const sections: Section[] = [];
  for (const [index, text] of body.split('\n').entries()) {
    const title = /^## +(.+?) *$/.exec(text)?.[1];
    const last = sections.at(-1);
    if (title) sections.push({ title, line: bodyLine + index, empty: true });
    else if (last && text.trim() !== '') last.empty = false;
  }
  return sections;
}
