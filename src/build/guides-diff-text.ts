// Floor: build. Says in plain Japanese what changes for whom between two editions of the guides.
import { diffOf } from '../guidance/guides/diff.ts';
import type { Path } from '../guidance/guides/paths.ts';
import type { GuideTable } from '../guidance/guides/table.ts';
import type { EditorWord, Words } from '../guidance/knowledge/words.ts';
import { adviceOf, type Advice } from './guides-advice.ts';
import type { Edition } from './guides-edition.ts';
import { situationText } from './guides-report-text.ts';
import { guideWords, type GuideWords } from './guides-words.ts';

type Say = Words<EditorWord>;

const TOPICS = ['checklist', 'fee', 'phone'] as const;

/** What changed in one of an outcome's parts. */
interface Change {
  readonly topic: (typeof TOPICS)[number];
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

interface Group {
  /** What changes, in words: the same for everybody in the group. */
  readonly what: readonly string[];
  readonly who: string[];
}

/** The whole comparison, guide by guide; guides stand in the order of the newer edition. */
export function diffText(before: Edition, after: Edition, ref: string, say: Say): string {
  const gone = before.tables.filter(({ id }) => !after.tables.some((table) => table.id === id));
  return [
    say('guides.diff.title', { ref }),
    ...after.tables.map((table) => guideText(table, before, after, say)),
    ...gone.map((table) => {
      const { title } = guideWords(table, before.root, before.knowledge);
      const count = diffOf(table, table).pairs.length;
      return [
        say('guides.diff.guide', { guide: title }),
        say('guides.diff.gone-guide', { count }),
      ].join('\n');
    }),
  ].join('\n\n');
}

function guideText(table: GuideTable, before: Edition, after: Edition, say: Say): string {
  const words = guideWords(table, after.root, after.knowledge);
  const head = say('guides.diff.guide', { guide: words.title });
  const old = before.tables.find(({ id }) => id === table.id);
  if (!old) {
    const count = diffOf(table, table).pairs.length;
    return [head, say('guides.diff.new-guide', { count })].join('\n');
  }
  const oldWords = guideWords(old, before.root, before.knowledge);
  const { pairs, added, removed } = diffOf(old, table);
  const advice = memo((state: string) => adviceOf(state, words, after.knowledge));
  const oldAdvice = memo((state: string) => adviceOf(state, oldWords, before.knowledge));

  const groups = new Map<string, Group>();
  let changed = 0;
  for (const pair of pairs) {
    const [was, is] = [oldAdvice(pair.before.end), advice(pair.after.end)];
    const changes = changesOf(was, is);
    const moved = pair.before.end !== pair.after.end;
    if (!moved && changes.length === 0) continue;
    changed += 1;
    const what = [
      moved
        ? say('guides.diff.outcome', { before: was.heading, after: is.heading })
        : say('guides.diff.same-outcome', { after: is.heading }),
      ...changes.flatMap((change) => changeLines(change, say)),
    ];
    const now = situationText(pair.after.steps, words, say);
    const then = situationText(pair.before.steps, oldWords, say);
    const who = [
      say('guides.diff.situation', { answers: now }),
      ...(then === now || then === '' ? [] : [say('guides.diff.was', { answers: then })]),
    ].join('\n');
    const key = `${pair.before.end} ${pair.after.end}`;
    const group = groups.get(key) ?? { what, who: [] };
    group.who.push(who);
    groups.set(key, group);
  }

  const blocks = [
    ...[...groups.values()].map(({ what, who }) =>
      [
        say('guides.diff.group', { count: who.length }),
        ...what,
        say('guides.diff.situations'),
        ...who,
      ].join('\n'),
    ),
    ...byEnd(added).map(([end, paths]) =>
      listText(
        say('guides.diff.new-situation', { count: paths.length, after: words.heading(end) }),
        paths,
        words,
        say,
      ),
    ),
    ...byEnd(removed).map(([end, paths]) =>
      listText(
        say('guides.diff.gone-situation', { count: paths.length, before: oldWords.heading(end) }),
        paths,
        oldWords,
        say,
      ),
    ),
  ];
  const count = pairs.length;
  const summary =
    blocks.length === 0
      ? say('guides.diff.none', { count })
      : say('guides.diff.summary', { count, changed });
  const state = pauseText(oldWords, words, say);
  return [[head, ...state, summary].join('\n'), ...blocks].join('\n\n');
}

/** Whether the guide was paused or taken up again: that changes the answer to everybody. */
function pauseText(was: GuideWords, is: GuideWords, say: Say): string[] {
  const paused = (words: GuideWords): boolean => words.file('index').data['status'] === 'paused';
  if (paused(was) === paused(is)) return [];
  if (!paused(is)) return [say('guides.diff.resumed')];
  const official = is.file('index').data['official'];
  return [say('guides.diff.paused', { official: typeof official === 'string' ? official : '' })];
}

function memo(read: (state: string) => Advice): (state: string) => Advice {
  const known = new Map<string, Advice>();
  return (state) => {
    const found = known.get(state) ?? read(state);
    known.set(state, found);
    return found;
  };
}

const changesOf = (was: Advice, is: Advice): Change[] =>
  TOPICS.map((topic) => ({
    topic,
    removed: was[topic].filter((line) => !is[topic].includes(line)),
    added: is[topic].filter((line) => !was[topic].includes(line)),
  })).filter(({ removed, added }) => removed.length + added.length > 0);

const changeLines = ({ topic, removed, added }: Change, say: Say): string[] => [
  say(`guides.diff.${topic}`),
  ...removed.map((line) => say('guides.diff.removed', { line })),
  ...added.map((line) => say('guides.diff.added', { line })),
];

function byEnd(paths: readonly Path[]): [string, Path[]][] {
  const ends = new Map<string, Path[]>();
  for (const path of paths) ends.set(path.end, [...(ends.get(path.end) ?? []), path]);
  return [...ends];
}

const listText = (title: string, paths: readonly Path[], words: GuideWords, say: Say): string =>
  [
    title,
    ...paths.map(({ steps }) =>
      say('guides.diff.situation', { answers: situationText(steps, words, say) }),
    ),
  ].join('\n');
