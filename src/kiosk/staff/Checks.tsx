// Floor: kiosk, in the page. Looks at the device and says what is well, what to look at, what to mend.
import { useEffect, useId, useState } from 'preact/hooks';
import type { JapanDay } from '../../guidance/dates/japan-day.ts';
import type { KioskSettings } from '../settings.ts';
import { takeUpdate } from '../updates.ts';
import {
  contentDays,
  judgeClock,
  judgeContent,
  judgeOffline,
  judgeReaders,
  judgeScreen,
  judgeTouch,
  type Verdict,
} from './checks.ts';
import type { SayStaff } from './staff-words.ts';

interface Props {
  say: SayStaff;
  settings: KioskSettings;
  built: JapanDay;
}

/** What only the browser can tell, asked anew at each check. */
interface Found {
  /** Names of the readers that this site may use and knows; undefined without WebUSB. */
  readonly readers: readonly string[] | undefined;
  /** Files kept for a time without network; undefined where there can be no worker. */
  readonly kept: number | undefined;
  readonly isActive: boolean;
  /** Whether a newer version has been fetched and waits. */
  readonly isNewer: boolean;
}

export function Checks({ say, settings, built }: Props) {
  const id = useId();
  const [found, setFound] = useState<Found>();
  const [isTouched, setTouched] = useState(false);
  const [now, setNow] = useState(() => new Date());
  const check = async (): Promise<void> => {
    setNow(new Date());
    setFound(await look(say('check.reader.unnamed')));
  };
  useEffect(() => void check(), []);

  const days = contentDays(built, now);
  const time = now.toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo' });
  const row = (name: string, verdict: Verdict, text: string) => (
    <li class={`staff-${verdict}`}>
      <b>{say('check.row', { name, state: say(`check.state.${verdict}`) })}</b>
      <span>{text}</span>
    </li>
  );
  const screenVerdict = judgeScreen(settings);
  const touchVerdict = judgeTouch(navigator.maxTouchPoints, isTouched);
  const clockVerdict = judgeClock(days);
  const contentVerdict = judgeContent(days);
  const readerVerdict = judgeReaders(found?.readers);
  const offlineVerdict = judgeOffline(found?.kept, found?.isActive ?? false);
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('check.title')}</h2>
      <ul class="staff-checks">
        {row(
          say('check.screen'),
          screenVerdict,
          say(`check.screen.${screenVerdict}`, { width: innerWidth, height: innerHeight }),
        )}
        {row(say('check.touch'), touchVerdict, say(`check.touch.${touchVerdict}`))}
        {found &&
          row(
            say('check.reader'),
            readerVerdict,
            say(`check.reader.${readerVerdict}`, {
              count: found.readers?.length ?? 0,
              names: found.readers?.join(' / ') ?? '',
            }),
          )}
        {row(say('check.printer'), 'look', say('check.printer.look'))}
        {row(say('check.clock'), clockVerdict, say(`check.clock.${clockVerdict}`, { time, built }))}
        {row(
          say('check.content'),
          contentVerdict,
          say(`check.content.${contentVerdict}`, { built, days }),
        )}
        {found &&
          row(
            say('check.offline'),
            offlineVerdict,
            say(`check.offline.${offlineVerdict}`, { count: found.kept ?? 0 }),
          )}
      </ul>
      {found?.isNewer && (
        <p class="staff-row">
          <span>{say('check.newer')}</span>
          <button
            type="button"
            class="staff-button staff-main"
            onClick={() => void takeUpdate().then((isTaken) => isTaken && location.reload())}
          >
            {say('check.newer.take')}
          </button>
        </p>
      )}
      <p class="staff-row">
        <button
          type="button"
          class="staff-button staff-pad"
          onPointerDown={({ pointerType }) => pointerType === 'touch' && setTouched(true)}
        >
          {say('check.touch.try')}
        </button>
        <button type="button" class="staff-button" onClick={() => print()}>
          {say('check.printer.try')}
        </button>
        <button type="button" class="staff-button staff-main" onClick={() => void check()}>
          {say('check.again')}
        </button>
      </p>
    </section>
  );
}

async function look(unnamed: string): Promise<Found> {
  const { driverFor } = await import('../../card/readers/registry.ts');
  const { usb, serviceWorker }: { usb?: USB; serviceWorker?: ServiceWorkerContainer } = navigator;
  const devices = usb && (await usb.getDevices());
  const registration = await serviceWorker?.getRegistration();
  const names = serviceWorker ? await caches.keys() : [];
  const sizes = await Promise.all(
    names.map(async (name) => (await (await caches.open(name)).keys()).length),
  );
  return {
    readers: devices
      ?.filter((device) => driverFor(device))
      .map(({ productName }) => productName ?? unnamed),
    kept: serviceWorker && Math.max(0, ...sizes),
    isActive: registration?.active?.state === 'activated',
    isNewer: registration?.waiting != null,
  };
}
