// Floor: kiosk shell. The counter at which this screen stands, and whether it is open, in Japan's time
// whatever the device is set to. Nothing where no office is set.
import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../guidance/dates/say-day.ts';
import { openingAt } from '../../guidance/office/opening.ts';
import { openingLines } from '../../guidance/office/say.ts';
import type { KioskOffice } from '../data.ts';
import { useDesk, type Desk } from './context.ts';

const MINUTE_MS = 60_000;

/** The office that the operator has set on this screen, or else that of the edition. */
export const officeOf = ({ data, settings }: Pick<Desk, 'data' | 'settings'>) =>
  data.offices.find(({ code }) => code === (settings.office ?? data.office));

/** The time, anew every minute. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Name of the office, and whether it is open; `brief` leaves out when it opens next. */
export function Opening({ office, brief = false }: { office: KioskOffice; brief?: boolean }) {
  const { language } = useDesk();
  const now = useNow();
  const lines = openingLines(openingAt(office, now), now, language.officeWords);
  return (
    <>
      <b>{office.name}</b> {office.sample && language.officeWords['office.sample']}{' '}
      {(brief ? lines.slice(0, 1) : lines).join(language.officeWords['office.separator'])}
    </>
  );
}

/** The counters with their places and numbers. */
export function Counters({ office }: { office: KioskOffice }) {
  const { language } = useDesk();
  const words = language.officeWords;
  return (
    <ul>
      {office.counters.map(({ name, place, phone = office.phone }) => (
        <li key={name}>
          <b>
            {place === undefined ? name : fill(words['office.counter'], { counter: name, place })}
          </b>
          {phone !== undefined && (
            <span class="k-quiet">
              {' '}
              {fill(words['office.line'], { label: words['office.phone'], value: phone })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
