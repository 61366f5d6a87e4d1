// Floor: build. Rules about facts, sources and the short lists: every fact has a name, a source and
// hours that exist; a fact past its day warns.
import { isPast } from '../../guidance/knowledge/facts.ts';
import type { ContentFiles } from '../../guidance/knowledge/content-files.ts';
import type { Problem } from '../../guidance/knowledge/problem.ts';

export function factProblems(files: ContentFiles, locale: string): Problem[] {
  const problems: Problem[] = [];
  for (const [id, { value: fact, file, line }] of files.facts) {
    const at = { file, line };
    if (!files.sources.has(fact.source)) {
      problems.push({
        code: 'unknown-source',
        ...at,
        field: `${id}.source`,
        values: { id: fact.source },
      });
    }
    if (fact.kind === 'phone' && fact.hours !== undefined) {
      const hours = files.facts.get(fact.hours)?.value;
      if (hours?.kind !== 'hours') {
        problems.push({
          code: 'unknown-hours',
          ...at,
          field: `${id}.hours`,
          values: { id: fact.hours },
        });
      }
    }
    const text = files.factTexts.get(id)?.value;
    if (!text) {
      problems.push({ code: 'missing-label', ...at, field: id, values: { id, locale } });
    } else if (fact.kind === 'words' && !text.items) {
      problems.push({ code: 'missing-items', ...at, field: id, values: { id, locale } });
    }
  }
  for (const [id, { file, line }] of files.factTexts) {
    if (!files.facts.has(id)) {
      problems.push({ code: 'stray-label', file, line, field: id, values: { id } });
    }
  }
  return problems;
}

/** Facts whose review day has passed: not an error, but the editor should look. */
export const staleFacts = (files: ContentFiles, today: string): Problem[] =>
  [...files.facts]
    .filter(([, { value }]) => isPast(value, today))
    .map(([id, { value, file, line }]) => ({
      code: 'stale-fact',
      file,
      line,
      field: `${id}.until`,
      values: { id, until: value.until },
    }));
