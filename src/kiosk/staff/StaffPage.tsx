// Floor: kiosk, in the page. The staff page: a code against curiosity, then calibration, settings,
// checks, cleaning and counts. All it writes stays in this device's storage.
import { useEffect, useState } from 'preact/hooks';
import type { JapanDay } from '../../guidance/dates/japan-day.ts';
import { readSettings, writeSettings, type KioskSettings } from '../settings.ts';
import { startWorker, watchForUpdate } from '../updates.ts';
import { Calibration } from './Calibration.tsx';
import { Checks } from './Checks.tsx';
import { Cleaning } from './Cleaning.tsx';
import { CodeGate } from './CodeGate.tsx';
import { Counts } from './Counts.tsx';
import { Setup, type OfficeChoice } from './Setup.tsx';
import { staffSpeaker, type StaffWords } from './staff-words.ts';

/** What the build writes into the staff page. */
export interface StaffData {
  words: StaffWords;
  /** Day of the build in Japan. */
  built: JapanDay;
  offices: readonly OfficeChoice[];
  /** SHA-256 of the operator's code, in hex; without it the page is open and says so. */
  codeHash?: string;
}

export function StaffPage({ words, built, offices, codeHash }: StaffData) {
  const say = staffSpeaker(words);
  const [isOpen, setOpen] = useState(codeHash === undefined);
  const [settings, setSettings] = useState(() => readSettings(localStorage));
  const [notice, setNotice] = useState('');

  useEffect(() => {
    const watching = startWorker().then((worker) => worker && watchForUpdate(worker));
    return () => void watching.then((end) => end?.());
  }, []);

  if (!isOpen) return <CodeGate say={say} hash={codeHash ?? ''} onOpen={() => setOpen(true)} />;

  const save = (change: Partial<KioskSettings>): void => {
    const isKept = writeSettings(localStorage, { ...settings, ...change });
    setSettings(readSettings(localStorage));
    setNotice(say(isKept ? 'staff.saved' : 'staff.not-saved'));
  };
  return (
    <div style={{ '--mm': `${settings.pixelsPerMm}px` }}>
      <p role="status" class="staff-notice">
        {notice}
      </p>
      {codeHash === undefined && (
        <section class="staff-warning">
          <p>{say('code.none')}</p>
          <p>{say('code.how')}</p>
          <p>{say('code.limits')}</p>
        </section>
      )}
      <Calibration say={say} settings={settings} onSave={save} />
      <Setup say={say} settings={settings} offices={offices} onSave={save} />
      <Checks say={say} settings={settings} built={built} />
      <Cleaning say={say} />
      <Counts say={say} onNotice={setNotice} />
    </div>
  );
}
