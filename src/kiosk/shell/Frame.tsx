// Floor: kiosk shell. What stands around every screen: the name above, the ways on below, where
// hands reach from a wheelchair as well.
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { current, type Screen, type Way } from '../session/screens.ts';
import { addressOf } from './links.ts';
import { useDesk } from './context.ts';
import { Counters, officeOf, Opening } from './Counter.tsx';
import { CardScreen } from './CardScreen.tsx';
import { CodeScreen } from './CodeScreen.tsx';
import { DisplayScreen } from './DisplayScreen.tsx';
import { KanaScreen, TilesScreen, TopicScreen } from './Finding.tsx';
import { PageScreen } from './PageScreen.tsx';
import { StaffScreen } from './StaffScreen.tsx';

interface Props {
  way: Way;
  scroller: RefObject<HTMLElement | null>;
}

export function Frame({ way, scroller }: Props) {
  const desk = useDesk();
  const { language } = desk;
  const office = officeOf(desk);
  const here = current(way)?.screen;
  const hasCard = way.some(({ screen }) => screen.kind === 'card');
  return (
    <div class="k-frame">
      <header class="k-head">
        <p>{language.siteName}</p>
        {office && (
          <div class="k-office">
            <p class="k-screen-only">
              <Opening office={office} brief />
            </p>
            <div class="k-paper-only">
              <b>{office.name}</b> {office.sample && language.officeWords['office.sample']}
              <Counters office={office} />
            </div>
          </div>
        )}
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls by arrow keys where nothing in it can be focused. */}
      <main ref={scroller} class="k-main-part" tabIndex={0}>
        {here && here.kind !== 'card' && (
          <div data-screen={here.kind} key={`${way.length} ${JSON.stringify(here)}`}>
            <ScreenOf screen={here} />
          </div>
        )}
        {/* Stays while it is on the way, so that Back shows what the card told. */}
        {hasCard && (
          <div data-screen="card" hidden={here?.kind !== 'card'}>
            <CardScreen isSeen={here?.kind === 'card'} />
          </div>
        )}
      </main>
      <Mover scroller={scroller} of={here} />
      <Bar way={way} scroller={scroller} />
    </div>
  );
}

function ScreenOf({ screen }: { screen: Exclude<Screen, { kind: 'card' }> }) {
  switch (screen.kind) {
    case 'tiles':
      return <TilesScreen />;
    case 'topic':
      return <TopicScreen id={screen.id} />;
    case 'kana':
      return <KanaScreen row={screen.row} />;
    case 'page':
      return <PageScreen screen={screen} />;
    case 'code':
      return <CodeScreen address={screen.address} title={screen.title} />;
    case 'staff':
      return <StaffScreen />;
    case 'display':
      return <DisplayScreen />;
  }
}

/** Two buttons that move the screen: dragging must not be the only way. */
function Mover({ scroller, of }: { scroller: Props['scroller']; of: Screen | undefined }) {
  const { say } = useDesk();
  const [room, setRoom] = useState({ above: false, below: false });
  useEffect(() => {
    const main = scroller.current;
    if (!main) return;
    const look = () =>
      setRoom({
        above: main.scrollTop > 1,
        below: main.scrollTop + main.clientHeight < main.scrollHeight - 1,
      });
    const watcher = new ResizeObserver(look);
    watcher.observe(main);
    for (const child of main.children) watcher.observe(child);
    main.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      watcher.disconnect();
      main.removeEventListener('scroll', look);
    };
  }, [of]);
  const move = (by: number) => {
    const main = scroller.current;
    main?.scrollBy({ top: by * main.clientHeight * 0.8 });
  };
  const isStill = !room.above && !room.below;
  return (
    // Keeps its place: content that grew wider without it would need it again.
    <section class={isStill ? 'k-mover k-still' : 'k-mover'} aria-label={say('scroll.label')}>
      <button type="button" aria-disabled={!room.above} onClick={() => move(-1)}>
        {say('scroll.up')}
      </button>
      <button type="button" aria-disabled={!room.below} onClick={() => move(1)}>
        {say('scroll.down')}
      </button>
    </section>
  );
}

const headingOf = (main: Element | null): string =>
  main?.querySelector('[data-screen]:not([hidden]) h1')?.textContent ?? '';

function Bar({ way, scroller }: Props) {
  const { say, send, go } = useDesk();
  const here = current(way)?.screen;
  const page = here?.kind === 'page' ? here : undefined;
  const canGoBack = way.length > 1;
  return (
    <nav class="k-bar" aria-label={say('bar.label')}>
      <button type="button" aria-disabled={!canGoBack} onClick={() => send({ type: 'BACK' })}>
        {say('bar.back')}
      </button>
      <button type="button" aria-disabled={!canGoBack} onClick={() => send({ type: 'RESTART' })}>
        {say('bar.restart')}
      </button>
      <button type="button" class="k-staff" onClick={() => go({ kind: 'staff' })}>
        {say('bar.staff')}
      </button>
      <button type="button" onClick={() => go({ kind: 'display' })}>
        {say('bar.display')}
      </button>
      <button
        type="button"
        aria-disabled={!page}
        onClick={() => {
          if (page)
            go({ kind: 'code', address: addressOf(page), title: headingOf(scroller.current) });
        }}
      >
        {say('bar.code')}
      </button>
      <button type="button" onClick={() => send({ type: 'FINISH' })}>
        {say('bar.finish')}
      </button>
    </nav>
  );
}
