// Floor: dates. A calendar file (iCalendar, RFC 5545) with all-day reminders. It holds the days and
// what they are, nothing about the person; it is made in memory and knows neither file nor clock.
import { dayAfter, type JapanDay } from './japan-day.ts';

export interface Reminder {
  /** Kind of the day: the same kind and day imported again replaces itself instead of doubling. */
  readonly id: string;
  readonly day: JapanDay;
  /** How many days before the alarm comes: 0 on the day itself. */
  readonly daysAhead: number;
  readonly summary: string;
  readonly description: string;
}

/** A line may have 75 octets without its break (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** The file's text. `madeAt` is the instant it is made. */
export function calendarFile(reminders: readonly Reminder[], madeAt: Date): string {
  const stamp = madeAt.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//jpki-help//dates//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...reminders.flatMap((reminder) => eventLines(reminder, stamp)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function eventLines(
  { id, day, daysAhead, summary, description }: Reminder,
  stamp: string,
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}-${compact(day)}@jpki-help.invalid`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:${trigger(daysAhead)}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** Nine in the morning, counted from the midnight at which the day begins. */
const trigger = (daysAhead: number): string =>
  daysAhead === 0 ? 'PT9H' : `-P${daysAhead - 1}DT15H`;

const compact = (day: JapanDay): string => day.replaceAll('-', '');

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n?|\n/g, String.raw`\n`);

/** Folds a long line between characters, never within one: continuation lines start with a space. */
function folded(line: string): string {
  const octets = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const { length } = octets.encode(character);
    if (size + length > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += character;
    size += length;
  }
  return [...parts, part].join('\r\n');
}
