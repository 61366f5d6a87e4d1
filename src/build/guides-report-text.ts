// Floor: build. Writes the guides' report as a table for the console and as CSV for a spreadsheet.
import type { GuideReport } from '../guidance/guides/report.ts';
import type { Step } from '../guidance/guides/replay.ts';
import type { EditorWord, Words } from '../guidance/knowledge/words.ts';
import type { GuideWords } from './guides-words.ts';

export interface SaidReport {
  readonly report: GuideReport;
  readonly words: GuideWords;
}

type Rows = readonly (readonly string[])[];

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns a text takes in a terminal: two for a Japanese character. */
const columns = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);

/** Rows as columns of equal width; a number stands at the right. */
export function tableText(rows: Rows): string {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, index) => Math.max(most[index] ?? 0, columns(cell))),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, index) => {
          const gap = ' '.repeat((widths[index] ?? 0) - columns(cell));
          return /^[\d.]+$/.test(cell) ? gap + cell : cell + gap;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** CSV as spreadsheets in Japan open it without asking: UTF-8 with a mark, CRLF. */
export const csvText = (rows: Rows): string =>
  `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

const csvCell = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** One row a guide. */
export function summaryRows(said: readonly SaidReport[], say: Words<EditorWord>): Rows {
  const head = ['guide', 'questions', 'outcomes', 'paths', 'longest', 'mean'] as const;
  return [
    head.map((key) => say(`guides.report.${key}`)),
    ...said.map(({ report }) => [
      report.guide,
      String(report.questions),
      String(report.outcomes.length),
      String(report.paths),
      String(report.longest),
      report.mean.toFixed(1),
    ]),
  ];
}

/** One row a situation: where it leads, how many questions, then question and answer in turn. */
export function situationRows({ report, words }: SaidReport, say: Words<EditorWord>): Rows {
  const head = ['outcome', 'heading', 'length'] as const;
  const answers = Array.from({ length: report.longest }, (_, index) => [
    `${say('guides.report.questions')} ${index + 1}`,
    `${say('guides.report.situation')} ${index + 1}`,
  ]).flat();
  const rows = report.outcomes.flatMap(({ outcome, situations }) =>
    situations.map((steps) => [
      outcome,
      words.heading(outcome),
      String(steps.length),
      ...steps.flatMap(({ question, answer }) => [
        words.heading(question),
        words.label(question, answer),
      ]),
      ...Array.from({ length: 2 * (report.longest - steps.length) }, () => ''),
    ]),
  );
  return [[...head.map((key) => say(`guides.report.${key}`)), ...answers], ...rows];
}

/** The answers of a situation in one line. */
export const situationText = (
  steps: readonly Step[],
  words: GuideWords,
  say: Words<EditorWord>,
): string =>
  steps
    .map(({ question, answer }) => words.label(question, answer))
    .join(say('guides.report.arrow'));

/** Every outcome of a guide with its situations. */
export function outcomesText({ report, words }: SaidReport, say: Words<EditorWord>): string {
  const blocks = report.outcomes.map(({ outcome, situations }) => {
    const heading = words.heading(outcome);
    const rows = situations.map((steps) => [
      '  ',
      String(steps.length),
      situationText(steps, words, say),
    ]);
    const title = say('guides.report.situations', { heading, outcome, count: situations.length });
    return [title, ...(rows.length > 0 ? [tableText(rows)] : [])].join('\n');
  });
  return [say('guides.diff.guide', { guide: words.title }), ...blocks].join('\n\n');
}
