// Floor: build. The words of a guide read straight from its files, for the editor's commands (the
// pages read them through Astro). Lenient: it also reads an old commit's files, whose shape may
// differ, and names by its id what has no words.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { GuideTable } from '../guidance/guides/table.ts';
import { plainText } from '../guidance/knowledge/references.ts';
import type { Knowledge } from '../guidance/knowledge/knowledge.ts';
import { parseMarkdownFile } from '../guidance/knowledge/yaml-file.ts';

/** One file of a guide: front matter as it stands, and the body. */
export interface StateFile {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export interface GuideWords {
  readonly title: string;
  /** A state's heading: its question, or what to do. */
  heading(state: string): string;
  label(question: string, answer: string): string;
  file(state: string): StateFile;
}

const NOTHING: StateFile = { data: {}, body: '' };

/** The words of a guide under a content folder; marks are said with the facts of `knowledge`. */
export function guideWords(table: GuideTable, root: string, knowledge: Knowledge): GuideWords {
  const folder = path.join(root, 'guides', knowledge.locale, table.id);
  const files = new Map<string, StateFile>();
  const file = (state: string): StateFile => {
    const known = files.get(state) ?? readState(path.join(folder, `${state}.md`));
    files.set(state, known);
    return known;
  };
  const say = (value: unknown, otherwise: string): string =>
    typeof value === 'string' ? plainText(value, knowledge) : otherwise;
  return {
    title: say(file('index').data['guide'], table.id),
    heading: (state) => say(file(state).data['outcome'] ?? file(state).data['question'], state),
    label: (question, answer) => {
      const answers = file(question).data['answers'] as Answers | undefined;
      return say(answers?.[answer]?.label, answer);
    },
    file,
  };
}

type Answers = Readonly<Record<string, { readonly label?: unknown } | undefined>>;

function readState(at: string): StateFile {
  if (!existsSync(at)) return NOTHING;
  const parsed = parseMarkdownFile(readFileSync(at, 'utf8'));
  if (!parsed) return NOTHING;
  return { data: (parsed.frontMatter.data ?? {}) as StateFile['data'], body: parsed.body };
}
