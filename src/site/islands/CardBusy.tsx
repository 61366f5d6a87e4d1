// Floor: site, in the page. The screen of a running reading: three steps, how far it is, a way out.
// What to do now is said by the panel's status line, not here, so that it is announced once.
import { useEffect, useRef } from 'preact/hooks';
import type { Progress } from '../../card/jpki/certificate-file.ts';
import type { SayCard } from './card-words.ts';

const STEPS = ['reader', 'card', 'read'] as const;

/** Which of the three steps each state belongs to. */
const AT: Readonly<Record<string, (typeof STEPS)[number]>> = {
  choosing: 'reader',
  opening: 'reader',
  waiting: 'card',
};

export function CardBusy({
  say,
  step,
  progress,
  onCancel,
}: {
  say: SayCard;
  step: string;
  progress: Progress | undefined;
  onCancel: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const now = AT[step] ?? 'read';
  return (
    <section class="card-busy" aria-labelledby="card-busy">
      <h2 id="card-busy" tabIndex={-1} ref={heading}>
        {say('step.title')}
      </h2>
      <ol class="card-steps">
        {STEPS.map((name) => (
          <li key={name} aria-current={name === now ? 'step' : undefined}>
            {say(`step.${name}`)}
          </li>
        ))}
      </ol>
      {now === 'read' && (
        <progress
          aria-label={say('step.progress')}
          {...(progress ? { value: progress.received, max: progress.total } : {})}
        />
      )}
      <p class="card-buttons">
        <button class="button button-quiet" type="button" onClick={onCancel}>
          {say('button.cancel')}
        </button>
      </p>
    </section>
  );
}
