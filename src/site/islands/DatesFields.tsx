// Floor: site, in the page. The parts of a date form: a field for a day, the choice, the summary of
// what must be mended.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { parseDay } from '../../guidance/dates/parse-day.ts';
import { fill, sayDay } from '../../guidance/dates/say-day.ts';
import { ANY_DAY, type DayField, type Field, type FieldProblems, KINDS } from './dates-form.ts';
import type { DatesWords } from './dates-words.ts';

export const fieldId = (field: Field): string => `dates-${field}`;

interface FieldProps {
  words: DatesWords;
  problems: FieldProblems;
}

/** A field for one day. What was read is said back, so that a slip is seen before the result. */
export function DayInput({
  field,
  words,
  problems,
  optional = false,
  children,
}: FieldProps & { field: DayField; optional?: boolean; children?: ComponentChildren }) {
  const [read, setRead] = useState('');
  const { messages } = words;
  const id = fieldId(field);
  const problem = problems[field];
  const sayBack = (typed: string) => {
    const parsed = parseDay(typed, ANY_DAY);
    setRead(parsed.ok ? fill(messages.read, { day: sayDay(parsed.day, words.day) }) : '');
  };
  return (
    <div class={problem ? 'dates-field dates-wrong' : 'dates-field'}>
      <label for={id}>
        {messages[field]}
        {optional && <span class="dates-optional">{messages.optional}</span>}
      </label>
      <p id={`${id}-hint`} class="dates-hint">
        {messages[`${field}.hint`]}
      </p>
      {children}
      <Problem id={id} text={problem} words={words} />
      <input
        id={id}
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
        onChange={(change) => sayBack(change.currentTarget.value)}
      />
      <output for={id} class="dates-read">
        {read}
      </output>
    </div>
  );
}

/** What was done on the day of issue. */
export function KindChoice({ words, problems }: FieldProps) {
  const { messages } = words;
  const problem = problems.kind;
  const id = fieldId('kind');
  return (
    <fieldset
      class={problem ? 'dates-field dates-wrong' : 'dates-field'}
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      <legend>{messages.kind}</legend>
      <Problem id={id} text={problem} words={words} />
      <div class="dates-kinds">
        {KINDS.map((kind, index) => (
          <label key={kind} class="answer">
            <input type="radio" id={index === 0 ? id : `${id}-${kind}`} name={id} value={kind} />
            <b>{messages[`kind.${kind}`]}</b>
            {kind !== 'unknown' && <small>{messages[`kind.${kind}.hint`]}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Problem({ id, text, words }: { id: string; text: string | undefined; words: DatesWords }) {
  if (text === undefined) return null;
  return (
    <p id={`${id}-problem`} class="dates-problem">
      <span class="visually-hidden">{words.messages['error.label']} </span>
      {text}
    </p>
  );
}

/** Every problem with a link to its field. It takes the focus whenever it is shown anew. */
export function ErrorSummary({ words, problems }: FieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const found = Object.entries(problems) as [Field, string][];
  useEffect(() => box.current?.focus(), [problems]);
  if (found.length === 0) return null;
  const goTo = (field: Field) => (click: Event) => {
    click.preventDefault();
    document.getElementById(fieldId(field))?.focus();
  };
  return (
    <div ref={box} class="error-summary" tabIndex={-1}>
      <h3>{words.messages['error.title']}</h3>
      <ul>
        {found.map(([field, text]) => (
          <li key={field}>
            <a href={`#${fieldId(field)}`} onClick={goTo(field)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
