// Floor: kiosk shell. Brings in a public page of this site as a document. Nothing else is asked for.

export type PageFault = 'unreachable' | 'not-found';

/** A page that did not come; the code says why. */
export class PageError extends Error {
  readonly code: PageFault;

  constructor(code: PageFault, path: string) {
    super(`${code}: ${path}`);
    this.name = 'PageError';
    this.code = code;
  }
}

/** Longest wait for a page of our own host, in milliseconds. */
const LIMIT = 10_000;

/**
 * @param path address on this site, without a fragment.
 * @throws PageError `unreachable` without connection or after 10 seconds, `not-found` when the site
 *   has no such page; AbortError when `signal` fires.
 */
export async function fetchPage(path: string, signal: AbortSignal): Promise<Document> {
  const late = AbortSignal.timeout(LIMIT);
  const response = await fetch(path, { signal: AbortSignal.any([signal, late]) }).catch(() => {
    signal.throwIfAborted();
    throw new PageError('unreachable', path);
  });
  if (!response.ok) throw new PageError('not-found', path);
  return parsePage(await response.text());
}

/** Parses a page without its styles, which the policy would refuse here, and complain of. */
const parsePage = (html: string): Document =>
  new DOMParser().parseFromString(
    html.replaceAll(/<style[^>]*>[\s\S]*?<\/style>/g, ''),
    'text/html',
  );
