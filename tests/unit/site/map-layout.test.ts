import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUIDES } from '../../../src/guidance/guides/catalogue.ts';
import { tableOf, type GuideTable } from '../../../src/guidance/guides/table.ts';
import { layoutOf, type Layout, type Placed } from '../../../src/site/guide/map-layout.ts';

const sizes = {
  state: (state: string) => ({ width: 180, height: 30 + 10 * (state.length % 4) }),
  label: (question: string, answer: string) => ({
    width: 60 + 7 * answer.length,
    height: 24 + 16 * ((question.length + answer.length) % 3),
  }),
};

/** A random guide without cycles: each question leads only to later states. */
const guides = fc
  .record({
    questions: fc.integer({ min: 1, max: 7 }),
    outcomes: fc.integer({ min: 1, max: 5 }),
    leads: fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), {
      minLength: 7,
      maxLength: 7,
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
        const answers = (leads[index] ?? [0]).map(
          (lead, at) => [`a${at}`, later[lead % later.length] ?? 'o0'] as const,
        );
        return [state, Object.fromEntries(answers)];
      }),
    );
    return { id: 'random', initial: 'q0', transitions, outcomes: states.slice(questions) };
  });

const overlap = (a: Placed, b: Placed): boolean =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

function overlaps({ states, arrows }: Layout): string[] {
  const boxes = [
    ...states.map((box) => ({ ...box, name: box.state })),
    ...arrows.map(({ label, question, answer }) => ({ ...label, name: `${question}.${answer}` })),
  ];
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.name} on ${b.name}`] : [])),
  );
}

const touches = (box: Placed | undefined, point: { x: number; y: number } | undefined): boolean =>
  box !== undefined &&
  point !== undefined &&
  point.x >= box.x - 0.5 &&
  point.x <= box.x + box.width + 0.5 &&
  point.y >= box.y - 0.5 &&
  point.y <= box.y + box.height + 0.5;

/** Whether a line at right angles runs through a box. */
const crosses = (box: Placed, a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.min(a.x, b.x) <= box.x + box.width + 0.5 &&
  Math.max(a.x, b.x) >= box.x - 0.5 &&
  Math.min(a.y, b.y) <= box.y + box.height + 0.5 &&
  Math.max(a.y, b.y) >= box.y - 0.5;

async function check(table: GuideTable): Promise<void> {
  const layout = await layoutOf(table, sizes);
  const box = (name: string) => layout.states.find(({ state }) => state === name);
  expect(layout.states.map(({ state }) => state).sort()).toEqual(
    [...Object.keys(table.transitions), ...table.outcomes].sort(),
  );
  expect(overlaps(layout)).toEqual([]);
  for (const { x, y, width, height } of layout.states) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(layout.width);
    expect(y + height).toBeLessThanOrEqual(layout.height);
  }
  const answers = Object.values(table.transitions).flatMap((on) => Object.keys(on));
  expect(layout.arrows).toHaveLength(answers.length);
  for (const { question, answer, target, label, points } of layout.arrows) {
    expect(table.transitions[question]?.[answer]).toBe(target);
    expect(touches(box(question), points[0])).toBe(true);
    expect(touches(box(target), points.at(-1))).toBe(true);
    expect(points.slice(1).some((to, at) => crosses(label, points[at] ?? to, to))).toBe(true);
    expect(box(target)?.x).toBeGreaterThan(box(question)?.x ?? Infinity);
  }
}

describe('the layout of a guide’s map', () => {
  it.each(GUIDES.map((machine) => [machine.id, machine] as const))(
    'of %s overlaps nothing, runs left to right, and every arrow arrives',
    (_, machine) => check(tableOf(machine)),
  );

  it('of any guide overlaps nothing, runs left to right, and every arrow arrives', () => {
    return fc.assert(fc.asyncProperty(guides, check), { numRuns: 60 });
  });

  it('has no state whose address is the map’s own', () => {
    for (const machine of GUIDES) {
      const { transitions, outcomes } = tableOf(machine);
      expect([...Object.keys(transitions), ...outcomes]).not.toContain('map');
    }
  });
});
