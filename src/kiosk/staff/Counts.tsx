// Floor: kiosk, in the page. Shows the counts, hands them out as a file, forgets them.
import { useId, useState } from 'preact/hooks';
import { japanDayOf } from '../../guidance/dates/japan-day.ts';
import { clearCounts, countsCsv, FAILED_SEARCH, readCounts, type Count } from '../counts.ts';
import type { SayStaff } from './staff-words.ts';

interface Props {
  say: SayStaff;
  onNotice: (text: string) => void;
}

export function Counts({ say, onNotice }: Props) {
  const id = useId();
  const [counts, setCounts] = useState(() => readCounts(localStorage));
  const [isAsking, setAsking] = useState(false);
  const clear = (): void => {
    clearCounts(localStorage);
    setCounts(readCounts(localStorage));
    setAsking(false);
    onNotice(say('counts.cleared'));
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('counts.title')}</h2>
      <p>{say('counts.lead')}</p>
      {counts.length === 0 ? (
        <p>{say('counts.none')}</p>
      ) : (
        <>
          <CountTable say={say} counts={counts} />
          <p class="staff-row">
            <button type="button" class="staff-button" onClick={() => handOut(counts)}>
              {say('counts.export')}
            </button>
            <button type="button" class="staff-button" onClick={() => print()}>
              {say('counts.print')}
            </button>
            {isAsking ? (
              <>
                <button type="button" class="staff-button" onClick={() => setAsking(false)}>
                  {say('counts.clear.keep')}
                </button>
                <button type="button" class="staff-button staff-main" onClick={clear}>
                  {say('counts.clear.sure')}
                </button>
              </>
            ) : (
              <button type="button" class="staff-button" onClick={() => setAsking(true)}>
                {say('counts.clear')}
              </button>
            )}
          </p>
          <p class="staff-small">{say('counts.export.note')}</p>
        </>
      )}
    </section>
  );
}

function CountTable({ say, counts }: { say: SayStaff; counts: readonly Count[] }) {
  return (
    <div class="staff-table">
      <table>
        <caption>{say('counts.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('counts.day')}</th>
            <th scope="col">{say('counts.id')}</th>
            <th scope="col">{say('counts.times')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ day, id, times }) => (
            <tr key={`${day} ${id}`}>
              <td>{day}</td>
              <td>{id === FAILED_SEARCH ? say('counts.failed') : id}</td>
              <td>{times}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Gives the counts to the browser as a file. */
function handOut(counts: readonly Count[]): void {
  const address = URL.createObjectURL(new Blob([countsCsv(counts)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `kiosk-counts-${japanDayOf(new Date())}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
