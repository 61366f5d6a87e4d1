// Floor: build. Rules about questions: names fit for an address and used once, and everything they
// point at exists.
import type { ContentFiles } from '../../guidance/knowledge/content-files.ts';
import type { Problem, ProblemCode } from '../../guidance/knowledge/problem.ts';
import type { FaqText, SourceReference } from '../../guidance/knowledge/schemas.ts';
import type { TextFile } from './text-files.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface Known {
  readonly files: ContentFiles;
  readonly slugs: ReadonlySet<string>;
  readonly guides: ReadonlySet<string>;
}

export function faqProblems(faq: TextFile<FaqText>, { files, slugs, guides }: Known): Problem[] {
  const topics = files.topics.map(({ value }) => value.id);
  return [
    ...(SLUG.test(faq.id) ? [] : [at(faq, 'bad-slug', [], { id: faq.id })]),
    ...(topics.includes(faq.data.topic)
      ? []
      : [at(faq, 'unknown-topic', ['topic'], { id: faq.data.topic, known: topics.join(', ') })]),
    ...relatedProblems(faq, slugs),
    ...(faq.data.guides ?? []).flatMap((id, index) =>
      guides.has(id) ? [] : [at(faq, 'unknown-guide', ['guides', index], { id })],
    ),
    ...sourceProblems(faq, files),
    ...(faq.body.trim() === '' ? [at(faq, 'empty-section', [], { title: faq.data.question })] : []),
  ];
}

/** `related` names questions that exist. */
export const relatedProblems = (
  text: TextFile<{ related?: string[] | undefined }>,
  slugs: ReadonlySet<string>,
): Problem[] =>
  (text.data.related ?? []).flatMap((id, index) =>
    slugs.has(id) ? [] : [at(text, 'unknown-faq', ['related', index], { id })],
  );

/** `sources` names sources that exist. */
export const sourceProblems = (
  text: TextFile<{ sources: SourceReference[] }>,
  files: ContentFiles,
): Problem[] =>
  text.data.sources.flatMap(({ id }, index) =>
    files.sources.has(id) ? [] : [at(text, 'unknown-source', ['sources', index, 'id'], { id })],
  );

/** A slug is an address: two questions with one slug, even in other folders, collide. */
export function duplicateSlugs(faqs: readonly TextFile<FaqText>[]): Problem[] {
  const first = new Map<string, string>();
  return faqs.flatMap((faq) => {
    const slug = faq.id.toLowerCase();
    const other = first.get(slug);
    if (other !== undefined) return [at(faq, 'duplicate-slug', [], { id: slug, other })];
    first.set(slug, faq.file);
    return [];
  });
}

/** A problem at a place in a file's front matter. */
export const at = (
  { file, frontMatter }: TextFile<unknown>,
  code: ProblemCode,
  path: readonly PropertyKey[],
  values: Record<string, string>,
): Problem => ({
  code,
  file,
  line: path.length === 0 ? 1 : frontMatter.lineOf(path),
  field: path.join('.') || '-',
  values,
});
