import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile, type Reminder } from '../../../src/guidance/dates/calendar-file.ts';
import { anyDay } from './days.ts';

const MADE = new Date('2026-11-22T03:04:05.678Z');
const END: Reminder = {
  id: 'certificate',
  day: '2028-02-29',
  daysAhead: 7,
  summary: '電子証明書の期限の日',
  description: '計算した日です。',
};

const unfold = (file: string) => file.replaceAll('\r\n ', '');

describe('the calendar file', () => {
  it('holds an all-day event a reminder', () => {
    expect(unfold(calendarFile([END], MADE)).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//jpki-help//dates//JA',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:certificate-20280229@jpki-help.invalid',
      'DTSTAMP:20261122T030405Z',
      'DTSTART;VALUE=DATE:20280229',
      'DTEND;VALUE=DATE:20280301',
      'SUMMARY:電子証明書の期限の日',
      'DESCRIPTION:計算した日です。',
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:電子証明書の期限の日',
      'TRIGGER:-P6DT15H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('rings at nine on the day itself when asked to', () => {
    expect(calendarFile([{ ...END, daysAhead: 0 }], MADE)).toContain('\r\nTRIGGER:PT9H\r\n');
  });

  it('escapes what would end a value', () => {
    const file = calendarFile([{ ...END, summary: 'a,b;c\\d\ne\r\nBEGIN:VEVENT' }], MADE);
    expect(unfold(file)).toContain(String.raw`SUMMARY:a\,b\;c\\d\ne\nBEGIN:VEVENT`);
    expect(file.match(/^BEGIN:VEVENT$/gm)).toHaveLength(1);
  });

  it('keeps every line within 75 octets and ends it with CRLF, without cutting a character', () => {
    const octets = new TextEncoder();
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            id: fc.constantFrom('card', 'notice'),
            day: anyDay('2016-01-01', '2060-12-31'),
            daysAhead: fc.integer({ min: 0, max: 30 }),
            summary: fc.string({ unit: 'grapheme', maxLength: 200 }),
            description: fc
              .array(fc.constantFrom('電子', '証明書', 'a', '𠮷', '👩‍👧', ',', '\n'), {
                maxLength: 90,
              })
              .map((parts) => parts.join('')),
          }),
          { maxLength: 4 },
        ),
        (reminders) => {
          const file = calendarFile(reminders, MADE);
          expect(file.endsWith('\r\n')).toBe(true);
          expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          for (const line of file.split('\r\n')) {
            expect(octets.encode(line).length).toBeLessThanOrEqual(75);
          }
          for (const { description } of reminders) {
            expect(unfold(file)).toContain(
              description.replaceAll(',', String.raw`\,`).replaceAll('\n', String.raw`\n`),
            );
          }
        },
      ),
    );
  });
});
