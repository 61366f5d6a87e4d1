// Floor: kiosk shell. Reads a card as soon as one is laid down: no button, because the operator has
// permitted the reader. Its own file, loaded only where a card is to be read.
import { useEffect, useRef, useState } from 'preact/hooks';
import { realClock } from '../../card/clock.ts';
import { personalities, type Personality } from '../../card/sample/personality-names.ts';
import type { CardReport as Report } from '../../card/report.ts';
import { readingMachine, type ReadingInput } from '../../session/reading.ts';
import { CardReport } from '../../site/islands/CardReport.tsx';
import { cardSpeaker } from '../../site/islands/card-words.ts';
import { useActor } from '../../site/islands/use-actor.ts';
import { adviceOn } from '../session/advice.ts';
import { useDesk } from './context.ts';
import { rootOf } from './Finding.tsx';

export interface CardDeskProps {
  /** The card's screen is the one that is seen. */
  isSeen: boolean;
}

/** Only what is permitted already: the browser's own chooser would be a way out of the page. */
function surroundings(): ReadingInput {
  const { usb }: { usb?: USB } = navigator;
  return {
    usb,
    clock: realClock,
    now: () => new Date(),
    loadCertificateReader: async () =>
      (await import('../../card/certificate/read.ts')).readCertificate,
  };
}

async function hasPermittedReader(): Promise<boolean> {
  const { usb }: { usb?: USB } = navigator;
  return ((await usb?.getDevices().catch(() => [])) ?? []).length > 0;
}

/** How often a reader that failed without a card is opened again. */
const TRIES = 3;

const STEPS = ['opening', 'waiting', 'reading', 'cancelling', 'closing'] as const;

export function CardDesk({ isSeen }: CardDeskProps) {
  const { say, language, send: tell } = useDesk();
  const sayCard = cardSpeaker(language.cardWords);
  const [snapshot, send] = useActor(readingMachine, { input: surroundings() });
  const [isPermitted, setIsPermitted] = useState<boolean>();
  const { value, context } = snapshot;
  const step = typeof value === 'string' ? value : (value.working ?? '');
  const isBusy = snapshot.hasTag('busy');
  const isReading = step === 'reading';
  const wasReading = useRef(false);

  const attempt = useRef({ sawCard: false, failures: 0 });

  const read = async () => {
    attempt.current.sawCard = false;
    const permitted = await hasPermittedReader();
    setIsPermitted(permitted);
    if (permitted) send({ type: 'CHOOSE' });
  };
  const wanted = useRef<Personality | undefined>(undefined);
  const demonstrate = async (personality: Personality) => {
    const { demonstration } = await import('../../session/demonstration.ts');
    send({ type: 'DEMONSTRATE', source: demonstration(personality, new Date()) });
  };
  /** A sample takes the place of the card that is awaited. */
  const takeSample = (personality: Personality) => {
    if (!isBusy) return void demonstrate(personality);
    wanted.current = personality;
    send({ type: 'CANCEL' });
  };
  const begin = () => {
    const sample = wanted.current;
    wanted.current = undefined;
    return sample === undefined ? read() : demonstrate(sample);
  };

  // Begins by itself, and again when nobody has laid down a card. A reader that fails before there
  // was a card gets a few more tries, so that the screen recovers without staff.
  if (isReading) attempt.current = { sawCard: true, failures: 0 };
  const isAbsent =
    step === 'failed' &&
    (context.fault === 'card-absent' ||
      (!attempt.current.sawCard && attempt.current.failures < TRIES));
  const begins = step === 'ready' || isAbsent;
  useEffect(() => {
    if (isSeen && isAbsent && context.fault !== 'card-absent') attempt.current.failures += 1;
    if (isSeen && begins) void begin();
    if (!isSeen && isBusy && !isReading) send({ type: 'CANCEL' });
  }, [isSeen, begins]);

  useEffect(() => {
    const { usb }: { usb?: USB } = navigator;
    const look = () => {
      if (isSeen && begins) void begin();
    };
    usb?.addEventListener('connect', look);
    return () => usb?.removeEventListener('connect', look);
  }, [isSeen, begins]);

  // A card that is being read is use of the screen.
  useEffect(() => {
    if (isReading === wasReading.current) return;
    wasReading.current = isReading;
    tell({ type: isReading ? 'HOLD' : 'RELEASE' });
  }, [isReading]);
  useEffect(
    () => () => {
      if (wasReading.current) tell({ type: 'RELEASE' });
    },
    [],
  );

  const shownStep = STEPS.find((known) => known === step);
  const progress = isReading && context.progress;
  return (
    <>
      {isPermitted === false && !context.report && <p class="notice">{say('card.no-reader')}</p>}
      <p role="status" class="k-step">
        {progress
          ? sayCard('state.reading.progress', { ...progress })
          : shownStep && sayCard(`state.${shownStep}`)}
      </p>
      {context.fault && !isBusy && !isAbsent && (
        <p class="notice">{sayCard(`fault.${context.fault}`)}</p>
      )}
      {(step === 'failed' || step === 'report') && !isAbsent && (
        <button type="button" class="k-way k-main" onClick={() => void read()}>
          {say('card.again')}
        </button>
      )}
      {context.report && (
        <>
          <p class="notice">{say('card.take')}</p>
          <CardReport report={context.report} say={sayCard} />
          <Next report={context.report} />
        </>
      )}
      {!isReading && (
        <details>
          <summary>{say('card.sample.title')}</summary>
          <p>{say('card.sample.lead')}</p>
          <ul class="k-entries">
            {personalities.map((name) => (
              <li key={name}>
                <button type="button" class="k-way k-inside" onClick={() => takeSample(name)}>
                  {sayCard(`personality.${name}`)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The guides to go on with. */
function Next({ report }: { report: Report }) {
  const desk = useDesk();
  const { say, go } = desk;
  return (
    <section aria-labelledby="k-next">
      <h2 id="k-next">{say('card.next')}</h2>
      <ul class="k-tiles">
        {adviceOn(report).map(({ kind, guide }) => (
          <li key={kind}>
            <button
              type="button"
              class="k-tile"
              onClick={() => go({ kind: 'page', path: `${rootOf(desk)}guides/${guide}/` })}
            >
              <b>{say(`advice.${kind}`)}</b>
              <span>{say('advice.open')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
