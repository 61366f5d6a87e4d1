// Floor: site, in the page. The results of the date forms: each end with the sum that gives it, and a
// calendar file of the days to come.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { calendarFile, type Reminder } from '../../guidance/dates/calendar-file.ts';
import { dateStateOn, type End, type Expiry, type Issue } from '../../guidance/dates/expiry.ts';
import { daysUntil, type JapanDay } from '../../guidance/dates/japan-day.ts';
import type { Deadline } from '../../guidance/dates/moving.ts';
import { fill, sayDay } from '../../guidance/dates/say-day.ts';
import type { DatesRules, DatesWord, DatesWords } from './dates-words.ts';

type Thing = 'both' | 'signature' | 'user-auth' | 'card';

interface Shown {
  words: DatesWords;
  today: JapanDay;
}

export function ExpiryResult({
  words,
  today,
  issue,
  expiry,
  rules,
}: Shown & { issue: Issue; expiry: Expiry; rules: DatesRules }) {
  const { messages } = words;
  const rows = rowsOf(expiry);
  const minor = fill(words.ordinal, { value: rules.expiry.cardMinor });
  return (
    <Result title={messages['result.title']}>
      {rows.map(([thing, end]) => (
        <section key={thing} class="dates-end">
          <h4>
            {messages[thing]} <small>{messages[`${thing}.legal`]}</small>
          </h4>
          <LastDay words={words} today={today} day={end.day} />
          <dl>
            <div>
              <dt>{messages.why}</dt>
              {sumsOf(end, issue, words).map((sum) => (
                <dd key={sum}>{sum}</dd>
              ))}
            </div>
            <Renewal words={words} today={today} thing={thing} end={end} />
          </dl>
        </section>
      ))}
      {rows.some(([, { renewableFrom }]) => renewableFrom !== undefined) && (
        <p class="dates-hint">{messages['renew.why']}</p>
      )}
      <div class="notice">
        <h4>{messages.notes}</h4>
        <ul>
          {expiry.notes.map((note) => (
            <li key={note}>{fill(messages[`note.${note}`], { count: minor })}</li>
          ))}
          <li>{messages.caution}</li>
        </ul>
      </div>
      <Save words={words} reminders={expiryReminders(rows, today, messages)} />
    </Result>
  );
}

/** Two certificates that end alike are shown as one. */
function rowsOf({ signature, userAuth, card, notes }: Expiry): [Thing, End][] {
  const alike = userAuth?.day === signature.day && userAuth.because === signature.because;
  const rows: [Thing, End][] = [];
  if (userAuth && notes.includes('no-signature')) rows.push(['user-auth', userAuth]);
  else if (alike) rows.push(['both', signature]);
  else {
    if (userAuth) rows.push(['user-auth', userAuth]);
    rows.push(['signature', signature]);
  }
  if (card) rows.push(['card', card]);
  return rows;
}

/** The sum, step by step: the birthday that was counted, then what comes before it. */
function sumsOf({ day, because, birthday }: End, issue: Issue, words: DatesWords): string[] {
  const { messages } = words;
  const say = (one: JapanDay) => sayDay(one, words.day);
  const sums = birthday
    ? [
        fill(messages['sum.issued'], { issued: say(issue.issued) }),
        fill(messages['sum.birthday'], {
          count: fill(words.ordinal, { value: birthday.count }),
          birthday: say(birthday.day),
        }),
      ]
    : [];
  if (because === 'known') return [messages['sum.known']];
  if (because === 'birthday') return sums;
  return [
    ...sums,
    fill(messages['sum.bound'], { what: messages[`sum.bound.${because}`], day: say(day) }),
  ];
}

function LastDay({ words, today, day }: Shown & { day: JapanDay }) {
  const { messages } = words;
  const days = daysUntil(today, day);
  const left =
    days < 0
      ? fill(messages['left.past'], { days: -days })
      : fill(messages[days === 0 ? 'left.last' : 'left'], { days });
  return (
    <p class="dates-day">
      <b>{fill(messages.until, { day: sayDay(day, words.day) })}</b>{' '}
      <span class={days < 0 ? 'dates-left dates-past' : 'dates-left'}>{left}</span>
    </p>
  );
}

