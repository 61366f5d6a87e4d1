// Floor: kiosk shell. What counts as use of the screen, and the corner that staff hold.

/** Uses within this time are told once, in milliseconds. */
const REST = 250;
const USES = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'scroll'] as const;

/** Tells of every touch, key and scroll. Returns how to stop. */
export function watchUse(tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const used = (): void => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
    }, REST);
    tell();
  };
  const options = { capture: true, passive: true };
  for (const name of USES) document.addEventListener(name, used, options);
  return () => {
    clearTimeout(timer);
    for (const name of USES) document.removeEventListener(name, used, options);
  };
}

/** How long staff hold the corner, in milliseconds. */
export const STAFF_HOLD = 3000;
/** Side of the corner, in millimetres. */
const CORNER = 16;

/** Tells when the upper right corner was held: the staff's way in. Returns how to stop. */
export function watchCorner(pixelsPerMm: number, tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const release = (): void => clearTimeout(timer);
  const press = ({ clientX, clientY, isPrimary }: PointerEvent): void => {
    const side = CORNER * pixelsPerMm;
    release();
    if (isPrimary && clientY < side && clientX > innerWidth - side) {
      timer = setTimeout(tell, STAFF_HOLD);
    }
  };
  const ends = ['pointerup', 'pointercancel', 'pointerleave'] as const;
  document.addEventListener('pointerdown', press, true);
  for (const name of ends) document.addEventListener(name, release, true);
  return () => {
    release();
    document.removeEventListener('pointerdown', press, true);
    for (const name of ends) document.removeEventListener(name, release, true);
  };
}
