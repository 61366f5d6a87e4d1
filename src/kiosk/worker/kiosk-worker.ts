// Floor: kiosk, in the service worker. Keeps the help screen whole without a network: one version of
// the whole site, verified file by file, served from this device. A newer version is fetched beside it
// and takes over only when the screen says that nobody is using it. Imports nothing: the build strips
// the types and puts KIOSK_MANIFEST before it (src/build/kiosk-worker.ts).

interface Manifest {
  /** Names the whole: changes when any file does. */
  readonly version: string;
  /** Request path → SHA-256 in base64. */
  readonly files: Readonly<Record<string, string>>;
}

interface WorkerEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerScope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

declare const KIOSK_MANIFEST: Manifest;
const worker = globalThis as unknown as WorkerScope;

const OURS = 'kiosk-';
const CACHE = OURS + KIOSK_MANIFEST.version;
/** Files fetched at a time: a counter's line is slow, and others use it too. */
const LANES = 4;

worker.addEventListener('install', (event) => event.waitUntil(download()));
worker.addEventListener('activate', (event) => event.waitUntil(settle()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'between-persons') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (Object.hasOwn(KIOSK_MANIFEST.files, pathname))
    event.respondWith(kept(pathname, event.request));
});

/** A file of this version; from the network only when the browser has thrown it away. */
async function kept(pathname: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(pathname)) ?? fetch(request);
}

/** Fetches the version whole, or fails: a half version never becomes one. */
async function download(): Promise<void> {
  const cache = await caches.open(CACHE);
  const waiting = Object.entries(KIOSK_MANIFEST.files);
  const lane = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [pathname, hash] = next;
      // oxlint-disable-next-line no-await-in-loop -- a lane takes one file after another.
      if (!(await cache.match(pathname))) await cache.put(pathname, await obtain(pathname, hash));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** What an older version has already, else from the network; both only with the right hash. */
async function obtain(pathname: string, hash: string): Promise<Response> {
  const old = await caches.match(pathname);
  if (old && (await hashOf(old.clone())) === hash) return old;
  const fresh = await fetch(pathname, {
    integrity: `sha256-${hash}`,
    cache: 'no-cache',
    redirect: 'error',
  });
  if (!fresh.ok) throw new Error(`${pathname}: ${fresh.status}`);
  return fresh;
}

async function hashOf(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** This version is the one now: the others go, and open screens are served by it. */
async function settle(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}
