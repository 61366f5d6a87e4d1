// Floor: kiosk. What the build writes into the help screen's page for its shell: one JSON block.
import type { CardWord, KioskWord } from '../guidance/knowledge/words.ts';

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
  readonly cardWords: Readonly<Record<CardWord, string>>;
  readonly tiles: readonly Tile[];
  readonly topics: readonly TopicChoice[];
  readonly entries: readonly IndexEntry[];
  /** Name of the site, and that it is no official one. */
  readonly siteName: string;
  readonly unofficial: string;
  /** Build day in words. */
  readonly builtOn: string;
}

export interface KioskData {
  readonly languages: readonly LanguageData[];
  /** The public site's own address, when it is known: without it there is nothing to scan. */
  readonly siteUrl?: string;
  /** Day of the build in Japan, `2026-11-22`. */
  readonly built: string;
}

/** Id of the `<script type="application/json">` that carries a KioskData. */
export const KIOSK_DATA_ID = 'kiosk-data';
