// Floor: kiosk, in the page. The page's side of the service worker: starts it, looks for a newer
// version now and then, and lets it take over between two persons, never under one.

/** The worker stands at the root, so that its scope may be the help screen without a header. */
const WORKER = '/kiosk-worker.js';
const SCOPE = '/kiosk/';
const LOOK_EVERY_MS = 30 * 60 * 1000;
/** How long a version may need to take over before the screen goes on with the old one. */
const PATIENCE_MS = 10_000;

/** Starts the worker. @returns undefined where there is none (no secure context, storage forbidden). */
export async function startWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    // Asks the browser not to throw the site away when the disk runs short; it may say no.
    void navigator.storage.persist();
    return registration;
  } catch {
    return undefined;
  }
}

/**
 * Looks for a newer version every half hour and when the network comes back. What is found is fetched
 * in the background and waits for `takeUpdate`. @returns ends the looking.
 */
export function watchForUpdate(registration: ServiceWorkerRegistration): () => void {
  const look = (): void => {
    // Without a network there is nothing to find; the next look will come.
    registration.update().catch(() => undefined);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  addEventListener('online', look);
  return () => {
    clearInterval(timer);
    removeEventListener('online', look);
  };
}

/**
 * To be called when nobody uses the screen: lets a waiting version take over.
 * @returns whether one did; then the caller loads the first screen anew, as a new document.
 */
export async function takeUpdate(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const waiting = (await navigator.serviceWorker.getRegistration(SCOPE))?.waiting;
  if (!waiting) return false;
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), PATIENCE_MS);
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => {
        clearTimeout(late);
        resolve(true);
      },
      { once: true },
    );
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window.
    waiting.postMessage('between-persons');
  });
}
