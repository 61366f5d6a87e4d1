// Floor: site, in the page. Wakes the forms that a page shows before it has their scripts: when someone
// goes to one, or at once when they are there already or the address carries a search. Tiny, because it
// is all that a page carries for those who never search.
import type { Wake } from './late-form.ts';

function prepare(form: HTMLElement): void {
  const failed = form.querySelector<HTMLElement>('[data-failed]');
  const wake = async (): Promise<void> => {
    try {
      const late = (await import(/* @vite-ignore */ form.dataset['late'] ?? '')) as { wake: Wake };
      if (failed) failed.hidden = true;
      // What its script is given stands behind it (LateForm.astro).
      late.wake(form, JSON.parse(form.nextElementSibling?.textContent ?? ''));
      delete form.dataset['late'];
    } catch {
      // Most likely no connection: say so, and try again when the person comes back to the form.
      if (failed) failed.hidden = false;
      listen();
    }
  };
  const listen = () => form.addEventListener('focusin', () => void wake(), { once: true });

  // This script is a file: on a slow line the person may be there before it.
  const isThere = form.contains(document.activeElement);
  if (isThere || new URLSearchParams(location.search).has('q')) void wake();
  else listen();
}

for (const form of document.querySelectorAll<HTMLElement>('[data-late]')) prepare(form);
