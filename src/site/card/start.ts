// Floor: site, in the page. The shell of the card panel: one button and the samples. Loads the panel on the
// first press, and at once when this tab already holds a report. Tiny, because it is all that a page
// carries for those who have no reader.
import type { Personality } from '../../card/sample/personality-names.ts';
import type { ShellStart } from './panel.tsx';

type Panel = typeof import('./panel.tsx');

function prepare(shell: HTMLElement): void {
  const { panel = '', kit = '', report = '', loading = '', failed = '' } = shell.dataset;
  const [status, place] = shell.querySelectorAll('[role=status], [data-place]');
  const first = shell.querySelector<HTMLElement>('[data-usb=yes]');
  const say = (words: string) => status && (status.textContent = words);
  let isLoading = false;

  const open = async (asked: ShellStart): Promise<void> => {
    if (isLoading || !place) return;
    isLoading = true;
    say(loading);
    try {
      const words = fetch(kit).then((answer) => answer.json());
      const { mountPanel } = (await import(/* @vite-ignore */ panel)) as Panel;
      // The panel has a button and a status line of its own.
      if (mountPanel(place, await words, asked) && first) first.hidden = true;
      say('');
    } catch {
      say(failed);
    }
    isLoading = false;
  };

  if (!('usb' in navigator && navigator.usb) && !('smartCard' in navigator)) {
    for (const part of shell.querySelectorAll<HTMLElement>('[data-usb]')) {
      part.hidden = part === first;
    }
  }
  first?.addEventListener('click', () => void open({ type: 'read' }));
  shell.querySelector('form')?.addEventListener('submit', (submit) => {
    submit.preventDefault();
    const personality = shell.querySelector('select')?.value as Personality;
    void open({ type: 'sample', personality });
  });
  try {
    if (sessionStorage.getItem(report)) void open({ type: 'show' });
  } catch {
    // Storage is refused: there is no report to show.
  }
}

for (const shell of document.querySelectorAll<HTMLElement>('[data-panel]')) prepare(shell);
