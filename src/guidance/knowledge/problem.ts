// Floor: knowledge, lowest room. What a mistake in content/ is, and how it is carried to the editor.
// Knows no rule itself: schemas.ts and the checks in src/build find the mistakes.

/**
 * One mistake in `content/`, addressed to the person who can mend it.
 * `code` is stable and is the key `problem.<code>` of the editor's message catalogue, which holds
 * what is wrong and the remedy; `values` fill its placeholders.
 */
export interface Problem {
  readonly code: ProblemCode;
  /** Path relative to the content folder, with `/` separators. */
  readonly file: string;
  /** 1-based line, when it can be told. */
  readonly line?: number;
  /** Front matter key, YAML path or section the mistake is in. */
  readonly field: string;
  readonly values: Readonly<Record<string, string>>;
}

export type ProblemCode =
  | 'not-yaml'
  | 'no-front-matter'
  | 'schema'
  | 'unknown-fact'
  | 'unknown-term'
  | 'unknown-source'
  | 'unknown-topic'
  | 'unknown-faq'
  | 'unknown-guide'
  | 'unknown-hours'
  | 'missing-label'
  | 'stray-label'
  | 'missing-items'
  | 'bare-number'
  | 'dead-link'
  | 'duplicate-slug'
  | 'bad-slug'
  | 'missing-section'
  | 'stray-section'
  | 'section-order'
  | 'empty-section'
  | 'missing-state-text'
  | 'stray-state-text'
  | 'missing-answer-label'
  | 'stray-answer-label'
  | 'answer-without-target'
  | 'dead-end'
  | 'unreachable-state'
  | 'paused-without-official'
  | 'stale-fact'
  | 'double-meaning'
  | 'empty-word'
  | 'letter-circle'
  | 'letter-twice'
  | 'unknown-search-name'
  | 'phrase-twice'
  | 'unknown-office'
  | 'office-span'
  | 'office-day'
  | 'stale-office';

/** Raised when content cannot be used; carries every problem found, never only the first. */
export class ContentError extends Error {
  override name = 'ContentError' as const;
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], text: string) {
    super(text);
    this.problems = problems;
  }
}
