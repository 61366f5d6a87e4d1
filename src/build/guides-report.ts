// The command `npm run guides:report -- [guide …] [--csv <dir>]`: for each guide the paths, their
// lengths, and every outcome with the situations that lead to it; as text and, if asked, as CSV.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { GUIDES } from '../guidance/guides/catalogue.ts';
import { reportOf } from '../guidance/guides/report.ts';
import { tableOf } from '../guidance/guides/table.ts';
import { contentRoot, DEFAULT_LOCALE, editorWords } from '../guidance/knowledge/catalogue.ts';
import { knowledgeOf } from '../guidance/knowledge/knowledge.ts';
import {
  csvText,
  outcomesText,
  situationRows,
  summaryRows,
  tableText,
  type SaidReport,
} from './guides-report-text.ts';
import { guideWords } from './guides-words.ts';

const say = editorWords();
const tables = GUIDES.map(tableOf);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { csv: { type: 'string' } },
      allowPositionals: true,
    });
    return { csv: values.csv, ids: positionals };
  } catch {
    return undefined;
  }
}

function writeCsv(folder: string, said: readonly SaidReport[]): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    console.log(say('guides.report.written', { file }));
  };
  write('guides.csv', csvText(summaryRows(said, say)));
  for (const one of said) write(`${one.report.guide}.csv`, csvText(situationRows(one, say)));
}

function run(): number {
  const asked = readArguments();
  if (!asked) {
    console.error(say('guides.report.usage'));
    return 2;
  }
  const known = tables.map(({ id }) => id);
  const stranger = asked.ids.find((id) => !known.includes(id));
  if (stranger !== undefined) {
    console.error(say('guides.report.unknown', { id: stranger, known: known.join(', ') }));
    return 2;
  }
  const knowledge = knowledgeOf(DEFAULT_LOCALE);
  const said = tables
    .filter(({ id }) => asked.ids.length === 0 || asked.ids.includes(id))
    .map((table) => ({
      report: reportOf(table),
      words: guideWords(table, contentRoot(), knowledge),
    }));
  for (const one of said) console.log(`${outcomesText(one, say)}\n`);
  console.log(`${say('guides.report.summary')}\n${tableText(summaryRows(said, say))}`);
  if (asked.csv !== undefined) writeCsv(asked.csv, said);
  return 0;
}

process.exitCode = run();
