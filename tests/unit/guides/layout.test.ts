import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUIDES } from '../../../src/guidance/guides/catalogue.ts';
import {
  edgeId,
  layoutOf,
  ranksOf,
  spread,
  stack,
  type Layout,
  type Placed,
} from '../../../src/guidance/guides/layout.ts';
import { tableOf, type GuideTable } from '../../../src/guidance/guides/table.ts';

const sizes = {
  state: (state: string) => ({ width: 180, height: 30 + 10 * (state.length % 4) }),
  label: (question: string, answer: string) => ({
    width: 60 + 7 * answer.length,
    height: 24 + 16 * ((question.length + answer.length) % 3),
  }),
  margin: 10,
  gap: 20,
  channel: 80,
};

/** A random guide without cycles: each question leads only to later states. */
const guides = fc
  .record({
    questions: fc.integer({ min: 1, max: 9 }),
    outcomes: fc.integer({ min: 1, max: 6 }),
    leads: fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), {
      minLength: 9,
      maxLength: 9,
    }),
  })
  .map(({ questions, outcomes, leads }): GuideTable => {
    const states = [
      ...Array.from({ length: questions }, (_, index) => `q${index}`),
      ...Array.from({ length: outcomes }, (_, index) => `o${index}`),
    ];
    const transitions = Object.fromEntries(
      states.slice(0, questions).map((state, index) => {
        const later = states.slice(index + 1);
        const answers = (leads[index] ?? [0]).map((lead, at) => [
          `a${at}`,
          later[lead % later.length] ?? 'o0',
        ]);
        return [state, Object.fromEntries(answers) as Record<string, string>];
      }),
    );
    return { id: 'random', initial: 'q0', transitions, outcomes: states.slice(questions) };
  });

const overlap = (a: Placed, b: Placed): boolean =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

function overlaps({ states, labels }: Layout): string[] {
  const boxes = [
    ...states.map((box) => ({ ...box, name: box.state })),
    ...labels.map((box) => ({ ...box, name: edgeId(box.question, box.answer) })),
  ];
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.name} on ${b.name}`] : [])),
  );
}

/** Follows the lines of one answer from its question to where they end. */
function arrival({ lines, states }: Layout, id: string, question: string): string | undefined {
  const own = lines.filter(({ answers }) => answers.includes(id));
  const from = states.find(({ state }) => state === question);
  let x = (from?.x ?? 0) + (from?.width ?? 0);
  for (const line of [...own].sort((a, b) => a.from.x - b.from.x)) {
    if (line.from.x < x - 0.01 || line.to.x <= line.from.x) return undefined;
    x = line.to.x;
  }
  const last = own.toSorted((a, b) => b.to.x - a.to.x)[0];
  return states.find(
    (box) =>
      last !== undefined &&
      Math.abs(box.x - last.to.x) < 0.01 &&
      Math.abs(box.y + box.height / 2 - last.to.y) < 0.01,
  )?.state;
}

function check(table: GuideTable): void {
  const layout = layoutOf(table, sizes);
  const ranks = ranksOf(table);
  expect(layout.states.map(({ state }) => state).sort()).toEqual([...ranks.keys()].sort());
  expect(overlaps(layout)).toEqual([]);
  for (const { state, rank, x, y, width, height } of layout.states) {
    for (const target of Object.values(table.transitions[state] ?? {})) {
      expect(ranks.get(target)).toBeGreaterThan(rank);
    }
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(layout.width);
    expect(y + height).toBeLessThanOrEqual(layout.height);
  }
  for (const { question, answer } of layout.labels) {
    const target = table.transitions[question]?.[answer];
    expect(arrival(layout, edgeId(question, answer), question)).toBe(target);
    const head = layout.heads.find(({ state }) => state === target);
    expect(head?.answers).toContain(edgeId(question, answer));
  }
}

describe('the layout of a guide', () => {
  it.each(GUIDES.map((machine) => [machine.id, machine] as const))(
    'of %s overlaps nothing and every arrow arrives',
    (_, machine) => check(tableOf(machine)),
  );

  it('of any guide overlaps nothing and every arrow arrives', () => {
    fc.assert(fc.property(guides, check), { numRuns: 150 });
  });

  it('ranks a state by its longest distance', () => {
    const table: GuideTable = {
      id: 'g',
      initial: 'a',
      transitions: { a: { short: 'end', long: 'b' }, b: { on: 'end', else: 'other' } },
      outcomes: ['end', 'other', 'nobody'],
    };
    expect(Object.fromEntries(ranksOf(table))).toEqual({ a: 0, b: 1, end: 2, other: 2 });
  });

  it('refuses a guide that comes round', () => {
    const transitions = { a: { go: 'b' }, b: { back: 'a' } };
    expect(() => ranksOf({ id: 'g', initial: 'a', transitions, outcomes: [] })).toThrow('round');
  });

  it('stands the first question at the top left', () => {
    const table = tableOf(GUIDES[0]!);
    const { states } = layoutOf(table, sizes);
    const first = states.find(({ state }) => state === table.initial);
    expect(first?.x).toBe(sizes.margin);
    expect(first?.y).toBeLessThan(120);
  });

  it('has no state whose address is the map’s own', () => {
    for (const machine of GUIDES) {
      const { transitions, outcomes } = tableOf(machine);
      expect([...Object.keys(transitions), ...outcomes]).not.toContain('map');
    }
  });
});

describe('placing one below another', () => {
  const items = [
    { above: 5, below: 5 },
    { above: 5, below: 5 },
    { above: 10, below: 10 },
  ];

  it('leaves alone what has room', () => {
    expect(spread(items, [0, 50, 100], 2)).toEqual([0, 50, 100]);
  });

  it('parts evenly what wants the same place', () => {
    expect(spread(items.slice(0, 2), [10, 10], 2)).toEqual([4, 16]);
  });

  it('or pushes it down only', () => {
    expect(stack(items, [10, 10, 10], 2)).toEqual([10, 22, 39]);
  });
});
