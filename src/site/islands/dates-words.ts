// Floor: site, at build time. What the date island is given: its words from the catalogue, with
// their `{placeholders}` in place, and the numbers of the rules from the facts.
import siteJa from '../../../content/interface/ja/site.json' with { type: 'json' };
import type { ExpiryRule } from '../../guidance/dates/expiry.ts';
import type { MovingRule } from '../../guidance/dates/moving.ts';
import type { DayWords } from '../../guidance/dates/say-day.ts';
import { factValue } from '../../guidance/knowledge/facts.ts';
import type { Knowledge } from '../../guidance/knowledge/knowledge.ts';
import type { SiteWord, Words } from '../../guidance/knowledge/words.ts';

/** Messages of the catalogue under `dates.`, by what follows; those only the page shows left out. */
type Under<Key> = Key extends `dates.${infer Rest}` ? Rest : never;
type PageOnly = `examples.${string}` | `era.${string}` | 'day' | 'noscript';
export type DatesWord = Exclude<Under<SiteWord>, PageOnly>;

export interface DatesWords {
  readonly messages: Readonly<Record<DatesWord, string>>;
  readonly day: DayWords;
  /** How the birthday that counts is said: `{value}回目`. */
  readonly ordinal: string;
}

export interface DatesRules {
  readonly expiry: ExpiryRule;
  readonly moving: MovingRule;
}

/** Fills the slots named and leaves the others in place. */
const keeping = (values: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
  new Proxy(values, { get: (known, slot: string) => known[slot] ?? `{${slot}}` });

export const dayWords = (say: Words): DayWords => ({
  both: say('dates.day', keeping()),
  eras: {
    meiji: say('dates.era.meiji'),
    taisho: say('dates.era.taisho'),
    showa: say('dates.era.showa'),
    heisei: say('dates.era.heisei'),
    reiwa: say('dates.era.reiwa'),
  },
  firstYear: say('dates.era.first'),
});

const isPageOnly = (key: string): boolean =>
  /^dates\.(?:examples\.|era\.|day$|noscript$)/.test(key);

export function datesWords({ say, facts }: Pick<Knowledge, 'say' | 'facts'>): DatesWords {
  const fact = (id: string): string => {
    const known = facts.get(id);
    if (!known) throw new Error(`the fact "${id}" is missing`);
    return factValue(known, say);
  };
  const values = keeping({ window: fact('renewal-window'), time: fact('card-renewal-time') });
  const keys = Object.keys(siteJa).filter((key) => key.startsWith('dates.') && !isPageOnly(key));
  const messages = keys.map((key) => [key.slice('dates.'.length), say(key as SiteWord, values)]);
  return {
    messages: Object.fromEntries(messages) as Record<DatesWord, string>,
    day: dayWords(say),
    ordinal: say('count.ordinal', keeping()),
  };
}

/** The rules' numbers. @throws Error when a fact is missing or is not one number. */
export function datesRules({ facts }: Pick<Knowledge, 'facts'>): DatesRules {
  const number = (id: string): number => {
    const known = facts.get(id);
    const value = known && 'value' in known.fact ? known.fact.value : undefined;
    if (typeof value !== 'number') throw new Error(`the fact "${id}" is not one number`);
    return value;
  };
  return {
    expiry: {
      certificate: number('certificate-birthday'),
      certificateRenewed: number('certificate-birthday-renewed'),
      card: number('card-birthday'),
      cardMinor: number('card-birthday-minor'),
      renewalMonths: number('renewal-window'),
    },
    moving: {
      notice: number('move-notice-deadline'),
      continuedUse: number('continued-use-deadline'),
      noticeByCard: number('move-in-by-planned-day'),
    },
  };
}
