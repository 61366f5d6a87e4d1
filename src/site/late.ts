// Floor: site, at build time. Addresses of what pages load late: scripts (src/build/late-scripts.ts puts
// the real address in place of the mark) and the words of the card's screens.
import { createHash } from 'node:crypto';
import { cardWords } from '../guidance/knowledge/catalogue.ts';
import type { Knowledge } from '../guidance/knowledge/knowledge.ts';
import type { CardRules } from '../guidance/diagnosis/card-facts.ts';
import type { AssistKit, CardKit } from './islands/card-words.ts';
import { dayWords } from './islands/dates-words.ts';
import { localHref } from './locale.ts';

const IN_DEVELOPMENT = {
  panel: '/src/site/card/panel.tsx',
  parser: '/src/card/certificate/read.ts',
  demonstration: '/src/session/demonstration.ts',
  assistant: '/src/site/guide/assistant.ts',
  search: '/src/site/search/search-box.ts',
  dates: '/src/site/islands/dates-late.ts',
} as const;

/** The address of a script that is loaded late. */
export const lateScript = (name: keyof typeof IN_DEVELOPMENT): string =>
  import.meta.env.DEV ? IN_DEVELOPMENT[name] : `@late:${name}@`;

const isShellWord = (key: string): boolean =>
  /^(?:card|personality)\.|^sample\.(?:title|label|lead|button)$|^state\.loading$/.test(key);

const isAssistWord = (key: string): boolean =>
  /^assist\.|^sample\.(?:mark|note)$|^button\.wipe$/.test(key);

const wordsWhere = <Key extends string>(
  words: Readonly<Record<string, string>>,
  has: (key: string) => boolean,
): Record<Key, string> =>
  Object.fromEntries(Object.entries(words).filter(([key]) => has(key))) as Record<Key, string>;

/** JSON under an address that changes with it. */
export interface Served {
  readonly href: string;
  readonly file: string;
  readonly json: string;
}

function served(name: string, value: unknown): Served {
  const json = JSON.stringify(value);
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 12);
  const file = `${name}.${hash}`;
  return { href: `/card-words/${file}.json`, file, json };
}

function rulesOf({ facts }: Knowledge): CardRules {
  const grace = facts.get('insurance-grace')?.fact;
  const insuranceGrace = grace && 'value' in grace ? grace.value : undefined;
  if (typeof insuranceGrace !== 'number') throw new Error('the fact "insurance-grace" is missing');
  return { insuranceGrace };
}

/** What the panel is given. */
export function panelKit(knowledge: Knowledge): Served {
  const { locale, say } = knowledge;
  const has = (key: string) => !isShellWord(key) && !key.startsWith('assist.');
  const kit: CardKit = {
    words: wordsWhere(cardWords(locale), has),
    day: dayWords(say),
    rules: rulesOf(knowledge),
    root: localHref(locale, '/'),
    parts: { parser: lateScript('parser'), demonstration: lateScript('demonstration') },
  };
  return served(locale, kit);
}

/** What the assistant of question pages and maps is given. */
export function assistKit(knowledge: Knowledge): Served {
  const kit: AssistKit = {
    words: wordsWhere(cardWords(knowledge.locale), isAssistWord),
    rules: rulesOf(knowledge),
  };
  return served(`${knowledge.locale}.assist`, kit);
}
