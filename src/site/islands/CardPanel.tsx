// Floor: site, in the page. The card panel: joins the reading session to buttons, steps and screens. It
// can be mounted anywhere; all it says comes in. The parser of certificates and the sample cards
// arrive by import(), the first while a card is awaited, the second for those who ask for a sample.
import { useEffect, useRef, useState } from 'preact/hooks';
import { realClock } from '../../card/clock.ts';
import type { Personality } from '../../card/sample/personality-names.ts';
import type { SmartCardResourceManager } from '../../card/smart-card/web-smart-card.ts';
import { type KeptReport, keptOf } from '../../guidance/diagnosis/kept-report.ts';
import { readingMachine, type ReadingInput } from '../../session/reading.ts';
import { CardBusy } from './CardBusy.tsx';
import { CardFailure } from './CardFailure.tsx';
import { CardResult } from './CardResult.tsx';
import { type CardKit, cardSpeaker, type PanelWord } from './card-words.ts';
import { useActor } from './use-actor.ts';

/** What the panel is asked to do; a new object asks anew. */
export type CardStart =
  | { readonly type: 'read' }
  | { readonly type: 'sample'; readonly personality: Personality }
  | { readonly type: 'show'; readonly report: KeptReport };

export interface CardPanelProps {
  readonly kit: CardKit;
  readonly start?: CardStart | undefined;
  /** Called with every new report, and with undefined when it is wiped. */
  readonly onReport?: ((report: KeptReport | undefined) => void) | undefined;
}

/** What this browser offers; either may be missing. */
function surroundings({ parts }: CardKit): ReadingInput {
  const offered: { usb?: USB; smartCard?: SmartCardResourceManager } = navigator;
  return {
    usb: offered.usb,
    smartCard: offered.smartCard,
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

/** A chooser may open only shortly after a press; loading may have taken longer than that. */
async function mayChoose({ usb, smartCard }: ReadingInput): Promise<boolean> {
  const pressed: { userActivation?: UserActivation } = navigator;
  if (smartCard !== undefined || (pressed.userActivation?.isActive ?? true)) return true;
  const trusted = await usb?.getDevices().catch(() => []);
  return trusted !== undefined && trusted.length > 0;
}

export function CardPanel({ kit, start, onReport }: CardPanelProps) {
  const say = cardSpeaker(kit);
  const [snapshot, send] = useActor(readingMachine, { input: surroundings(kit) });
  const [report, setReport] = useState<KeptReport>();
  const [note, setNote] = useState<PanelWord>();
  const readButton = useRef<HTMLButtonElement>(null);
  const { value, context } = snapshot;
  const step = typeof value === 'string' ? value : (value.working ?? 'opening');
  const isBusy = snapshot.hasTag('busy');

  const read = (another = false): void => {
    setNote(undefined);
    send({ type: 'CHOOSE', another });
  };
  const demonstrate = async (personality: Personality): Promise<void> => {
    setNote(undefined);
    const { demonstration } = (await import(
      /* @vite-ignore */ kit.parts.demonstration
    )) as typeof import('../../session/demonstration.ts');
    send({ type: 'DEMONSTRATE', source: demonstration(personality, new Date()) });
  };
  const wipe = (): void => {
    send({ type: 'CANCEL' });
    setReport(undefined);
    setNote('state.wiped');
    onReport?.(undefined);
  };

  useEffect(() => {
    if (start?.type === 'sample') void demonstrate(start.personality);
    if (start?.type === 'show') setReport(start.report);
    if (start?.type === 'read') {
      void mayChoose(context.input).then((may) => (may ? read() : setNote('state.ready-again')));
    }
  }, [start]);

  // A new reading takes the place of the old one; the old one is not shown beside it.
  useEffect(() => {
    if (isBusy) setReport(undefined);
    if (step !== 'report' || context.report === undefined) return;
    const kept = keptOf(context.report);
    setReport(kept);
    onReport?.(kept);
  }, [isBusy, context.report]);

  // Back at the beginning after a press: the button that led away from it has the focus again.
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && step === 'ready') setNote('state.cancelled');
    wasBusy.current = isBusy;
  }, [isBusy]);
  useEffect(() => {
    if (note !== undefined) readButton.current?.focus();
  }, [note]);

  const fault = step === 'failed' ? context.fault : undefined;
  return (
    <div class="card-panel">
      <p class="card-status" role="status">
        {isBusy ? say(busyWord(step)) : note && say(note)}
      </p>
      {isBusy && (
        <CardBusy
          say={say}
          step={step}
          progress={context.progress}
          onCancel={() => send({ type: 'CANCEL' })}
        />
      )}
      {fault && <CardFailure kit={kit} fault={fault} onAgain={read} />}
      {!isBusy && !fault && report && (
        <CardResult kit={kit} report={report} onAgain={read} onWipe={wipe} />
      )}
      {!isBusy && !fault && !report && step !== 'unsupported' && (
        <p class="card-buttons">
          <button class="button" type="button" ref={readButton} onClick={() => read()}>
            {say('button.read')}
          </button>
        </p>
      )}
    </div>
  );
}

const BUSY = ['choosing', 'opening', 'waiting', 'reading', 'cancelling', 'closing'] as const;

/** What to do now, in words. */
function busyWord(step: string): PanelWord {
  const known = BUSY.find((candidate) => candidate === step) ?? 'opening';
  return `state.${known}`;
}
