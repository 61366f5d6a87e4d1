// Floor: site, in the page. The client directive `client:focus`: an island wakes when someone goes
// to it, or at once when the address already carries a search.
import type { ClientDirective } from 'astro';

const focusDirective: ClientDirective = (load, _options, element) => {
  const wake = async () => {
    const hydrate = await load();
    await hydrate();
  };
  if (new URLSearchParams(location.search).has('q')) void wake();
  else element.addEventListener('focusin', () => void wake(), { once: true });
};

export default focusDirective;
