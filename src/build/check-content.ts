// The command `npm run check:content`: says in Japanese what an editor should mend, and where.
import { contentRoot, editorWords } from '../guidance/knowledge/catalogue.ts';
import { todayInJapan } from '../guidance/knowledge/facts.ts';
import { checkContent, problemText } from './content-check/check.ts';

const root = contentRoot();
const say = editorWords(root);
const { problems, warnings, counts } = checkContent(root, todayInJapan(new Date()));

for (const warning of warnings) console.warn(problemText(warning, say, 'report.warning'));
for (const problem of problems) console.error(problemText(problem, say, 'report.problem'));
if (problems.length > 0) {
  console.error(say('report.found', { count: problems.length }));
  process.exitCode = 1;
} else {
  console.log(say('report.fine', counts));
}