function Renewal({ words, today, thing, end }: Shown & { thing: Thing; end: End }) {
  const text = renewalText(words, today, thing, end);
  return (
    <div>
      <dt>{words.messages.renew}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function renewalText({ messages, day }: DatesWords, today: JapanDay, thing: Thing, end: End) {
  const state = dateStateOn(today, end);
  const from = end.renewableFrom === undefined ? '' : sayDay(end.renewableFrom, day);
  if (end.because === 'stay') return messages['renew.stay'];
  if (thing === 'card') return messages['renew.new-card'];
  if (end.withCard) return messages['renew.card'];
  if (state === 'past') return messages['renew.past'];
  return fill(messages[state === 'renewal-open' ? 'renew.open' : 'renew.later'], { day: from });
}

export function MovingResult({
  words,
  today,
  deadlines,
}: Shown & { deadlines: readonly Deadline[] }) {
  const { messages } = words;
  const notice = deadlines.find(({ id }) => id === 'notice');
  return (
    <Result title={messages['result.moving']}>
      {deadlines.map((deadline) => (
        <section key={deadline.id} class="dates-end">
          <h4>{messages[`deadline.${deadline.id}`]}</h4>
          <p>{messages[`deadline.${deadline.id}.about`]}</p>
          <LastDay words={words} today={today} day={deadline.day} />
          {deadline.day < today && <p>{messages['deadline.past']}</p>}
          <dl>
            <div>
              <dt>{messages.why}</dt>
              <dd>
                {fill(messages[`deadline.from.${deadline.id}`], {
                  from: sayDay(deadline.from, words.day),
                  days: deadline.days,
                })}
              </dd>
              {deadline.id === 'notice-by-card' && deadline.day === notice?.day && (
                <dd>{messages['deadline.and-notice']}</dd>
              )}
              {deadline.assumed && deadline.id !== 'notice' && (
                <dd>{messages[`deadline.assumed.${deadline.id}`]}</dd>
              )}
            </div>
          </dl>
        </section>
      ))}
      <p class="dates-hint">{messages['deadline.count']}</p>
      <Save words={words} reminders={movingReminders(deadlines, today, messages)} />
    </Result>
  );
}

/** The result takes the focus, so that it is read out and seen. */
function Result({ title, children }: { title: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [children]);
  return (
    <section class="dates-result">
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}

function Save({ words, reminders }: { words: DatesWords; reminders: readonly Reminder[] }) {
  const [saved, setSaved] = useState(false);
  const { messages } = words;
  if (reminders.length === 0) return null;
  const save = () => {
    const file = new Blob([calendarFile(reminders, new Date())], { type: 'text/calendar' });
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = 'jpki-help.ics';
    link.click();
    // Later than the click: some browsers read the file only then.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    setSaved(true);
  };
  return (
    <div class="dates-save no-print">
      <button type="button" class="button button-quiet" onClick={save}>
        {messages.save}
      </button>
      <p class="dates-hint">{messages['save.hint']}</p>
      <p role="status">{saved && messages.saved}</p>
    </div>
  );
}

type Messages = Readonly<Record<DatesWord, string>>;

/** A reminder a week ahead, and on the very day when something opens. */
const WEEK = 7;

function expiryReminders(
  rows: readonly [Thing, End][],
  today: JapanDay,
  messages: Messages,
): Reminder[] {
  const ends = rows.map(([thing, { day }]) =>
    reminder(thing === 'both' ? 'certificate' : thing, day, WEEK, messages),
  );
  const opens = rows.flatMap(([, { renewableFrom }]) => renewableFrom ?? []).sort()[0];
  const all = opens === undefined ? ends : [reminder('renewal', opens, 0, messages), ...ends];
  return all.filter(({ day }) => day >= today);
}

const movingReminders = (
  deadlines: readonly Deadline[],
  today: JapanDay,
  messages: Messages,
): Reminder[] =>
  deadlines
    .map(({ id, day }) => reminder(id, day, WEEK, messages))
    .filter(({ day }) => day >= today);

type Under<Key> = Key extends `event.${infer Rest}` ? Rest : never;

const reminder = (
  id: Exclude<Under<DatesWord>, 'about'>,
  day: JapanDay,
  daysAhead: number,
  messages: Messages,
): Reminder => ({
  id,
  day,
  daysAhead,
  summary: messages[`event.${id}`],
  description: messages['event.about'],
});
