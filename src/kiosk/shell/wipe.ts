// Floor: kiosk shell. Empties the page of a person: storage, marks, form values, open readers. What
// is in memory goes with the document, which the shell replaces afterwards.

/** What the operator keeps on the screen begins so: settings, counts, and the site itself. */
export const OPERATORS = /^kiosk[.-]/;

/** How long a reader may take to close by itself, in milliseconds. */
const CLOSING = 3000;
const LOOK_AGAIN = 50;

/** Does everything it can; the shell leaves the document whatever fails. */
export async function wipe(): Promise<void> {
  forgetStorage();
  getSelection()?.removeAllRanges();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  for (const form of document.forms) form.reset();
  history.replaceState(null, '', location.pathname);
  await Promise.allSettled([closeReaders(), dropDatabases(), dropCaches()]);
}

function forgetStorage(): void {
  sessionStorage.clear();
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=')[0] ?? ''}=; Max-Age=0; Path=/`;
  }
  for (const key of Object.keys(localStorage)) {
    if (!OPERATORS.test(key)) localStorage.removeItem(key);
  }
}

/** The reading session closes its reader once its screen is gone; a reader that stays open is closed here. */
async function closeReaders(): Promise<void> {
  const { usb }: { usb?: USB } = navigator;
  if (usb === undefined) return;
  const devices = await usb.getDevices();
  for (let waited = 0; waited < CLOSING; waited += LOOK_AGAIN) {
    if (devices.every(({ opened }) => !opened)) return;
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_AGAIN);
    });
  }
  await Promise.allSettled(devices.filter(({ opened }) => opened).map((device) => device.close()));
}

/** We make none; whatever is there is not ours to leave behind. */
async function dropDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name !== undefined) indexedDB.deleteDatabase(name);
  }
}

async function dropCaches(): Promise<void> {
  if (!('caches' in globalThis)) return;
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => !OPERATORS.test(name)).map((name) => caches.delete(name)),
  );
}
