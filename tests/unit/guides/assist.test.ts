// What a card answers in the guides: that it fits them, never overrules a person, and how much it saves.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enter } from '../../../src/guidance/assistant/advice.ts';
import { factsOf } from '../../../src/guidance/diagnosis/card-facts.ts';
import { assistedWay, marked, withoutCard } from '../../../src/guidance/guides/assist.ts';
import { answersFrom } from '../../../src/guidance/guides/card-answers.ts';
import { CARD_ANSWERS, cardAnswersIn } from '../../../src/guidance/guides/card-catalogue.ts';
import { GUIDES } from '../../../src/guidance/guides/catalogue.ts';
import { allPaths } from '../../../src/guidance/guides/paths.ts';
import { replay, sheetOf } from '../../../src/guidance/guides/replay.ts';
import { tableOf } from '../../../src/guidance/guides/table.ts';
import { allFacts, keptReportOf, READABLE, RULES } from '../diagnosis/reports.ts';

const FACTS = allFacts();
const assisted = GUIDES.filter(({ id }) => Object.hasOwn(CARD_ANSWERS, id));

it('are declared for the guides that a card can help with', () => {
  expect(assisted.map(({ id }) => id).sort()).toEqual(['expiry', 'locked-pin', 'not-accepted']);
  expect(cardAnswersIn('lost-card')).toEqual({});
  expect(cardAnswersIn('toString')).toEqual({});
});

describe.each(assisted.map((machine) => [machine.id, machine] as const))('in %s', (id, machine) => {
  const table = tableOf(machine);
  const declared = cardAnswersIn(id);
  const sheets = [
    ...new Set(FACTS.map((facts) => JSON.stringify(answersFrom(declared, facts)))),
  ].map((text) => JSON.parse(text) as Record<string, string>);

  it('every answer of every card is one that the question has', () => {
    expect(sheets.length).toBeGreaterThan(3);
    for (const sheet of sheets) {
      for (const [question, answer] of Object.entries(sheet)) {
        expect(Object.keys(table.transitions[question] ?? {})).toContain(answer);
      }
    }
  });

  it('every question that is declared is answered by some card', () => {
    const answered = new Set(sheets.flatMap((sheet) => Object.keys(sheet)));
    expect([...answered].sort()).toEqual(Object.keys(declared).sort());
  });

  it('a card that says nothing answers nothing, and never says "unknown"', () => {
    expect(answersFrom(declared, {})).toEqual({});
    expect(sheets.flatMap((sheet) => Object.values(sheet))).not.toContain('unknown');
  });

  it('XState, sent the card’s answers as events, goes the same way as the page', () => {
    for (const sheet of sheets) {
      expect(enter(machine, sheet)).toEqual(assistedWay(table, {}, sheet));
    }
  });

  it('no card opens an outcome by itself', () => {
    for (const sheet of sheets) {
      expect(table.outcomes).not.toContain(assistedWay(table, {}, sheet).state);
    }
  });

  it('a person’s answers are never overruled, and every conflict is named', () => {
    const paths = allPaths(table);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(...sheets), (path, card) => {
        const own = sheetOf(path.steps);
        const way = assistedWay(table, own, card);
        expect(way).toEqual({ state: path.end, sheet: own });
        for (const step of marked(path.steps, card)) {
          const says = card[step.question];
          expect(step.says).toBe(says === own[step.question] ? undefined : says);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('without the card the person’s own answers are left', () => {
    for (const card of sheets) {
      const { steps } = replay(table, card);
      expect(withoutCard(marked(steps, card))).toEqual({});
    }
  });
});

/**
 * Share of the questions on a path that the card answers, for every path that it does not contradict:
 * the mean over those paths, then over cards. `first`: cards that answer the guide's first question, for
 * which the trouble the guide is about can be seen on the card; `all`: every sample card.
 */
async function savings(id: string) {
  const machine = GUIDES.find((guide) => guide.id === id);
  if (!machine) throw new Error(`no guide ${id}`);
  const table = tableOf(machine);
  const paths = allPaths(table);
  const rows = [];
  for (const name of READABLE) {
    const card = answersFrom(cardAnswersIn(id), factsOf(await keptReportOf(name), RULES));
    const shares = paths
      .filter(({ steps }) => marked(steps, card).every(({ says }) => says === undefined))
      .map(
        ({ steps }) => marked(steps, card).filter(({ by }) => by === 'card').length / steps.length,
      );
    rows.push({ name, first: Object.hasOwn(card, table.initial), share: mean(shares) });
  }
  return rows;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the questions that a card saves', () => {
  it.each(['locked-pin', 'expiry', 'not-accepted'])(
    'are half or more on average in %s, where the card shows the trouble',
    async (id) => {
      const rows = await savings(id);
      const seen = rows.filter(({ first }) => first);
      const figure = mean(seen.map(({ share }) => share));
      const percent = (share: number) => `${Math.round(share * 100)} %`;
      console.log(
        `${id}: ${percent(figure)} of the questions answered by the card (${seen
          .map(({ name, share }) => `${name} ${percent(share)}`)
          .join(', ')}); over all sample cards ${percent(mean(rows.map(({ share }) => share)))}`,
      );
      expect(seen.length).toBeGreaterThan(1);
      expect(figure).toBeGreaterThanOrEqual(0.5);
    },
  );
});
