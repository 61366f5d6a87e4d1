// Floor: kiosk shell. Reads a card as soon as one is laid down: no button, because the operator has
// permitted the reader. Its own file, loaded only where a card is to be read. What the card says is
// shown by the public panel's own screens; their buttons and links are answered here.
import { useEffect, useRef, useState } from 'preact/hooks';
import { realClock } from '../../card/clock.ts';
import { personalities, type Personality } from '../../card/sample/personality-names.ts';
import { type KeptReport, keptOf } from '../../guidance/diagnosis/kept-report.ts';
import { readingMachine, type ReadingInput } from '../../session/reading.ts';
import { CardFailure } from '../../site/islands/CardFailure.tsx';
import { CardResult } from '../../site/islands/CardResult.tsx';
import { type CardKit, cardSpeaker } from '../../site/islands/card-words.ts';
import { useActor } from '../../site/islands/use-actor.ts';
import { useDesk } from './context.ts';
import { adviceScreen } from './links.ts';

export interface CardDeskProps {
  kit: CardKit;
  /** The card's screen is the one that is seen. */
  isSeen: boolean;
}

/** Only what is permitted already: the browser's own chooser would be a way out of the page. */
function surroundings({ parts }: CardKit): ReadingInput {
  const { usb }: { usb?: USB } = navigator;
  return {
    usb,
    clock: realClock,
    now: () => new Date(),
    loadCertificateReader: async () => {
      const parser = (await import(
        /* @vite-ignore */ parts.parser
      )) as typeof import('../../card/certificate/read.ts');
      return parser.readCertificate;
    },
  };
}

async function hasPermittedReader(): Promise<boolean> {
  const { usb }: { usb?: USB } = navigator;
  return ((await usb?.getDevices().catch(() => [])) ?? []).length > 0;
}

/** How often a reader that failed without a card is opened again. */
const TRIES = 3;

const STEPS = ['opening', 'waiting', 'reading', 'cancelling', 'closing'] as const;

/** Reads by itself, and again when nobody laid down a card. Tells the session while a card is read. */
function useReading(kit: CardKit, isSeen: boolean) {
  const { send: tell } = useDesk();
  const [snapshot, send] = useActor(readingMachine, { input: surroundings(kit) });
  const [isPermitted, setIsPermitted] = useState<boolean>();
  const { value, context } = snapshot;
  const step = typeof value === 'string' ? value : (value.working ?? '');
  const isBusy = snapshot.hasTag('busy');
  const isReading = step === 'reading';
  const attempt = useRef({ sawCard: false, failures: 0 });
  const wanted = useRef<Personality | undefined>(undefined);

  const [isSample, setIsSample] = useState(false);
  const read = async () => {
    setIsSample(false);
    attempt.current.sawCard = false;
    const permitted = await hasPermittedReader();
    setIsPermitted(permitted);
    if (permitted) send({ type: 'CHOOSE' });
  };
  const demonstrate = async (personality: Personality) => {
    setIsSample(true);
    const { demonstration } = (await import(
      /* @vite-ignore */ kit.parts.demonstration
    )) as typeof import('../../session/demonstration.ts');
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

  // A reader that fails before there was a card gets a few more tries, so that the screen recovers
  // without staff.
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
  const wasReading = useRef(false);
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

  const fault = step === 'failed' && !isAbsent ? context.fault : undefined;
  return {
    step,
    isReading,
    isPermitted,
    isSample,
    fault,
    report: context.report,
    read,
    takeSample,
  };
}

export function CardDesk({ kit, isSeen }: CardDeskProps) {
  const { say, language, go } = useDesk();
  const sayCard = cardSpeaker(kit);
  const { step, isReading, isPermitted, isSample, fault, report, read, takeSample } = useReading(
    kit,
    isSeen,
  );
  // One report is one result: a new object would take the focus again.
  const [kept, setKept] = useState<KeptReport>();
  useEffect(() => setKept(report && keptOf(report)), [report]);

  const follow = (click: MouseEvent) => {
    const link = click.target instanceof Element ? click.target.closest('a') : null;
    if (!link) return;
    click.preventDefault();
    const screen = adviceScreen(link.href, kit.root);
    if (screen) go(screen);
  };

  const shownStep = STEPS.find((known) => known === step);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the links inside are pressed, by finger or key.
    <div onClick={follow}>
      {isPermitted === false && !kept && <p class="notice">{say('card.no-reader')}</p>}
      {isSample && (isReading || fault || kept) && (
        <p class="notice" id="card-mark">
          <b>{sayCard('sample.mark')}</b> {sayCard('sample.note')}
        </p>
      )}
      <p role="status" class="k-step">
        {shownStep && sayCard(`state.${shownStep}`)}
      </p>
      {fault && <CardFailure kit={kit} fault={fault} onAgain={() => void read()} />}
      {kept && (
        <>
          {!isSample && <p class="notice">{say('card.take')}</p>}
          <CardResult
            kit={kit}
            report={kept}
            onAgain={() => void read()}
            onWipe={() => void read()}
          />
        </>
      )}
      {(fault || kept) && (
        <button type="button" class="k-way k-again" onClick={() => void read()}>
          {say('card.again')}
        </button>
      )}
      {!isReading && (
        <details>
          <summary>{say('card.sample.title')}</summary>
          <p>{say('card.sample.lead')}</p>
          <ul class="k-entries">
            {personalities.map((name) => (
              <li key={name}>
                <button type="button" class="k-way k-inside" onClick={() => takeSample(name)}>
                  {language.samples[name]}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
