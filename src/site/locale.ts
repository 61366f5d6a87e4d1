// Floor: site. Which languages are built, and how an address is written in each.
import { DEFAULT_LOCALE, locales } from '../guidance/knowledge/catalogue.ts';
import type { Knowledge } from '../guidance/knowledge/knowledge.ts';

/** Routes of a page that exists in every language; the default language is the site's root. */
export const localePaths = () =>
  locales().map((locale) => ({
    params: { locale: locale === DEFAULT_LOCALE ? undefined : locale },
    props: { locale },
  }));

/** Address of a page in one language: `/faq/` stays as it is in the default one. */
export const localHref = (locale: string, path: string): string =>
  locale === DEFAULT_LOCALE ? path : `/${locale}${path}`;

/** Address of a page as others may use it: in full when the deployment's own address is known. */
export const publicHref = ({ locale, site }: Knowledge, path: string): string => {
  const href = localHref(locale, path);
  return site.url ? new URL(href, site.url).href : href;
};
