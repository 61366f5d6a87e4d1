// Floor: site, in the page. The date calculator: until when certificates and card last, and the
// deadlines of a move. What is typed stays in this component: no address, no storage, no request.
// Its forms carry no action: without script nothing is sent (`method="dialog"`).
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { expiryOf, type Issue } from '../../guidance/dates/expiry.ts';
import { type JapanDay, japanDayOf } from '../../guidance/dates/japan-day.ts';
import { movingDeadlines } from '../../guidance/dates/moving.ts';
import { fill } from '../../guidance/dates/say-day.ts';
import { type FieldProblems, type Read, readExpiry, readMove, type Typed } from './dates-form.ts';
import { DayInput, ErrorSummary, fieldId, KindChoice } from './DatesFields.tsx';
import { ExpiryResult, MovingResult } from './DatesResults.tsx';
import type { DatesRules, DatesWords } from './dates-words.ts';

interface Props {
  words: DatesWords;
  rules: DatesRules;
}

export function Dates({ words, rules }: Props) {
  const { messages } = words;
  return (
    <div class="dates">
      <p class="notice" data-failed hidden>
        {messages.failed}
      </p>
      <ExpiryForm words={words} rules={rules} />
      <MovingForm words={words} rules={rules} />
    </div>
  );
}

function ExpiryForm({ words, rules }: Props) {
  const { messages } = words;
  const form = useDateForm(words, readExpiry, (issue: Issue) => ({
    issue,
    expiry: expiryOf(issue, rules.expiry),
  }));
  const given = { words, problems: form.problems };
  return (
    <section id="expiry">
      <h2>{messages['expiry.title']}</h2>
      <DateForm form={form} words={words} submit={messages['expiry.submit']}>
        <DayInput {...given} field="birth" />
        <DayInput {...given} field="issued">
          <p class="dates-hint">
            <a href="#unknown-issue">{messages['issued.unknown']}</a>
          </p>
        </DayInput>
        <KindChoice {...given} />
        <DayInput {...given} field="printed" optional />
        <DayInput {...given} field="stay" optional />
      </DateForm>
      {form.result && (
        <ExpiryResult words={words} rules={rules} today={form.today} {...form.result} />
      )}
    </section>
  );
}

function MovingForm({ words, rules }: Props) {
  const { messages } = words;
  const form = useDateForm(words, readMove, (move) => movingDeadlines(move, rules.moving));
  const given = { words, problems: form.problems };
  return (
    <section id="moving">
      <h2>{messages['moving.title']}</h2>
      <DateForm form={form} words={words} submit={messages['moving.submit']}>
        <DayInput {...given} field="moved" />
        <DayInput {...given} field="planned" optional />
        <DayInput {...given} field="notified" optional />
      </DateForm>
      {form.result && <MovingResult words={words} today={form.today} deadlines={form.result} />}
    </section>
  );
}

interface FormState<Result> {
  readonly problems: FieldProblems;
  readonly result: Result | undefined;
  /** The day it was in Japan when the button was pressed. */
  readonly today: JapanDay;
  readonly submit: (form: HTMLFormElement) => void;
}

const NONE: FieldProblems = {};

/** Reads a form when its button is pressed, never before; the fields keep what was typed. */
function useDateForm<Answer, Result>(
  words: DatesWords,
  read: (typed: Typed, today: JapanDay, words: DatesWords) => Read<Answer>,
  calculate: (answer: Answer) => Result,
): FormState<Result> {
  const [today, setToday] = useState<JapanDay>('2000-01-01');
  const [problems, setProblems] = useState(NONE);
  const [result, setResult] = useState<Result>();
  useTitleOfErrors(problems !== NONE, words);
  const submit = (form: HTMLFormElement) => {
    const now = japanDayOf(new Date());
    const done = read((field) => typedIn(form, fieldId(field)), now, words);
    setToday(now);
    setProblems(done.ok ? NONE : done.problems);
    setResult(done.ok ? calculate(done.answer) : undefined);
  };
  return { problems, result, today, submit };
}

function typedIn(form: HTMLFormElement, name: string): string {
  const element = form.elements.namedItem(name);
  return element instanceof HTMLInputElement || element instanceof RadioNodeList
    ? element.value
    : '';
}

/** The page's title says that something must be mended, for those who hear it first. */
function useTitleOfErrors(wrong: boolean, { messages }: DatesWords): void {
  const title = useRef<string>(undefined);
  useEffect(() => {
    title.current ??= document.title;
    document.title = wrong
      ? fill(messages['error.prefix'], { title: title.current })
      : title.current;
  }, [wrong]);
}

function DateForm({
  form,
  words,
  submit,
  children,
}: {
  form: FormState<unknown>;
  words: DatesWords;
  submit: string;
  children: ComponentChildren;
}) {
  return (
    <form
      method="dialog"
      novalidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        form.submit(event.currentTarget);
      }}
    >
      <ErrorSummary words={words} problems={form.problems} />
      {children}
      <button class="button" type="submit">
        {submit}
      </button>
    </form>
  );
}
