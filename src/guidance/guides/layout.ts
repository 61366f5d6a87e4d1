// Floor: guides. Places a guide's statechart on a plane, in layers from left to right: pure
// geometry. Knows neither words nor SVG; how large a box is comes from outside.
//
// A rank is a column of boxes, then a column of answer labels, then a channel in which the lines
// bend. A line over several ranks keeps a lane of its own in each; lines to one state share it. A
// question stands beside its first answer, so that reading begins at the top left.
import type { GuideTable } from './table.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Placed extends Size {
  readonly x: number;
  readonly y: number;
}

export interface PlacedState extends Placed {
  readonly state: string;
  readonly rank: number;
}

export interface PlacedLabel extends Placed {
  readonly question: string;
  readonly answer: string;
}

/** A piece of an arrow. */
export interface Line {
  readonly from: Point;
  readonly to: Point;
  /** `bend` swings from one height to another, `run` is straight. */
  readonly shape: 'bend' | 'run';
  /** The answers whose arrow runs here. */
  readonly answers: readonly EdgeId[];
}

/** Where arrows arrive at a state. */
export interface Head {
  readonly at: Point;
  readonly state: string;
  readonly answers: readonly EdgeId[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `question.answer` */
export type EdgeId = string;

export interface Layout extends Size {
  readonly states: readonly PlacedState[];
  readonly labels: readonly PlacedLabel[];
  readonly lines: readonly Line[];
  readonly heads: readonly Head[];
}

export interface Sizes {
  state(state: string): Size;
  label(question: string, answer: string): Size;
  /** Space around everything, between boxes above one another, and for lines to bend in. */
  readonly margin: number;
  readonly gap: number;
  readonly channel: number;
}

export const edgeId = (question: string, answer: string): EdgeId => `${question}.${answer}`;

interface Edge {
  readonly question: string;
  readonly answer: string;
  readonly target: string;
  readonly id: EdgeId;
}

/** A state, or the lane of the lines that pass through a rank on their way to a state. */
interface Item {
  readonly rank: number;
  readonly target: string;
  readonly lane: boolean;
  /** How far it reaches above and below the height at which lines arrive. */
  readonly above: number;
  readonly below: number;
}

/**
 * The longest distance of every reachable state from the first question.
 * @throws Error when the guide comes round to a question.
 */
export function ranksOf(table: GuideTable): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const visit = (state: string, rank: number, above: readonly string[]): void => {
    if (above.includes(state)) throw new Error(`${table.id}: comes round to "${state}"`);
    if ((ranks.get(state) ?? -1) >= rank) return;
    ranks.set(state, rank);
    for (const target of Object.values(table.transitions[state] ?? {})) {
      visit(target, rank + 1, [...above, state]);
    }
  };
  visit(table.initial, 0, []);
  return ranks;
}

/** Places the reachable states of a guide. */
export function layoutOf(table: GuideTable, sizes: Sizes): Layout {
  const ranks = ranksOf(table);
  const edges = edgesOf(table, ranks);
  const columns = arrange(itemsOf(ranks, edges, sizes), edges);
  const { xs, width } = columnsOf(columns, edges, ranks, sizes);
  const heights = settle(columns, edges, ranks, sizes);
  const top = Math.min(...columns.flat().map((item) => (heights.get(item) ?? 0) - item.above));
  const y = (item: Item): number => (heights.get(item) ?? 0) - top + sizes.margin;
  const bottom = Math.max(...columns.flat().map((item) => y(item) + item.below));
  return {
    width,
    height: bottom + sizes.margin,
    ...draw(columns, edges, ranks, sizes, xs, y),
  };
}

const edgesOf = (table: GuideTable, ranks: ReadonlyMap<string, number>): Edge[] =>
  Object.entries(table.transitions)
    .filter(([question]) => ranks.has(question))
    .flatMap(([question, answers]) =>
      Object.entries(answers).map(([answer, target]) => ({
        question,
        answer,
        target,
        id: edgeId(question, answer),
      })),
    );

const rankOf = (ranks: ReadonlyMap<string, number>, state: string): number => ranks.get(state) ?? 0;

/** How far below its question each answer stands; the first stands beside it. */
function labelOffsets(question: string, edges: readonly Edge[], sizes: Sizes): Map<EdgeId, number> {
  const offsets = new Map<EdgeId, number>();
  let at = 0;
  let before: number | undefined;
  for (const edge of edges) {
    if (edge.question !== question) continue;
    const { height } = sizes.label(question, edge.answer);
    if (before !== undefined) at += (before + height) / 2 + sizes.gap / 4;
    offsets.set(edge.id, at);
    before = height;
  }
  return offsets;
}

/** How far a state with its answers reaches above and below the height at which lines arrive. */
function extent(
  state: string,
  edges: readonly Edge[],
  sizes: Sizes,
): Pick<Item, 'above' | 'below'> {
  const half = sizes.state(state).height / 2;
  const own = edges.filter(({ question }) => question === state);
  const heights = own.map(({ answer }) => sizes.label(state, answer).height / 2);
  const last = [...labelOffsets(state, edges, sizes).values()].at(-1) ?? 0;
  return {
    above: Math.max(half, heights[0] ?? 0),
    below: Math.max(half, last + (heights.at(-1) ?? 0)),
  };
}

/** States and lanes, rank by rank. */
function itemsOf(
  ranks: ReadonlyMap<string, number>,
  edges: readonly Edge[],
  sizes: Sizes,
): Item[][] {
  const columns = Array.from({ length: Math.max(...ranks.values()) + 1 }, (): Item[] => []);
  for (const [state, rank] of ranks) {
    columns[rank]?.push({ rank, target: state, lane: false, ...extent(state, edges, sizes) });
    const sources = edges.filter(({ target }) => target === state);
    const first = Math.min(...sources.map(({ question }) => rankOf(ranks, question))) + 1;
    for (let at = first; at < rank; at += 1) {
      const half = sizes.gap / 4;
      columns[at]?.push({ rank: at, target: state, lane: true, above: half, below: half });
    }
  }
  return columns;
}

/** The item of a rank in which lines to `target` arrive. */
const itemAt = (column: readonly Item[] | undefined, target: string): Item | undefined =>
  column?.find((item) => item.target === target);

/** Where lines leave an item, as fractions of it from top to bottom, and to which states. */
function portsOf(item: Item, edges: readonly Edge[]): { target: string; part: number }[] {
  if (item.lane) return [{ target: item.target, part: 0.5 }];
  const own = edges.filter(({ question }) => question === item.target);
  return own.map(({ target }, index) => ({ target, part: (index + 0.5) / own.length }));
}

interface Wire {
  readonly from: number;
  readonly to: number;
}

/** Lines between two ranks as positions in their orders. */
const wires = (left: readonly Item[], right: readonly Item[], edges: readonly Edge[]): Wire[] =>
  left.flatMap((item, index) =>
    portsOf(item, edges).map(({ target, part }) => ({
      from: index + part,
      to: right.findIndex((other) => other.target === target),
    })),
  );

/** How often lines cross. */
function crossings(columns: readonly Item[][], edges: readonly Edge[]): number {
  let count = 0;
  for (const [rank, column] of columns.entries()) {
    const between = wires(column, columns[rank + 1] ?? [], edges);
    for (const [index, a] of between.entries()) {
      for (const b of between.slice(index + 1)) {
        if ((a.from - b.from) * (a.to - b.to) < 0) count += 1;
      }
    }
  }
  return count;
}

const mean = (values: readonly number[], otherwise: number): number =>
  values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;

const SWEEPS = 12;

/** Orders each rank so that few lines cross: baryheights, forth and back; the best order stays. */
function arrange(columns: Item[][], edges: readonly Edge[]): Item[][] {
  let best = columns;
  let fewest = crossings(columns, edges);
  let current = columns;
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    const next = current.map((column) => [...column]);
    const forth = sweep % 2 === 0;
    const order = [...next.keys()];
    for (const rank of forth ? order.slice(1) : order.reverse().slice(1)) {
      const column = next[rank] ?? [];
      const left = forth ? (next[rank - 1] ?? []) : column;
      const right = forth ? column : (next[rank + 1] ?? []);
      const between = wires(left, right, edges);
      const weight = new Map(
        column.map((item, index) => {
          const near = between.flatMap(({ from, to }) => {
            if (forth) return to === index ? [from] : [];
            return Math.floor(from) === index && to >= 0 ? [to] : [];
          });
          return [item, mean(near, index)];
        }),
      );
      column.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0));
    }
    current = next;
    const count = crossings(current, edges);
    if (count < fewest) {
      fewest = count;
      best = current;
    }
  }
  return best;
}

