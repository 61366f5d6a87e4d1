// Floor: kiosk shell. Joins the session to the page: what is seen follows its state, every use of
// the screen is told to it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fromPromise } from 'xstate';
import { speaker, type KioskWord } from '../../guidance/knowledge/words.ts';
import { useActor } from '../../site/islands/use-actor.ts';
import type { KioskData } from '../data.ts';
import { current, type Screen } from '../session/screens.ts';
import { sessionMachine } from '../session/session.ts';
import type { KioskSettings } from '../settings.ts';
import { takeUpdate } from '../updates.ts';
import { watchCorner, watchUse } from './activity.ts';
import { Asking } from './Asking.tsx';
import { Attract } from './Attract.tsx';
import { DeskContext, type Desk } from './context.ts';
import { Frame } from './Frame.tsx';
import { DEFAULT_LOOK, setLook as applyLook, type Look } from './measure.ts';
import { wipe } from './wipe.ts';

const EXITS = { attract: '/kiosk/', staff: '/kiosk/staff/' } as const;

const machine = sessionMachine.provide({
  actors: { wipe: fromPromise<void>(() => wipe()) },
  // A new document in place of this one: nothing in memory, nothing to go back to. Between two
  // persons is also the time for a newer version.
  actions: {
    leave: ({ context }) =>
      void takeUpdate()
        .catch(() => false)
        .then(() => location.replace(EXITS[context.exit])),
  },
});

function languageOf(data: KioskData, code: string) {
  const language = data.languages.find((known) => known.code === code) ?? data.languages[0];
  if (!language) throw new Error('help screen without a language');
  return language;
}

export function Shell({ data, settings }: { data: KioskData; settings: KioskSettings }) {
  const { idleSeconds, warnSeconds } = settings;
  const input = { idleSeconds, warnSeconds, language: data.languages[0]?.code ?? '' };
  const [snapshot, send] = useActor(machine, { input });
  const { context } = snapshot;
  const language = languageOf(data, context.language);
  const say = useMemo(() => speaker<KioskWord>(language.words), [language]);
  const [look, setLook] = useState<Look>(DEFAULT_LOOK);
  const scroller = useRef<HTMLElement>(null);
  const visited = current(context.way);

  const go = useCallback((screen: Screen, left?: Screen) => {
    const top = scroller.current?.scrollTop ?? 0;
    send(
      screen.kind === 'tiles'
        ? { type: 'RESTART' }
        : { type: 'GO', screen, top, ...(left ? { left } : {}) },
    );
  }, []);

  const shown = useCallback(
    (patient = false) => {
      const main = scroller.current;
      const heading = main?.querySelector<HTMLElement>('[data-screen]:not([hidden]) h1');
      if (main) main.scrollTop = visited?.top ?? 0;
      if (heading) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
        document.title = `${heading.textContent} | ${language.siteName}`;
      }
      send({ type: 'SHOWN', patient });
    },
    [visited, language],
  );

  useEffect(() => watchUse(() => send({ type: 'USED' })), []);
  useEffect(
    () => watchCorner(settings.pixelsPerMm, () => send({ type: 'FINISH', exit: 'staff' })),
    [settings],
  );
  useEffect(() => {
    document.documentElement.lang = language.code;
  }, [language]);
  useEffect(() => applyLook(look), [look]);

  const desk: Desk = {
    data,
    language,
    settings,
    say,
    send,
    go,
    shown,
    look,
    setLook,
    pace: context.pace,
  };

  return (
    <DeskContext.Provider value={desk}>
      {snapshot.matches('attract') && <Attract />}
      {(snapshot.matches('inUse') || snapshot.matches('asking')) && (
        <Frame way={context.way} scroller={scroller} />
      )}
      {snapshot.matches('asking') && (
        <Asking left={snapshot.matches({ asking: 'counting' }) ? context.left : undefined} />
      )}
      {(snapshot.matches('wiping') || snapshot.matches('gone')) && (
        <main class="k-plain">
          <h1>{say('wiping.title')}</h1>
          <p>{say('wiping.text')}</p>
        </main>
      )}
    </DeskContext.Provider>
  );
}
