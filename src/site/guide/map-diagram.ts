// Floor: site. A guide's statechart as a drawing: the layout's geometry joined with wrapped words.
// Runs at build time. Units are sixteenths of a rem, so that the drawing grows with the text size.
import {
  layoutOf,
  type EdgeId,
  type Head,
  type Line,
  type Placed,
} from '../../guidance/guides/layout.ts';
import type { GuideTable } from '../../guidance/guides/table.ts';
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
  readonly id: EdgeId;
}

export interface DrawnPath {
  readonly d: string;
  /** Ids of the answers it belongs to, parted by spaces. */
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

export function diagramOf(table: GuideTable, words: MapWords): Diagram {
  const state = (id: string): string[] => wrapText(words.heading(id), STATE_EM);
  const label = (question: string, answer: string): string[] =>
    wrapText(words.label(question, answer), LABEL_EM);
  const layout = layoutOf(table, {
    state: (id) => boxOf(state(id), STATE_EM, PADDING),
    label: (question, answer) => boxOf(label(question, answer), 0, PADDING / 2),
    margin: 12,
    gap: 24,
    channel: 96,
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
    labels: layout.labels.map((placed) => ({
      ...rounded(placed),
      id: `${placed.question}.${placed.answer}`,
      lines: textIn(placed, label(placed.question, placed.answer), PADDING / 2),
    })),
    lines: layout.lines.map(lineOf),
    heads: layout.heads.map(headOf),
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

function lineOf({ from, to, shape, answers }: Line): DrawnPath {
  const [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(round) as [
    number,
    number,
    number,
    number,
  ];
  const middle = round((x1 + x2) / 2);
  const way = shape === 'run' ? `L${x2} ${y2}` : `C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  return { d: `M${x1} ${y1}${way}`, on: answers.join(' ') };
}

function headOf({ at, answers }: Head): DrawnPath {
  const [x, y] = [round(at.x), round(at.y)];
  return { d: `M${x} ${y}l-9 -5v10z`, on: answers.join(' ') };
}