interface ColumnX {
  /** Left edge of the boxes, their right edge, left edge of the labels, their right edge. */
  readonly box: number;
  readonly boxEnd: number;
  readonly label: number;
  readonly labelEnd: number;
}

function columnsOf(
  columns: readonly Item[][],
  edges: readonly Edge[],
  ranks: ReadonlyMap<string, number>,
  sizes: Sizes,
): { xs: ColumnX[]; width: number } {
  const xs: ColumnX[] = [];
  let box = sizes.margin;
  for (const [rank, column] of columns.entries()) {
    const states = column.filter(({ lane }) => !lane);
    const boxEnd = box + Math.max(0, ...states.map(({ target }) => sizes.state(target).width));
    const labels = edges
      .filter(({ question }) => rankOf(ranks, question) === rank)
      .map(({ question, answer }) => sizes.label(question, answer).width);
    const label = boxEnd + sizes.channel / 2;
    const labelEnd = label + Math.max(0, ...labels);
    xs.push({ box, boxEnd, label, labelEnd });
    box = labelEnd + sizes.channel;
  }
  return { xs, width: (xs.at(-1)?.boxEnd ?? 0) + sizes.margin };
}

const ROUNDS = 11;

/** The height of every item: near to what it is connected with, in order, without overlap. */
function settle(
  columns: readonly Item[][],
  edges: readonly Edge[],
  ranks: ReadonlyMap<string, number>,
  sizes: Sizes,
): Map<Item, number> {
  const heights = new Map<Item, number>();
  for (const column of columns) {
    let y = 0;
    for (const item of column) {
      heights.set(item, y + item.above);
      y += item.above + item.below + sizes.gap;
    }
  }
  const offsets = new Map(
    [...ranks.keys()].map((state) => [state, labelOffsets(state, edges, sizes)]),
  );
  /** Heights an item would like to have, by its lines to the neighbouring rank. */
  const wishes = (item: Item, forth: boolean): number[] => {
    if (!forth) {
      const right = columns[item.rank + 1];
      if (item.lane) {
        const next = itemAt(right, item.target);
        return next ? [heights.get(next) ?? 0] : [];
      }
      return edges
        .filter(({ question }) => question === item.target)
        .flatMap(({ target, id }) => {
          const next = itemAt(right, target);
          return next ? [(heights.get(next) ?? 0) - (offsets.get(item.target)?.get(id) ?? 0)] : [];
        });
    }
    return (columns[item.rank - 1] ?? []).flatMap((before) => {
      if (before.lane) return before.target === item.target ? [heights.get(before) ?? 0] : [];
      return edges
        .filter(({ question, target }) => question === before.target && target === item.target)
        .map(({ id }) => (heights.get(before) ?? 0) + (offsets.get(before.target)?.get(id) ?? 0));
    });
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const forth = round % 2 === 0;
    for (const column of forth ? columns : [...columns].reverse()) {
      const wanted = column.map((item) => {
        const near = wishes(item, forth);
        const stays = heights.get(item) ?? 0;
        return forth || near.length === 0 ? mean(near, stays) : Math.min(...near);
      });
      const last = round === ROUNDS - 1;
      const placed = (last ? stack : spread)(column, wanted, sizes.gap);
      for (const [index, item] of column.entries()) heights.set(item, placed[index] ?? 0);
    }
  }
  return heights;
}

