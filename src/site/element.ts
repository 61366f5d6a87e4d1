// Floor: site, in the page. Finds and makes elements, and adds styles, for the small scripts that do without a framework.

/** The first element that fits. @throws Error when the page has none: its markup and its script disagree. */
export function required<T extends Element>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`page without ${selector}`);
  return found;
}

/** Makes an element. Text stays text: nothing is read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Adds a style sheet, once; done when it applies. @throws Error when it does not come. */
export function addStyles(href: string): Promise<void> {
  const before = [...document.head.querySelectorAll('link')].find(
    (link) => link.getAttribute('href') === href,
  );
  const link = before ?? element('link', { rel: 'stylesheet', href });
  // Who tries again may find it still under way.
  if (link.sheet) return Promise.resolve();
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`no style sheet: ${href}`));
    });
    if (!before) document.head.append(link);
  });
}
