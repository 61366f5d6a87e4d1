// Floor: search. What can be found, and the shape of the index file that carries it to the page.
import type { Model } from './classifier.ts';

export type EntryKind = 'faq' | 'guide' | 'outcome' | 'term' | 'fact';

/** Questions and guides: the pages that the classifier chooses among. */
export const isPage = ({ kind }: { readonly kind: EntryKind }): boolean =>
  kind === 'faq' || kind === 'guide';

/** The guide an outcome belongs to, by their ids. */
export const guideOf = (outcome: string): string => outcome.slice(0, outcome.lastIndexOf('/'));

/** The address of an entry within its language: words are explained, facts listed, on one page each. */
export function pathOf(id: string): string {
  const [kind = '', name = ''] = id.split('/');
  if (kind === 'glossary') return `/glossary/#${name}`;
  return kind === 'facts' ? '/contact/' : `/${id}/`;
}

/** What a result shows. */
export interface SearchEntry {
  readonly kind: EntryKind;
  /** Stable name: `faq/<slug>`, `guides/<guide>[/<outcome>]`, `glossary/<term>`, `facts/<fact>`. */
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** The short answer, shown below the title; of a fact, its value. Outcomes say it in their title. */
  readonly text?: string;
  /** Topic of a question; the filter goes by it. */
  readonly topic?: string;
  // Of a fact only:
  /** A phone's cost and hours. */
  readonly remarks?: string;
  /** What to be careful about. */
  readonly note?: string;
  /** `tel:` target. */
  readonly call?: string;
  /** Who says so, where, and when the value was last compared with that. */
  readonly source?: string;
  readonly sourceHref?: string;
  readonly checked?: string;
}

/** An entry with the words people use for it: what the index is made from. */
export interface SearchDocument extends SearchEntry {
  readonly text: string;
  /** Whole phrases people say; searched, never shown. */
  readonly also: readonly string[];
}

/** Something people say, and what answers it. */
export interface Phrase {
  readonly text: string;
  /** Ids of entries, best first; empty when this site has no answer to it. */
  readonly answers: readonly string[];
}

/** What editors say about words (content/search), as the index is made from it. */
export interface Vocabulary {
  /** Words that mean the same here, by the name of what they mean. */
  readonly groups: readonly WordGroup[];
  /** Words that belong to no page's matter: particles, politeness, "how do I". */
  readonly filler: readonly string[];
  /** Names of things this site is not about: a query that names one is rather about that. */
  readonly elsewhere: readonly string[];
  /** Kanji that are old, rare or taken for another of the same sound, then that other. */
  readonly letters: readonly (readonly [string, string])[];
}

export interface WordGroup {
  readonly id: string;
  readonly words: readonly string[];
  /** Belongs to this site's matters: weighs more as evidence than words used about anything. */
  readonly ours: boolean;
  /** How those of its words begin that are said of nothing else: マイナ, but not カード. */
  readonly sure: readonly string[];
}

/** The index as it travels: words as folded. Positions are indices. */
export interface IndexFile {
  /** Forms of each word; the first `named` of them come from editors, the others from the texts. */
  readonly words: readonly (readonly string[])[];
  readonly names: readonly string[];
  /** Those of the forms that hardly anybody uses: they may come later than the others. */
  readonly rare: readonly string[];
  readonly ours: readonly number[];
  /** How words begin that are said of nothing but this site's own matters. */
  readonly sure: readonly string[];
  readonly filler: readonly string[];
  readonly elsewhere: readonly string[];
  /** As `lettersInGroups` writes them. */
  readonly letters: string;
  readonly entries: readonly SearchEntry[];
  /** What is asked for; its classes are the pages, and the other entries, each in their order. */
  readonly model: Model;
}
