// Floor: knowledge. The shape of everything an editor writes under content/.
// Used by Astro's collections (src/content.config.ts), by the content check and by tests alike.
import { z } from 'astro/zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
// YAML 1.1 readers (Astro's) turn an unquoted date into a Date at UTC midnight; YAML 1.2 does not.
const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date(),
);
const clock = z.string().regex(/^([01]?\d|2[0-4]):[0-5]\d$/);
const line = z.string().trim().min(1);

const provenance = {
  /** Id in content/sources.yaml. */
  source: id,
  /** Day on which the value was last compared with the source. */
  checked: day,
  /** Day until which nobody needs to look again; after it readers are told when it was checked. */
  until: day,
};

export const factSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('phone'),
    value: z.string().regex(/^\+?\d+(-\d+)+$/),
    cost: z.enum(['free', 'paid']),
    hours: id.optional(),
    menu: z.number().int().min(0).max(9).optional(),
    fax: z.boolean().optional(),
    ...provenance,
  }),
  z.strictObject({
    kind: z.literal('hours'),
    always: z.boolean().optional(),
    spans: z
      .array(
        z.strictObject({ days: z.enum(['daily', 'weekday', 'weekend']), from: clock, to: clock }),
      )
      .optional(),
    closed: z.enum(['new-year']).optional(),
    ...provenance,
  }),
  z.strictObject({ kind: z.literal('fee'), value: z.number().int().min(0), ...provenance }),
  z.strictObject({
    kind: z.literal('period'),
    value: z.union([z.number().int().min(0), z.tuple([z.number().int(), z.number().int()])]),
    unit: z.enum(['hour', 'day', 'week', 'month', 'year']),
    ...provenance,
  }),
  z.strictObject({
    kind: z.literal('count'),
    value: z.number().int().min(0),
    unit: z.enum(['times', 'ordinal', 'languages', 'certificates']),
    ...provenance,
  }),
  z.strictObject({ kind: z.literal('date'), value: day, ...provenance }),
  z.strictObject({ kind: z.literal('words'), ...provenance }),
]);

export const factTextSchema = z.strictObject({
  label: line,
  note: line.optional(),
  items: z.array(line).min(1).optional(),
});

export const sourceSchema = z.strictObject({
  title: line,
  publisher: line,
  kind: z.enum(['national', 'municipal', 'secondary']),
  url: z.url(),
  published: day.optional(),
  via: z.enum(['copy', 'live']),
  note: line.optional(),
});

export const termSchema = z.strictObject({
  word: line,
  reading: line,
  meaning: line,
  seen: line.optional(),
  en: line.optional(),
});

export const topicSchema = z.strictObject({ id, title: line, about: line });

export const situationSchema = z.strictObject({
  id,
  title: line,
  about: line,
  href: z.string().regex(/^\/[^\s]*$/),
  /** A phone fact shown on the tile, for the situation that cannot wait. */
  call: id.optional(),
});

export const siteSchema = z.strictObject({
  /** Public address of the deployment, for canonical links; leave out when not known. */
  url: z.url().optional(),
  /** Code of the office whose counter is named on outcomes: a file of content/office/. */
  office: id.optional(),
  /** SHA-256 (hex) of the code that opens a help screen's staff page. */
  staffCode: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

const reference = z.strictObject({ id, checked: day });
const words = z.array(line);

export const faqSchema = z.strictObject({
  question: line,
  answer: line,
  topic: id,
  also: words.min(1),
  yomi: z.string().regex(/^[\p{Script=Hiragana}ー、\d]+$/u),
  related: z.array(id).min(1),
  guides: z.array(id).optional(),
  sources: z.array(reference).min(1),
  updated: day,
});

/** Drawings of what to look for. */
const drawing = z.enum(['card-dates', 'card-note', 'card-chip', 'notice']);

export const questionTextSchema = z.strictObject({
  question: line,
  hint: line.optional(),
  /** Stands with the words for those who don't know. */
  drawing: drawing.optional(),
  answers: z.record(id, z.strictObject({ label: line, hint: line.optional() })),
});

export const outcomeTextSchema = z.strictObject({
  outcome: line,
  answer: line,
  /** The one thing not to do. */
  avoid: line,
  /** What still works until this is done. */
  meanwhile: line,
  also: words.optional(),
  related: z.array(id).optional(),
  sources: z.array(reference).min(1),
  updated: day,
});

export const guideTextSchema = z.strictObject({
  guide: line,
  about: line,
  also: words.min(1),
  yomi: z.string().regex(/^[\p{Script=Hiragana}ー、\d]+$/u),
  updated: day,
  /** `paused` keeps the guide's address but sends people to `official`, until it is put right. */
  status: z.enum(['paused']).optional(),
  official: z.url().optional(),
});

export const pageSchema = z.strictObject({
  title: line,
  lead: line,
  sources: z.array(reference),
  updated: day,
});

/** A file of a guide is the guide's own page, a question or an outcome; its keys tell which. */
export const guideFileSchema = z.union([questionTextSchema, outcomeTextSchema, guideTextSchema]);

export type Fact = z.infer<typeof factSchema>;
export type FactText = z.infer<typeof factTextSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Term = z.infer<typeof termSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type Situation = z.infer<typeof situationSchema>;
export type Site = z.infer<typeof siteSchema>;
export type SourceReference = z.infer<typeof reference>;
export type FaqText = z.infer<typeof faqSchema>;
export type PageText = z.infer<typeof pageSchema>;
export type DrawingName = z.infer<typeof drawing>;
export type QuestionText = z.infer<typeof questionTextSchema>;
export type OutcomeText = z.infer<typeof outcomeTextSchema>;
export type GuideText = z.infer<typeof guideTextSchema>;
