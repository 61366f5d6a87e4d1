// Floor: office. The shape of content/office/<code>.yaml and content/stops.yaml: all that a city says
// about its counter, without touching code.
import { z } from 'astro/zod';

const line = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date(),
);
const clock = z.string().regex(/^(([01]?\d|2[0-3]):[0-5]\d|24:00)$/);
/** A day of every year, MM-DD. */
const yearlyDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const phone = z.string().regex(/^\+?\d+(-\d+)+$/);

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const dayRuleShape = {
  days: z.array(z.enum(WEEKDAYS)).min(1),
  /** Only these of the month: 1 is the first such weekday, 5 the fifth. */
  nth: z.array(z.number().int().min(1).max(5)).min(1).optional(),
  /** Not that day itself but so many days after it. */
  after: z.number().int().min(1).max(6).optional(),
};

export const dayRuleSchema = z.strictObject(dayRuleShape);

export const hoursSchema = z.strictObject({
  open: z
    .array(
      z.strictObject({
        ...dayRuleShape,
        from: clock,
        to: clock,
        /** Open on these days even when they are public holidays. */
        holidays: z.boolean().optional(),
      }),
    )
    .min(1),
  closed: z
    .strictObject({
      holidays: z.boolean().optional(),
      yearEnd: z.strictObject({ from: yearlyDay, to: yearlyDay }).optional(),
      days: z.array(dayRuleSchema).optional(),
      dates: z.array(z.strictObject({ from: day, to: day.optional(), why: line })).optional(),
    })
    .optional(),
});

export const officeSchema = z.strictObject({
  name: line,
  /** A made-up office that shows how to write one; pages say so. */
  sample: z.boolean().optional(),
  counters: z
    .array(
      z.strictObject({
        name: line,
        place: line.optional(),
        phone: phone.optional(),
        languages: z.array(line).min(1).optional(),
      }),
    )
    .min(1),
  phone: phone.optional(),
  hours: hoursSchema,
  map: z.url().optional(),
  /** First values of a help screen's settings; staff can change them on the screen. */
  screen: z
    .strictObject({
      print: z.boolean().exactOptional(),
      idleSeconds: z.number().int().min(30).max(600).exactOptional(),
      warnSeconds: z.number().int().min(20).max(300).exactOptional(),
      guides: z.array(id).min(1).exactOptional(),
    })
    .optional(),
  source: z.strictObject({ title: line, url: z.url().optional() }),
  checked: day,
  until: day,
});

/** Days on which no counter in Japan can do anything with certificates, by the fact that says so. */
export const stopSchema = z.strictObject({
  /** Id of the fact with source and checked date. */
  fact: id,
  rule: dayRuleSchema,
});

export type Weekday = (typeof WEEKDAYS)[number];
export type DayRule = z.infer<typeof dayRuleSchema>;
export type Hours = z.infer<typeof hoursSchema>;
export type OfficeText = z.infer<typeof officeSchema>;
export type Stop = z.infer<typeof stopSchema>;
