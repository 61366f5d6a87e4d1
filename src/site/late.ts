// Floor: site, at build time. Addresses of what pages load late: scripts (src/build/late-scripts.ts puts
// the real address in place of the mark) and the words of the card's screens.
import { createHash } from 'node:crypto';
import { cardWords } from '../guidance/knowledge/catalogue.ts';
import type { Knowledge } from '../guidance/knowledge/knowledge.ts';
import type { CardKit } from './islands/card-words.ts';
import { dayWords } from './islands/dates-words.ts';
import { localHref } from './locale.ts';

const IN_DEVELOPMENT = {
  panel: '/src/site/card/panel.tsx',
  parser: '/src/card/certificate/read.ts',
  demonstration: '/src/session/demonstration.ts',
  assistant: '/src/site/guide/assistant.ts',
} as const;

/** The address of a script that is loaded late. */
export const lateScript = (name: keyof typeof IN_DEVELOPMENT): string =>
  import.meta.env.DEV ? IN_DEVELOPMENT[name] : `@late:${name}@`;

const isShellWord = (key: string): boolean =>
  /^(?:card|personality)\.|^sample\.(?:title|label|lead|button)$|^state\.loading$/.test(key);

const panelWords = (words: Readonly<Record<string, string>>): CardKit['words'] =>
  Object.fromEntries(
    Object.entries(words).filter(([key]) => !isShellWord(key)),
  ) as CardKit['words'];

/** What the panel and the assistant are given, as JSON under an address that changes with it. */
export function cardKit({ locale, say, facts }: Knowledge) {
  const grace = facts.get('insurance-grace')?.fact;
  const insuranceGrace = grace && 'value' in grace ? grace.value : undefined;
  if (typeof insuranceGrace !== 'number') throw new Error('the fact "insurance-grace" is missing');
  const kit: CardKit = {
    words: panelWords(cardWords(locale)),
    day: dayWords(say),
    rules: { insuranceGrace },
    root: localHref(locale, '/'),
    parts: { parser: lateScript('parser'), demonstration: lateScript('demonstration') },
  };
  const json = JSON.stringify(kit);
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 12);
  return { href: `/card-words/${locale}.${hash}.json`, file: `${locale}.${hash}`, json };
}