/** Heights nearest to the wanted ones that keep order and distance (pools of adjacent violators). */
export function spread(
  items: readonly Pick<Item, 'above' | 'below'>[],
  wanted: readonly number[],
  gap: number,
): number[] {
  let offset = 0;
  const offsets = items.map(({ above }, index) => {
    const previous = items[index - 1];
    if (previous) offset += previous.below + above + gap;
    return offset;
  });
  const pools: { sum: number; count: number }[] = [];
  for (const [index, want] of wanted.entries()) {
    pools.push({ sum: want - (offsets[index] ?? 0), count: 1 });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (!last || !before || before.sum / before.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  const base = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return base.map((at, index) => at + (offsets[index] ?? 0));
}

/** As wanted, or further down where there is no room: what comes first stays at the top. */
export function stack(
  items: readonly Pick<Item, 'above' | 'below'>[],
  wanted: readonly number[],
  gap: number,
): number[] {
  let free = -Infinity;
  return items.map(({ above, below }, index) => {
    const at = Math.max(wanted[index] ?? 0, free + above);
    free = at + below + gap;
    return at;
  });
}

function draw(
  columns: readonly Item[][],
  edges: readonly Edge[],
  ranks: ReadonlyMap<string, number>,
  sizes: Sizes,
  xs: readonly ColumnX[],
  y: (item: Item) => number,
): Omit<Layout, 'width' | 'height'> {
  const states: PlacedState[] = [];
  const labels: PlacedLabel[] = [];
  const lines: Line[] = [];
  const heads: Head[] = [];
  const enter = (rank: number, target: string): Point | undefined => {
    const item = itemAt(columns[rank], target);
    const x = xs[rank]?.box;
    return item && x !== undefined ? { x, y: y(item) } : undefined;
  };
  for (const item of columns.flat()) {
    const x = xs[item.rank];
    if (!x) continue;
    const arriving = edges.filter(
      ({ target, question }) => target === item.target && rankOf(ranks, question) < item.rank,
    );
    const answers = arriving.map(({ id }) => id);
    if (item.lane) {
      const end = { x: x.labelEnd, y: y(item) };
      lines.push({ from: { x: x.box, y: y(item) }, to: end, shape: 'run', answers });
      const next = enter(item.rank + 1, item.target);
      if (next) lines.push({ from: end, to: next, shape: 'bend', answers });
      continue;
    }
    const size = sizes.state(item.target);
    const width = x.boxEnd - x.box;
    states.push({
      state: item.target,
      rank: item.rank,
      x: x.box,
      y: y(item) - size.height / 2,
      width,
      height: size.height,
    });
    if (answers.length > 0)
      heads.push({ at: { x: x.box, y: y(item) }, state: item.target, answers });
    const offsets = labelOffsets(item.target, edges, sizes);
    for (const edge of edges.filter(({ question }) => question === item.target)) {
      const offset = offsets.get(edge.id) ?? 0;
      const label = sizes.label(edge.question, edge.answer);
      const at = y(item) + offset;
      const out = { x: x.boxEnd, y: y(item) + Math.min(offset, size.height / 2) * 0.6 };
      const own = { shape: 'run' as const, answers: [edge.id] };
      const end = { x: x.labelEnd, y: at };
      lines.push({ ...own, from: out, to: { x: x.label, y: at }, shape: 'bend' });
      lines.push({ ...own, from: { x: x.label + label.width, y: at }, to: end });
      const next = enter(item.rank + 1, edge.target);
      if (next) lines.push({ ...own, from: end, to: next, shape: 'bend' });
      labels.push({
        question: edge.question,
        answer: edge.answer,
        x: x.label,
        y: at - label.height / 2,
        ...label,
      });
    }
  }
  return { states, labels, lines: lines.filter(hasLength), heads };
}

const hasLength = ({ from, to }: Line): boolean => from.x !== to.x || from.y !== to.y;
