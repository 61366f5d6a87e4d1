// Floor: kiosk, at build time. Collects what the shell needs from content/, one part a language.
import { personalities } from '../card/sample/personality-names.ts';
import type { JapanDay } from '../guidance/dates/japan-day.ts';
import { cardWords, kioskWords, locales, officeWords } from '../guidance/knowledge/catalogue.ts';
import { dayText } from '../guidance/knowledge/facts.ts';
import { knowledgeOf, type Knowledge } from '../guidance/knowledge/knowledge.ts';
import { plainText } from '../guidance/knowledge/references.ts';
import { allOffices, type Office } from '../guidance/office/office.ts';
import { faqsOf, guideText, guideTextsOf } from '../site/collections.ts';
import { GUIDE_TABLES } from '../site/guide/guide-page.ts';
import { panelKit } from '../site/late.ts';
import { localHref } from '../site/locale.ts';
import type { IndexEntry, KioskData, KioskOffice, LanguageData, Tile } from './data.ts';

/** The data of every language that the content has. */
export async function kioskData(): Promise<KioskData> {
  const all = locales().map((locale) => knowledgeOf(locale));
  const [first] = all;
  if (!first) throw new Error('content/interface has no language');
  return {
    languages: await Promise.all(all.map(languageData)),
    offices: allOffices(first.today as JapanDay).map(officeData),
    ...(first.site.office === undefined ? {} : { office: first.site.office }),
    built: first.today,
    ...(first.site.url === undefined ? {} : { siteUrl: first.site.url }),
  };
}

/** Without what only sheets and the content check need. */
const officeData = ({
  code,
  name,
  sample,
  counters,
  phone,
  hours,
  calendar,
}: Office): KioskOffice => ({
  code,
  name,
  counters,
  hours,
  calendar,
  ...(sample === undefined ? {} : { sample }),
  ...(phone === undefined ? {} : { phone }),
});

async function languageData(knowledge: Knowledge): Promise<LanguageData> {
  const { locale, today, say } = knowledge;
  return {
    code: locale,
    words: kioskWords(locale),
    officeWords: officeWords(locale),
    cardKit: panelKit(knowledge).href,
    samples: Object.fromEntries(
      personalities.map((name) => [name, cardWords(locale)[`personality.${name}`]]),
    ) as LanguageData['samples'],
    tiles: knowledge.situations.map((situation) => tileOf(situation, knowledge)),
    topics: knowledge.topics,
    entries: await entriesOf(knowledge),
    siteName: say('site.name'),
    unofficial: say('site.unofficial'),
    builtOn: dayText(today, say),
  };
}

function tileOf(situation: Knowledge['situations'][number], knowledge: Knowledge): Tile {
  const { title, about, href, call } = situation;
  return {
    title: plainText(title, knowledge),
    about: plainText(about, knowledge),
    href: localHref(knowledge.locale, href),
    ...(call === undefined ? {} : { call: plainText(`{{${call}}}`, knowledge) }),
  };
}

async function entriesOf(knowledge: Knowledge): Promise<IndexEntry[]> {
  const { locale } = knowledge;
  const faqs = (await faqsOf(locale)).map(({ slug, entry: { data } }): IndexEntry => ({
    kind: 'faq',
    href: localHref(locale, `/faq/${slug}/`),
    title: plainText(data.question, knowledge),
    yomi: data.yomi,
    topic: data.topic,
  }));
  const guides = await Promise.all(
    GUIDE_TABLES.map(async ({ id }): Promise<IndexEntry> => {
      const { guide, yomi } = guideText(await guideTextsOf(locale, id));
      return { kind: 'guide', href: localHref(locale, `/guides/${id}/`), title: guide, yomi };
    }),
  );
  const terms = [...knowledge.terms].map(([id, { word, reading }]): IndexEntry => ({
    kind: 'term',
    href: localHref(locale, `/glossary/#${id}`),
    title: word,
    yomi: reading,
  }));
  return [...guides, ...faqs, ...terms];
}
