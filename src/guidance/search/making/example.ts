// Floor: search, making. What the classifiers learn from.
import type { Asked } from '../query.ts';

export interface Example {
  readonly asked: Asked;
  /** Pages that answer, best first; empty when it names none of them. */
  readonly pages: readonly number[];
  /** Whether it is about this site's matters at all. */
  readonly isOurs: boolean;
}
