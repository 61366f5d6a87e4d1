// Floor: office, top room. Reads the offices under content/ and joins one with the calendar it needs.
// Runs in Node at build time only; never throws on what an editor wrote.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'astro/zod';
import { contentRoot } from '../knowledge/catalogue.ts';
import type { Located } from '../knowledge/content-files.ts';
import type { Problem } from '../knowledge/problem.ts';
import { parseYaml } from '../knowledge/yaml-file.ts';
import { type JapanDay, daysAfter, numbersOf } from '../dates/japan-day.ts';
import type { Calendar } from './day-plan.ts';
import { holidaysBetween } from './holidays.ts';
import { officeSchema, stopSchema, type OfficeText, type Stop } from './schema.ts';

/** One entry, with the line of any value in it. */
export interface Placed<T> extends Located<T> {
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

export interface OfficeFiles {
  /** By code: the file's name. */
  readonly offices: ReadonlyMap<string, Placed<OfficeText>>;
  readonly stops: readonly Placed<Stop>[];
  readonly problems: readonly Problem[];
}

/** An office as pages use it. */
export interface Office extends OfficeText {
  readonly code: string;
  readonly calendar: Calendar;
  /** Ids of the facts that say on which days the national systems stand still. */
  readonly stopFacts: readonly string[];
}

/** Reads every office and the national stops. */
export function readOffices(root: string): OfficeFiles {
  const problems: Problem[] = [];
  const offices = new Map<string, Placed<OfficeText>>();
  for (const name of yamlIn(root, 'office')) {
    const [office] = read(root, `office/${name}`, officeSchema, problems, false);
    if (office) offices.set(name.replace(/\.yaml$/, ''), office);
  }
  // A city's own content folder need not repeat what holds for the whole country.
  const stopsRoot = existsSync(path.join(root, 'stops.yaml')) ? root : path.resolve('content');
  return { offices, stops: read(stopsRoot, 'stops.yaml', stopSchema, problems, true), problems };
}

const yamlIn = (root: string, folder: string): string[] => {
  const at = path.join(root, folder);
  return existsSync(at) ? readdirSync(at).filter((name) => name.endsWith('.yaml')) : [];
};

function read<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
  problems: Problem[],
  isList: boolean,
): Placed<T>[] {
  const at = path.join(root, file);
  if (!existsSync(at)) return [];
  const parsed = parseYaml(readFileSync(at, 'utf8'));
  for (const { line, message } of parsed.errors) {
    problems.push({ code: 'not-yaml', file, line, field: '-', values: { message } });
  }
  if (parsed.errors.length > 0) return [];
  const entries = isList ? ((parsed.data ?? []) as unknown[]) : [parsed.data ?? {}];
  return entries.flatMap((raw, index): Placed<T>[] => {
    const lineOf = (inside: readonly PropertyKey[]) =>
      parsed.lineOf(isList ? [index, ...inside] : inside);
    const result = schema.safeParse(raw);
    if (result.success) return [{ value: result.data, file, line: lineOf([]), lineOf }];
    for (const { path: inside, message } of result.error.issues) {
      const field = inside.join('.') || '-';
      problems.push({ code: 'schema', file, line: lineOf(inside), field, values: { message } });
    }
    return [];
  });
}

/** The office of a code; undefined when there is none. `today` is the day of the build in Japan. */
export function officeOf(code: string, today: JapanDay, root = contentRoot()): Office | undefined {
  const { offices, stops } = readOffices(root);
  const found = offices.get(code)?.value;
  if (!found) return undefined;
  const rules = stops.map(({ value }) => value.rule);
  const stopFacts = stops.map(({ value }) => value.fact);
  return { ...found, code, calendar: calendarFrom(today, rules), stopFacts };
}

/** All offices, for a screen on which staff choose one. */
export const allOffices = (today: JapanDay, root = contentRoot()): Office[] =>
  [...readOffices(root).offices.keys()].flatMap((code) => officeOf(code, today, root) ?? []);

/**
 * From a week before the build to the end of the year after it: holidays later than that have not
 * been announced (the Cabinet Office names those of a year in the February before).
 */
export function calendarFrom(today: JapanDay, stops: Calendar['stops']): Calendar {
  const from = daysAfter(today, -7);
  const to: JapanDay = `${numbersOf(today).year + 1}-12-31`;
  return { from, to, holidays: holidaysBetween(from, to), stops };
}
