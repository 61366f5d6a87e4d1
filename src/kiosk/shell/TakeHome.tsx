// Floor: kiosk shell. What a person takes home from an outcome: its address with their answers as a
// code, and paper where the operator allows it.
import { useState } from 'preact/hooks';
import type { Screen } from '../session/screens.ts';
import { Code } from './Code.tsx';
import { useDesk } from './context.ts';
import { Counters, officeOf } from './Counter.tsx';
import { addressOf } from './links.ts';

interface Props {
  page: Extract<Screen, { kind: 'page' }>;
  title: string;
}

export function TakeHome({ page, title }: Props) {
  const desk = useDesk();
  const { say, data, settings, language } = desk;
  const office = officeOf(desk);
  const [printed, setPrinted] = useState(false);
  const print = () => {
    globalThis.print();
    setPrinted(true);
  };
  return (
    <aside class="k-take" aria-label={title}>
      <h2>{say('take.title')}</h2>
      {data.siteUrl === undefined ? (
        <p>{say('take.none')}</p>
      ) : (
        <>
          <p class="k-screen-only">{say('take.how')}</p>
          <Code address={new URL(addressOf(page), data.siteUrl).href} />
        </>
      )}
      {settings.print ? (
        <button type="button" class="k-way k-main" onClick={print}>
          {say('take.print')}
        </button>
      ) : (
        <p>{say('take.no-print')}</p>
      )}
      <p role="status">{printed ? say('take.paper') : ''}</p>
      {office && (
        <div class="k-screen-only">
          <p>
            <b>{office.name}</b>
          </p>
          <Counters office={office} />
        </div>
      )}
      <p class="k-paper-only">{say('attract.built', { day: language.builtOn })}</p>
    </aside>
  );
}
