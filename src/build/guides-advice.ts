// Floor: build. What an outcome tells people to bring, to pay and to call, as plain lines that two
// editions can be compared by.
import { factPlain } from '../guidance/knowledge/facts.ts';
import { factsIn, plainText } from '../guidance/knowledge/references.ts';
import type { Knowledge } from '../guidance/knowledge/knowledge.ts';
import type { GuideWords, StateFile } from './guides-words.ts';

export interface Advice {
  readonly heading: string;
  readonly checklist: readonly string[];
  readonly fee: readonly string[];
  readonly phone: readonly string[];
}

export function adviceOf(outcome: string, words: GuideWords, knowledge: Knowledge): Advice {
  const file = words.file(outcome);
  const { say } = knowledge;
  const all = [...Object.values(file.data), file.body]
    .filter((value) => typeof value === 'string')
    .join('\n');
  const facts = factsIn(all).flatMap((id) => knowledge.facts.get(id) ?? []);
  const said = (kind: string): string[] =>
    facts
      .filter(({ fact }) => fact.kind === kind)
      .map((known) =>
        say('fact.named', { label: known.text.label, value: factPlain(known, knowledge) }),
      );
  return {
    heading: words.heading(outcome),
    checklist: linesOf(file, say('outcome.bring'), knowledge),
    fee: unique([...linesOf(file, say('outcome.cost'), knowledge), ...said('fee')]),
    phone: unique(said('phone')),
  };
}

const unique = (lines: readonly string[]): string[] => [...new Set(lines)];

/** The lines of a section, marks said, list marks and link addresses left out. */
function linesOf({ body }: StateFile, title: string, knowledge: Knowledge): string[] {
  const section = body.split(/^## +/m).find((part) => part.split('\n', 1)[0]?.trim() === title);
  return (section ?? '')
    .split('\n')
    .slice(1)
    .map((line) =>
      sayMarks(line, knowledge)
        .replace(/^\s*(?:[-*]|\d+\.)\s+/, '')
        .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
        .replaceAll('**', '')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** A mark of an old edition may name what is not there; its text is then compared as it stands. */
function sayMarks(line: string, knowledge: Knowledge): string {
  const known = factsIn(line).every((id) => knowledge.facts.has(id));
  const plain = line.replaceAll(/\[\[([\w-]+)\]\]/g, (mark, id: string) =>
    knowledge.terms.has(id) ? mark : id,
  );
  return known ? plainText(plain, knowledge) : plain;
}
