// Floor: search. What can be found, as it stands in the index file.

export type EntryKind = 'faq' | 'guide' | 'outcome' | 'term';

export interface SearchEntry {
  readonly kind: EntryKind;
  readonly href: string;
  readonly title: string;
  /** The short answer, shown below the title. */
  readonly text: string;
  /** Words people use for it, and its reading; searched, never shown. */
  readonly also: readonly string[];
}
