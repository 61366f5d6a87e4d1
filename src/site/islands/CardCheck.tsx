// Floor: site, in the page. The card check: joins the reading session to buttons and words. The parser
// of certificates and the sample cards arrive by import(), the first while a card is awaited, the second
// only for those who ask for a sample.
import { useId, useState } from 'preact/hooks';
import { realClock } from '../../card/clock.ts';
import { personalities, type Personality } from '../../card/sample/personality-names.ts';
import type { SmartCardResourceManager } from '../../card/smart-card/web-smart-card.ts';
import { readingMachine, type ReadingContext, type ReadingInput } from '../../session/reading.ts';
import { cardSpeaker, type CardWords, type SayCard } from './card-words.ts';
import { CardReport } from './CardReport.tsx';
import { useActor } from './use-actor.ts';

const STEPS = [
  'choosing',
  'opening',
  'waiting',
  'reading',
  'cancelling',
  'closing',
  'report',
  'failed',
] as const;

/** What this browser offers; either may be missing. */
function surroundings(): ReadingInput {
  const offered: { usb?: USB; smartCard?: SmartCardResourceManager } = navigator;
  return {
    usb: offered.usb,
    smartCard: offered.smartCard,
    clock: realClock,
    now: () => new Date(),
    loadCertificateReader: async () =>
      (await import('../../card/certificate/read.ts')).readCertificate,
  };
}

/** What is going on, in words; nothing before the first press. */
function sayStep(say: SayCard, step: string, { progress }: ReadingContext): string {
  if (step === 'reading' && progress) return say('state.reading.progress', { ...progress });
  const said = STEPS.find((candidate) => candidate === step);
  return said === undefined ? '' : say(`state.${said}`);
}

export function CardCheck({ words }: { words: CardWords }) {
  const say = cardSpeaker(words);
  const [snapshot, send] = useActor(readingMachine, { input: surroundings() });
  const { value, context } = snapshot;
  const step = typeof value === 'string' ? value : (value.working ?? '');
  const isBusy = snapshot.hasTag('busy');

  const demonstrate = async (personality: Personality): Promise<void> => {
    const { demonstration } = await import('../../session/demonstration.ts');
    send({ type: 'DEMONSTRATE', source: demonstration(personality, new Date()) });
  };

  return (
    <div class="card-check">
      <p class="card-buttons">
        {isBusy ? (
          <button class="button" type="button" onClick={() => send({ type: 'CANCEL' })}>
            {say('button.cancel')}
          </button>
        ) : (
          step !== 'unsupported' && (
            <button class="button" type="button" onClick={() => send({ type: 'CHOOSE' })}>
              {say(step === 'ready' ? 'button.read' : 'button.again')}
            </button>
          )
        )}
        {(step === 'failed' || step === 'report') && (
          <button
            class="button"
            type="button"
            onClick={() => send({ type: 'CHOOSE', another: true })}
          >
            {say('button.another')}
          </button>
        )}
      </p>
      <p role="status">{sayStep(say, step, context)}</p>
      {context.fault && !isBusy && <p class="card-fault">{say(`fault.${context.fault}`)}</p>}
      {context.report && <CardReport report={context.report} say={say} />}
      <div hidden={isBusy}>
        <SampleForm say={say} onChoose={(name) => void demonstrate(name)} />
      </div>
    </div>
  );
}

function SampleForm({ say, onChoose }: { say: SayCard; onChoose: (name: Personality) => void }) {
  const id = useId();
  const [name, setName] = useState<Personality>('in-date');
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('sample.title')}</h2>
      <p>{say('sample.lead')}</p>
      <p class="card-buttons">
        <label for={id}>{say('sample.label')}</label>
        <select
          id={id}
          value={name}
          onChange={({ currentTarget }) =>
            setName(personalities.find((known) => known === currentTarget.value) ?? 'in-date')
          }
        >
          {personalities.map((known) => (
            <option key={known} value={known}>
              {say(`personality.${known}`)}
            </option>
          ))}
        </select>
        <button class="button" type="button" onClick={() => onChoose(name)}>
          {say('sample.button')}
        </button>
      </p>
    </section>
  );
}
