// An independent reading: situations written from the sources, each with the outcome and the words
// it must reach.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lockedPin } from '../../../src/guidance/guides/locked-pin.ts';
import { replay } from '../../../src/guidance/guides/replay.ts';
import { tableOf } from '../../../src/guidance/guides/table.ts';
import { SITUATIONS } from './locked-pin.situations.ts';

const table = tableOf(lockedPin);

it.each(SITUATIONS.map((situation) => [situation.title, situation] as const))(
  'locked-pin: %s',
  (_, { answers, outcome, says }) => {
    expect(replay(table, answers)).toMatchObject({ at: outcome, dropped: [] });
    const text = readFileSync(`content/guides/ja/locked-pin/${outcome}.md`, 'utf8');
    expect(says.length).toBeGreaterThan(0);
    for (const words of says) expect(text).toContain(words);
  },
);
