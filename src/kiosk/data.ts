// Floor: kiosk. What the build writes into the help screen's page for its shell: one JSON block.
import type { Personality } from '../card/sample/personality-names.ts';
import type { KioskWord } from '../guidance/knowledge/words.ts';
import type { Office } from '../guidance/office/office.ts';
import type { OfficeWords } from '../guidance/office/say.ts';

/** A choice on the first screen: what people say is wrong. */
export interface Tile {
  readonly title: string;
  readonly about: string;
  /** Address of the public page, in its language. */
  readonly href: string;
  /** The number to call at once, in words, for the situation that cannot wait. */
  readonly call?: string;
}

export interface TopicChoice {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

/** A page that can be found by its reading or its topic. */
export interface IndexEntry {
  readonly kind: 'faq' | 'guide' | 'term';
  readonly href: string;
  readonly title: string;
  /** In hiragana; sorts the 50音 lists. */
  readonly yomi: string;
  /** Topic id, for questions. */
  readonly topic?: string;
}

/** Everything that one language needs. */
export interface LanguageData {
  /** Code for `lang`, e.g. `ja`. */
  readonly code: string;
  readonly words: Readonly<Record<KioskWord, string>>;
  readonly officeWords: OfficeWords;
  /** Address of what the card's screens are given (site/late.ts); fetched when a card is to be read. */
  readonly cardKit: string;
  /** Names of the sample cards. */
  readonly samples: Readonly<Record<Personality, string>>;
  readonly tiles: readonly Tile[];
  readonly topics: readonly TopicChoice[];
  readonly entries: readonly IndexEntry[];
  /** Name of the site, and that it is no official one. */
  readonly siteName: string;
  readonly unofficial: string;
  /** Build day in words. */
  readonly builtOn: string;
}

/** An office whose counter the screen may stand at. */
export type KioskOffice = Pick<
  Office,
  'code' | 'name' | 'sample' | 'counters' | 'phone' | 'hours' | 'calendar'
>;

export interface KioskData {
  readonly offices: readonly KioskOffice[];
  /** The office of this edition, unless the operator has set another on the screen. */
  readonly office?: string;
  readonly languages: readonly LanguageData[];
  /** The public site's own address, when it is known: without it there is nothing to scan. */
  readonly siteUrl?: string;
  /** Day of the build in Japan, `2026-11-22`. */
  readonly built: string;
}

/** Id of the `<script type="application/json">` that carries a KioskData. */
export const KIOSK_DATA_ID = 'kiosk-data';
