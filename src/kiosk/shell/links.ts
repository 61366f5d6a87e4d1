// Floor: kiosk shell. Where a link of a public page leads on the help screen. Pure.
import type { Screen } from '../session/screens.ts';

export type Target =
  | { readonly kind: 'inside'; readonly screen: Screen }
  | { readonly kind: 'outside'; readonly address: string }
  /** Nothing to open here: a telephone number, a place on the same page, a page for editors. */
  | { readonly kind: 'text' };

const TEXT: Target = { kind: 'text' };

/** Origin, path and language of the page on which a link stands. */
export interface Place {
  /** Address of the page in full. */
  readonly page: string;
  /** `/` for the default language, `/en/` for another. */
  readonly root: string;
  /** The public site's own address, when known: its links are links to this site. */
  readonly siteUrl?: string | undefined;
}

export function targetOfLink(href: string, { page, root, siteUrl }: Place): Target {
  if (href === '' || href.startsWith('#') || !URL.canParse(href, page)) return TEXT;
  const url = new URL(href, page);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return TEXT;
  const here = new URL(page);
  const isOurs =
    url.origin === here.origin || (siteUrl !== undefined && url.origin === new URL(siteUrl).origin);
  if (!isOurs) return { kind: 'outside', address: url.href };
  if (url.pathname === here.pathname && url.hash !== '') return TEXT;
  const screen = screenFor(url.pathname, url.hash.slice(1), root);
  return screen ? { kind: 'inside', screen } : TEXT;
}

/** The screen that shows a page of the site. */
export function screenFor(pathname: string, id: string, root: string): Screen | undefined {
  // Read as an address again, such a path names another host: `/.//example.com/`.
  if (pathname.startsWith('//')) return undefined;
  const path = pathname.startsWith(root) ? `/${pathname.slice(root.length)}` : pathname;
  if (path === '/' || path === '/guides/') return { kind: 'tiles' };
  if (path === '/card/') return { kind: 'card' };
  if (path === '/search/' || (path === '/faq/' && id === '')) return { kind: 'kana' };
  if (path === '/faq/') return { kind: 'topic', id };
  if (path.endsWith('/map/') || path.startsWith('/kiosk/')) return undefined;
  return { kind: 'page', path: `${pathname}${id === '' ? '' : `#${id}`}` };
}

/** Address of a page with the answers given, below this site. */
export function addressOf({ path, answers = {} }: Extract<Screen, { kind: 'page' }>): string {
  const [page = '', part] = path.split('#');
  const query = new URLSearchParams(answers).toString();
  return `${page}${query === '' ? '' : `?${query}`}${part === undefined ? '' : `#${part}`}`;
}

/**
 * The screen of an advice that a card's result gives: the guide at the first question that the card
 * has not answered. A sample's answers are nobody's: its guide starts at the beginning.
 */
export function adviceScreen(href: string, root: string): Screen | undefined {
  const url = new URL(href);
  const [, guide] = /\/guides\/([^/]+)\//.exec(url.pathname) ?? [];
  if (guide !== undefined && url.hash === '#sample') {
    return { kind: 'page', path: `${root}guides/${guide}/` };
  }
  const screen = screenFor(url.pathname, '', root);
  const answers = Object.fromEntries(url.searchParams);
  return screen?.kind === 'page' ? { ...screen, answers } : screen;
}
