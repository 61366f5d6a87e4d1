// Floor: knowledge. How a fact is said: the one place where a stored value becomes readable text.
// Knows neither pages nor Markdown; the words come from the message catalogue.
import type { Fact, FactText } from './schemas.ts';
import type { Words } from './words.ts';

export interface KnownFact {
  readonly id: string;
  readonly fact: Fact;
  readonly text: FactText;
}

/** What saying a fact needs: the other facts (a phone number names its hours), words, the day. */
export interface FactContext {
  readonly facts: ReadonlyMap<string, KnownFact>;
  readonly say: Words;
  /** Today in Japan, YYYY-MM-DD: facts past their `until` say when they were checked. */
  readonly today: string;
}

type FactOf<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

/** Whether the value's review day has passed. `until` itself still counts as current. */
export const isPast = (fact: Fact, today: string): boolean => fact.until < today;

/** Today's date in Japan as YYYY-MM-DD, whatever the machine's time zone. */
export const todayInJapan = (now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(now);

/** `tel:` target of a phone number as written with hyphens. */
export const telephoneUri = (value: string): string => `tel:${value.replaceAll('-', '')}`;

/** A day as people read it: 2026-11-22 → 2026年11月22日. */
export function dayText(day: string, say: Words): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return say('date.day', { year: Number(year), month: Number(month), day: Number(date) });
}

/** The month of a day: 2026-11-22 → 2026年11月. */
export function monthText(day: string, say: Words): string {
  const [year = '', month = ''] = day.split('-');
  return say('date.month', { year: Number(year), month: Number(month) });
}

function hoursText(fact: FactOf<'hours'>, say: Words): string {
  if (fact.always) return say('hours.always');
  const spans = (fact.spans ?? []).map(({ days, from, to }) =>
    say('hours.span', { days: say(`hours.${days}`), from, to }),
  );
  if (fact.closed) spans.push(say(`hours.closed.${fact.closed}`));
  return spans.join(say('list.separator'));
}

function periodText({ value, unit }: FactOf<'period'>, say: Words): string {
  const amount = typeof value === 'number' ? value : say('range', { min: value[0], max: value[1] });
  return say(`period.${unit}`, { value: amount });
}

/** The value alone, as plain text: 「1,000円」「2〜3か月」「0120-95-0178」. */
export function factValue({ fact, text }: KnownFact, say: Words): string {
  switch (fact.kind) {
    case 'phone':
      return fact.value;
    case 'hours':
      return hoursText(fact, say);
    case 'fee':
      return fact.value === 0
        ? say('fee.free')
        : say('fee.yen', { value: fact.value.toLocaleString('en-US') });
    case 'period':
      return periodText(fact, say);
    case 'count':
      return say(`count.${fact.unit}`, { value: fact.value });
    case 'date':
      return dayText(fact.value, say);
    case 'words':
      return (text.items ?? []).join(say('list.separator'));
  }
}

/** What stands in brackets behind a value: a phone's cost and hours, the age of a stale fact. */
export function factRemarks(known: KnownFact, { facts, say, today }: FactContext): string[] {
  const { fact } = known;
  const remarks: string[] = [];
  if (fact.kind === 'phone') {
    remarks.push(say(`phone.${fact.cost}`));
    const hours = fact.hours === undefined ? undefined : facts.get(fact.hours);
    if (hours) remarks.push(factValue(hours, say));
    if (fact.menu !== undefined) remarks.push(say('phone.menu', { menu: fact.menu }));
  }
  if (isPast(fact, today)) {
    remarks.push(say('fact.stale', { month: monthText(fact.checked, say) }));
  }
  return remarks;
}

const inBrackets = (remarks: readonly string[], say: Words): string =>
  remarks.length === 0 ? '' : say('brackets', { text: remarks.join(say('remark.separator')) });

/** The fact as plain text, remarks included unless `bare`. */
export function factPlain(known: KnownFact, context: FactContext, bare = false): string {
  const remarks = bare ? [] : factRemarks(known, context);
  return factValue(known, context.say) + inBrackets(remarks, context.say);
}

/** The fact as HTML: a phone number is a link that dials it. */
export function factHtml(known: KnownFact, context: FactContext, bare = false): string {
  const { fact } = known;
  const value = escapeHtml(factValue(known, context.say));
  const remarks = bare ? [] : factRemarks(known, context);
  const shown =
    fact.kind === 'phone' && !fact.fax
      ? `<a class="tel" href="${telephoneUri(fact.value)}">${value}</a>`
      : value;
  return shown + escapeHtml(inBrackets(remarks, context.say));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
