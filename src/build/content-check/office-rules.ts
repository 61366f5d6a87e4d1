// Floor: build. Rules about offices: what they and content/site.yaml point at exists, spans run
// forwards, days exist; an office past its day warns.
import { minutes } from '../../guidance/office/day-plan.ts';
import type { OfficeFiles, Placed } from '../../guidance/office/office.ts';
import type { OfficeText } from '../../guidance/office/schema.ts';
import { daysInMonth } from '../../guidance/dates/japan-day.ts';
import type { GuideTable } from '../../guidance/guides/table.ts';
import type { ContentFiles } from '../../guidance/knowledge/content-files.ts';
import type { Problem, ProblemCode } from '../../guidance/knowledge/problem.ts';

export function officeProblems(
  { offices, stops, problems }: OfficeFiles,
  files: ContentFiles,
  tables: readonly GuideTable[],
): Problem[] {
  const guides = new Set(tables.map(({ id }) => id));
  const { office } = files.site;
  // An office whose file is there but unreadable has had its own problem named already.
  const isThere =
    office === undefined ||
    offices.has(office) ||
    problems.some(({ file }) => file === `office/${office}.yaml`);
  return [
    ...problems,
    ...(isThere
      ? []
      : [
          {
            code: 'unknown-office' as const,
            file: 'site.yaml',
            field: 'office',
            values: { id: office },
          },
        ]),
    ...stops.flatMap((stop) =>
      files.facts.has(stop.value.fact)
        ? []
        : [problemAt(stop, 'unknown-fact', ['fact'], { id: stop.value.fact })],
    ),
    ...[...offices.values()].flatMap((placed) => [
      ...spanProblems(placed),
      ...yearEndProblems(placed),
      ...guideProblems(placed, guides),
    ]),
  ];
}

/** Offices whose review day has passed: not an error, but the editor should look. */
export const staleOffices = ({ offices }: OfficeFiles, today: string): Problem[] =>
  [...offices].flatMap(([id, placed]) =>
    placed.value.until < today
      ? [problemAt(placed, 'stale-office', ['until'], { id, until: placed.value.until })]
      : [],
  );

function spanProblems(placed: Placed<OfficeText>): Problem[] {
  const { open, closed } = placed.value.hours;
  return [
    ...open.flatMap(({ from, to }, index) =>
      minutes(from) < minutes(to)
        ? []
        : [problemAt(placed, 'office-span', ['hours', 'open', index], { from, to })],
    ),
    ...(closed?.dates ?? []).flatMap(({ from, to = from }, index) =>
      from <= to
        ? []
        : [problemAt(placed, 'office-span', ['hours', 'closed', 'dates', index], { from, to })],
    ),
  ];
}

function yearEndProblems(placed: Placed<OfficeText>): Problem[] {
  return Object.entries(placed.value.hours.closed?.yearEnd ?? {}).flatMap(([key, day]) => {
    const [month = 0, date = 0] = day.split('-').map(Number);
    // Any leap year: 29 February is a day of some years.
    return date <= daysInMonth(2028, month)
      ? []
      : [problemAt(placed, 'office-day', ['hours', 'closed', 'yearEnd', key], { day })];
  });
}

const guideProblems = (placed: Placed<OfficeText>, guides: ReadonlySet<string>): Problem[] =>
  (placed.value.screen?.guides ?? []).flatMap((id, index) =>
    guides.has(id) ? [] : [problemAt(placed, 'unknown-guide', ['screen', 'guides', index], { id })],
  );

const problemAt = (
  { file, lineOf }: Placed<unknown>,
  code: ProblemCode,
  path: readonly PropertyKey[],
  values: Record<string, string>,
): Problem => ({ code, file, line: lineOf(path), field: path.join('.'), values });
