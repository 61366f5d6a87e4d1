// Floor: kiosk shell. The beginning: reads what the build and the operator left, and comes up.
import { render } from 'preact';
import { KIOSK_DATA_ID, type KioskData } from '../data.ts';
import { readSettings } from '../settings.ts';
import { startWorker, watchForUpdate } from '../updates.ts';
import { keepIn } from './keep-in.ts';
import { DEFAULT_LOOK, setLook, setScale } from './measure.ts';
import { Shell } from './Shell.tsx';

function start(): void {
  const root = document.querySelector('#kiosk');
  const data = document.querySelector(`#${KIOSK_DATA_ID}`)?.textContent;
  if (!root || !data) throw new Error('help screen without its data');
  const settings = readSettings(localStorage);
  setScale(settings);
  setLook(DEFAULT_LOOK);
  keepIn();
  void startWorker().then((registration) => registration && watchForUpdate(registration));
  root.replaceChildren();
  render(<Shell data={JSON.parse(data) as KioskData} settings={settings} />, root);
}

start();
