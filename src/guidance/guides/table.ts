// Floor: guides. A statechart written down as a plain table: what pages and the browser use, so
// that no page has to load XState. Knows no particular guide.
import type { AnyStateMachine } from 'xstate';

/** Question id → answer id → id of the question or outcome it leads to. JSON. */
export type Transitions = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface GuideTable {
  readonly id: string;
  readonly initial: string;
  readonly transitions: Transitions;
  /** Ids of the states that end the guide. */
  readonly outcomes: readonly string[];
}

interface PlainState {
  readonly type?: string;
  readonly on?: Readonly<Record<string, unknown>>;
}

const PLAIN_KEYS = new Set(['type', 'on', 'tags', 'meta', 'description']);

/**
 * Reads the table out of a guide's machine as it was written (not as XState resolved it, so that
 * the content check can name an answer whose target does not exist).
 * @throws Error when the machine is more than questions and outcomes (a guard, an effect, a nested
 *   state): such a guide could not be replayed from an address.
 */
export function tableOf(machine: AnyStateMachine): GuideTable {
  const transitions: Record<string, Record<string, string>> = {};
  const outcomes: string[] = [];
  for (const [id, state] of Object.entries<PlainState>(machine.config.states ?? {})) {
    const odd = Object.keys(state).find((key) => !PLAIN_KEYS.has(key));
    if (odd) throw new Error(`${machine.id}: "${id}" has "${odd}"; a guide is plain data`);
    if (state.type === 'final') outcomes.push(id);
    else transitions[id] = plainAnswers(`${machine.id}.${id}`, state.on ?? {});
  }
  const { initial } = machine.config;
  if (typeof initial !== 'string') throw new Error(`${machine.id}: no first question`);
  return { id: machine.id, initial, transitions, outcomes };
}

function plainAnswers(where: string, on: Readonly<Record<string, unknown>>) {
  const answers: Record<string, string> = {};
  for (const [answer, target] of Object.entries(on)) {
    if (typeof target !== 'string') throw new Error(`${where}: "${answer}" is not a plain target`);
    answers[answer] = target;
  }
  return answers;
}
