// Floor: site. A guide's statechart as a drawing: the layout's geometry joined with wrapped words.
// Runs at build time. Units are sixteenths of a rem, so that the drawing grows with the text size.
import type { GuideTable } from '../../guidance/guides/table.ts';
import { layoutOf, type Placed, type PlacedArrow, type Point } from './map-layout.ts';
import { widthOf, wrapText } from './map-text.ts';

export const FONT = 14;
export const UNIT = 16;

const LINE_HEIGHT = 20;
const PADDING = 10;
const STATE_EM = 12;
const LABEL_EM = 12;

export interface TextLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface DrawnBox extends Placed {
  readonly lines: readonly TextLine[];
}

export interface DrawnState extends DrawnBox {
  readonly state: string;
  readonly kind: 'question' | 'outcome';
}

export interface DrawnLabel extends DrawnBox {
  /** `question.answer` */
  readonly id: string;
}

export interface DrawnPath {
  readonly d: string;
  /** Id of the answer it belongs to: `question.answer`. */
  readonly on: string;
}

export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly states: readonly DrawnState[];
  readonly labels: readonly DrawnLabel[];
  readonly lines: readonly DrawnPath[];
  readonly heads: readonly DrawnPath[];
}

export interface MapWords {
  heading(state: string): string;
  label(question: string, answer: string): string;
}

export async function diagramOf(table: GuideTable, words: MapWords): Promise<Diagram> {
  const state = (id: string): string[] => wrapText(words.heading(id), STATE_EM);
  const label = (question: string, answer: string): string[] =>
    wrapText(words.label(question, answer), LABEL_EM);
  const layout = await layoutOf(table, {
    state: (id) => boxOf(state(id), STATE_EM, PADDING),
    label: (question, answer) => boxOf(label(question, answer), 0, PADDING / 2),
  });
  return {
    width: Math.ceil(layout.width),
    height: Math.ceil(layout.height),
    states: layout.states.map((placed) => ({
      ...rounded(placed),
      state: placed.state,
      kind: table.outcomes.includes(placed.state) ? 'outcome' : 'question',
      lines: textIn(placed, state(placed.state), PADDING),
    })),
    labels: layout.arrows.map(({ question, answer, label: placed }) => ({
      ...rounded(placed),
      id: edgeId(question, answer),
      lines: textIn(placed, label(question, answer), PADDING / 2),
    })),
    lines: layout.arrows.map((arrow) => ({ d: lineThrough(arrow.points), on: onOf(arrow) })),
    heads: layout.arrows.map((arrow) => ({ d: headAt(arrow.points), on: onOf(arrow) })),
  };
}

function boxOf(lines: readonly string[], leastEm: number, padding: number) {
  const em = Math.max(leastEm, ...lines.map(widthOf));
  return { width: em * FONT + 2 * padding, height: lines.length * LINE_HEIGHT + 2 * padding };
}

const round = (value: number): number => Math.round(value * 10) / 10;

const rounded = ({ x, y, width, height }: Placed): Placed => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
});

/** Text lines at their baselines, from the top left of a box. */
const textIn = (box: Placed, lines: readonly string[], padding: number): TextLine[] =>
  lines.map((text, index) => ({
    x: round(box.x + padding),
    y: round(box.y + padding + LINE_HEIGHT * index + FONT),
    text,
  }));

const edgeId = (question: string, answer: string): string => `${question}.${answer}`;

const onOf = ({ question, answer }: PlacedArrow): string => edgeId(question, answer);

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** How round a bend is. */
const BEND = 8;

/** The point on the way from `a` to `b`, at most `distance` from `a` and never beyond the middle. */
function towards(a: Point, b: Point, distance: number): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const part = length === 0 ? 0 : Math.min(distance / length, 0.5);
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}

/** A line through the points, its corners rounded. */
function lineThrough(points: readonly Point[]): string {
  const corners = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before) return `M${at(point)}`;
    if (!after) return `L${at(point)}`;
    return `L${at(towards(point, before, BEND))}Q${at(point)} ${at(towards(point, after, BEND))}`;
  });
  return corners.join('');
}

const HEAD = { length: 10, half: 5 };

/** The tip of an arrow, turned the way its line comes in. */
function headAt(points: readonly Point[]): string {
  const [before, tip] = points.slice(-2);
  if (!before || !tip) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const base = { x: tip.x - dx * HEAD.length, y: tip.y - dy * HEAD.length };
  const side = (sign: 1 | -1): Point => ({
    x: base.x - sign * dy * HEAD.half,
    y: base.y + sign * dx * HEAD.half,
  });
  return `M${at(tip)}L${at(side(1))}L${at(side(-1))}z`;
}
