// Floor: site, in the page. The client directive `client:focus`: an island wakes when someone goes
// to it, or at once when they are there already or the address carries a search.
import type { ClientDirective } from 'astro';

const focusDirective: ClientDirective = (load, _options, element) => {
  const failed = element.querySelector<HTMLElement>('[data-failed]');
  const wake = async () => {
    const hydrate = await load();
    await hydrate();
  };
  const listen = () => element.addEventListener('focusin', () => void wake(), { once: true });
  // Most likely no connection: say so, and try again when the person comes back to the island.
  element.addEventListener('astro:hydration-error', (error) => {
    error.preventDefault();
    if (failed) failed.hidden = false;
    listen();
  });
  element.addEventListener('astro:hydrate', () => {
    if (failed) failed.hidden = true;
  });
  // This script is a file: on a slow line the person may be there before it.
  const isThere = element.contains(document.activeElement);
  if (isThere || new URLSearchParams(location.search).has('q')) void wake();
  else listen();
};

export default focusDirective;
