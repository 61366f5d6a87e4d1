// Floor: site, in the page. A search as an address, so that Back and a shared link work.

/** The address that carries a query and a topic; without them, the page's own. */
export function addressOf(page: string, query: string, topic = ''): string {
  const asked = new URLSearchParams();
  if (query !== '') asked.set('q', query);
  if (topic !== '') asked.set('topic', topic);
  return asked.size === 0 ? page : `${page}?${asked.toString()}`;
}
