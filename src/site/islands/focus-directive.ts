// Floor: site, in the page. The client directive `client:focus`: an island wakes when someone goes
// to it, or at once when the address already carries a search.
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
  if (new URLSearchParams(location.search).has('q')) void wake();
  else listen();
};

export default focusDirective;
