// Floor: build. Teaches Markdown our two marks, {{fact}} and [[term]], and gives an outcome's
// sections their parts: each `## ` section becomes a <section>, things to bring become a checklist.
import path from 'node:path';
import type { Heading, List, Node, Nodes, Parent, Root, RootContent } from 'mdast';
import { OUTCOME_PARTS, type OutcomePart } from '../guidance/guides/parts.ts';
import { contentRoot, DEFAULT_LOCALE } from '../guidance/knowledge/catalogue.ts';
import { knowledgeOf, type Knowledge } from '../guidance/knowledge/knowledge.ts';
import { htmlText, markHtml, tokenize } from '../guidance/knowledge/references.ts';

interface MarkdownSource {
  readonly path?: string;
  readonly data: { astro?: { frontmatter?: Record<string, unknown> } };
}

/** Remark plugin; the locale is the folder below the collection (`faq/<locale>/…`). */
export function remarkKnowledge() {
  return (tree: Root, file: MarkdownSource): void => {
    const [, locale = DEFAULT_LOCALE] = path
      .relative(contentRoot(), file.path ?? '')
      .split(path.sep);
    const knowledge = knowledgeOf(locale);
    for (const node of tree.children) if (node.type === 'heading') nameHeading(node);
    sayMarks(tree, knowledge, new Set());
    const front = file.data.astro?.frontmatter ?? {};
    if (front['outcome'] !== undefined) {
      tree.children = wrapParts(
        tree.children,
        knowledge,
        typeof front['avoid'] === 'string' ? front['avoid'] : '',
      );
    }
  };
}

const html = (value: string) => ({ type: 'html' as const, value });

/** `## 見出し {#name}` gives a heading a short, stable address. */
function nameHeading(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return;
  const match = /\s*\{#(?<name>[a-z0-9-]+)\}$/.exec(last.value);
  if (!match) return;
  last.value = last.value.slice(0, match.index);
  heading.data = { hProperties: { id: match.groups?.['name'] ?? '' } };
}

/** `explained` holds the terms met so far: the first mention is where an explanation leads back. */
function sayMarks(node: Nodes, knowledge: Knowledge, explained: Set<string>): void {
  if (!('children' in node)) return;
  const parent = node as Parent;
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if (child.type !== 'text') {
      sayMarks(child, knowledge, explained);
      return [child];
    }
    return tokenize(child.value).map((token) => {
      if (token.kind === 'text') return { type: 'text' as const, value: token.text };
      const first = token.kind === 'term' && !explained.has(token.id);
      if (first) explained.add(token.id);
      return html(markHtml(token, knowledge, first));
    });
  });
}

/** `avoid`, the one thing not to do, closes the part that says what to do now. */
function wrapParts(
  nodes: readonly RootContent[],
  knowledge: Knowledge,
  avoid: string,
): RootContent[] {
  const { say } = knowledge;
  const parts = new Map(OUTCOME_PARTS.map((part) => [say(`outcome.${part}`), part]));
  const wrapped: RootContent[] = [];
  let open: OutcomePart | undefined;
  for (const node of nodes) {
    const part = node.type === 'heading' && node.depth === 2 ? parts.get(textOf(node)) : undefined;
    if (part) {
      if (open === 'now') wrapped.push(html(avoidHtml(avoid, knowledge)));
      if (open) wrapped.push(html('</section>'));
      wrapped.push(html(`<section class="part part-${part}">`));
      open = part;
    }
    if (open === 'bring' && node.type === 'list') makeChecklist(node);
    wrapped.push(node);
  }
  if (open) wrapped.push(html('</section>'));
  return wrapped;
}

const avoidHtml = (avoid: string, knowledge: Knowledge): string =>
  `<p class="avoid"><b>${knowledge.say('outcome.avoid')}</b> ${htmlText(avoid, knowledge)}</p>`;

const textOf = (node: Node): string =>
  'value' in node && typeof node.value === 'string'
    ? node.value
    : ((node as Partial<Parent>).children ?? []).map(textOf).join('');

/** A native checkbox per item: it can be ticked without any script. */
function makeChecklist(list: List): void {
  for (const item of list.children) {
    const [line] = item.children;
    if (line?.type !== 'paragraph') continue;
    line.children = [
      html('<label class="check"><input type="checkbox" /><span>'),
      ...line.children,
      html('</span></label>'),
    ];
  }
}
