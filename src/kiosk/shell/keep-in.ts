// Floor: kiosk shell. No way out of the page: what a browser offers beside the page's own buttons
// is stopped here, as far as a page can. The rest is the browser's policy (docs/operate).

/** Keys that move about in the page; everything else a browser does with keys is stopped. */
const KEYS = new Set([
  'Tab',
  'Enter',
  ' ',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
]);

const stop = (event: Event): void => event.preventDefault();

function stopKey(event: KeyboardEvent): void {
  const combined = event.ctrlKey || event.metaKey || event.altKey;
  if (combined || !KEYS.has(event.key)) event.preventDefault();
}

/** Wheel with Ctrl, and two fingers: zoom. Text size has its own buttons. */
function stopZoom(event: WheelEvent | TouchEvent): void {
  const zooms = 'touches' in event ? event.touches.length > 1 : event.ctrlKey;
  if (zooms) event.preventDefault();
}

const STOPPED = [
  'contextmenu',
  'auxclick',
  'dragstart',
  'dragover',
  'drop',
  'selectstart',
  'copy',
  'cut',
  'paste',
  'gesturestart',
] as const;

/** From now on, until the document goes. */
export function keepIn(): void {
  const options = { capture: true, passive: false };
  for (const name of STOPPED) document.addEventListener(name, stop, options);
  document.addEventListener('keydown', stopKey, options);
  document.addEventListener('wheel', stopZoom, options);
  document.addEventListener('touchmove', stopZoom, options);
  document.addEventListener('touchstart', stopZoom, options);
}
