// Floor: kiosk shell. 「あなたの答え」: what was answered so far, each with a way to change it.
import type { AnswerSheet, Step } from '../../guidance/guides/replay.ts';
import type { QuestionData } from '../../site/guide/guide-page.ts';
import { useDesk } from './context.ts';

interface Props {
  guide: QuestionData;
  trail: readonly Step[];
  answers: AnswerSheet;
}

export function Answers({ guide: { base, questions, labels }, trail, answers }: Props) {
  const { say, go } = useDesk();
  return (
    <section class="k-answers" aria-labelledby="k-answers">
      <h2 id="k-answers">{say('answers.title')}</h2>
      <ul>
        {trail.map(({ question, answer }) => (
          <li key={question}>
            <p>
              <span>{questions[question]}</span> <b>{labels[question]?.[answer]}</b>
            </p>
            <button
              type="button"
              class="k-way"
              aria-label={say('answers.change.label', { question: questions[question] ?? '' })}
              onClick={() => go({ kind: 'page', path: `${base}${question}/`, answers })}
            >
              {say('answers.change')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
