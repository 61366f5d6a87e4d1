// An independent reading: situations written from the sources, each with the outcome and the words
// it must reach.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GUIDES } from '../../../src/guidance/guides/catalogue.ts';
import { replay } from '../../../src/guidance/guides/replay.ts';
import { tableOf } from '../../../src/guidance/guides/table.ts';
import { SITUATIONS as expiry } from './expiry.situations.ts';
import { SITUATIONS as lockedPin } from './locked-pin.situations.ts';
import { SITUATIONS as lostCard } from './lost-card.situations.ts';
import { SITUATIONS as movedHouse } from './moved-house.situations.ts';
import { SITUATIONS as notAccepted } from './not-accepted.situations.ts';
import { SITUATIONS as stopUsing } from './stop-using.situations.ts';

const BY_GUIDE = {
  'lost-card': lostCard,
  'locked-pin': lockedPin,
  'not-accepted': notAccepted,
  expiry,
  'moved-house': movedHouse,
  'stop-using': stopUsing,
};

it('covers every guide with at least twelve situations', () => {
  expect(Object.keys(BY_GUIDE).sort()).toEqual(GUIDES.map(({ id }) => id).sort());
  for (const situations of Object.values(BY_GUIDE)) {
    expect(situations.length).toBeGreaterThanOrEqual(12);
  }
});

describe.each(Object.entries(BY_GUIDE))('guide %s', (guide, situations) => {
  const machine = GUIDES.find(({ id }) => id === guide);
  if (!machine) throw new Error(`no guide ${guide}`);
  const table = tableOf(machine);

  it.each(situations.map((situation) => [situation.title, situation] as const))(
    'helps someone who %s',
    (_, { answers, outcome, says }) => {
      expect(replay(table, answers)).toMatchObject({ at: outcome, dropped: [] });
      const text = readFileSync(`content/guides/ja/${guide}/${outcome}.md`, 'utf8');
      expect(says.length).toBeGreaterThan(0);
      for (const words of says) expect(text).toContain(words);
    },
  );
});
