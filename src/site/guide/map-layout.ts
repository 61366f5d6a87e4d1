// Floor: site. Places a guide's statechart on a plane, left to right, with the library ELK (layers, lines at
// right angles): pure geometry at build time. How large a box is comes from outside.
import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { GuideTable } from '../../guidance/guides/table.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box by its top left corner. */
export interface Placed extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedState extends Placed {
  readonly state: string;
}

/** The arrow of one answer: where its label stands, and the points it runs through. */
export interface PlacedArrow {
  readonly question: string;
  readonly answer: string;
  readonly target: string;
  readonly label: Placed;
  readonly points: readonly Point[];
}

export interface Layout extends Size {
  readonly states: readonly PlacedState[];
  readonly arrows: readonly PlacedArrow[];
}

export interface Sizes {
  state(state: string): Size;
  label(question: string, answer: string): Size;
}

/** https://eclipse.dev/elk/reference/options.html */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  // Answers stand in the order in which the question gives them, where that crosses no line.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'TAIL_LAYER',
  'elk.padding': '[top=12,left=12,bottom=12,right=12]',
  'elk.spacing.nodeNode': '20',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.edgeNode': '14',
  'elk.layered.spacing.nodeNodeBetweenLayers': '30',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
};

export async function layoutOf(table: GuideTable, sizes: Sizes): Promise<Layout> {
  const answers = Object.entries(table.transitions).flatMap(([question, on]) =>
    Object.entries(on).map(([answer, target]) => ({ question, answer, target })),
  );
  const graph: ElkNode = {
    id: table.id,
    layoutOptions: OPTIONS,
    children: [...Object.keys(table.transitions), ...table.outcomes].map((state) => ({
      id: state,
      ...sizes.state(state),
    })),
    edges: answers.map(({ question, answer, target }, index) => ({
      id: `answer ${index}`,
      sources: [question],
      targets: [target],
      labels: [
        {
          text: answer,
          ...sizes.label(question, answer),
          layoutOptions: { 'elk.edgeLabels.inline': 'true' },
        },
      ],
    })),
  };
  const placed = await new ELK().layout(graph);
  const box = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Placed>): Placed => ({
    x,
    y,
    width,
    height,
  });
  return {
    ...box(placed),
    states: (placed.children ?? []).map((child) => ({ state: child.id, ...box(child) })),
    arrows: answers.map((ids, index) => {
      const edge = placed.edges?.[index];
      const [line] = edge?.sections ?? [];
      const [label] = edge?.labels ?? [];
      if (!line || !label)
        throw new Error(`${table.id}: ${ids.question}.${ids.answer} got no line`);
      return {
        ...ids,
        label: box(label),
        points: [line.startPoint, ...(line.bendPoints ?? []), line.endPoint],
      };
    }),
  };
}
