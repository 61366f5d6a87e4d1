// The Markdown collections under content/. Shapes are in src/guidance/knowledge/schemas.ts; the
// content check (src/build/content-check) reads the same files and says what is wrong in Japanese.
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import path from 'node:path';
import { contentRoot } from './guidance/knowledge/catalogue.ts';
import { faqSchema, guideFileSchema, pageSchema } from './guidance/knowledge/schemas.ts';

/** Ids are the path without `.md`: `ja/forgot-password`, `ja/locked-pin/which-pin`. */
const markdown = (folder: string) =>
  glob({
    base: path.join(contentRoot(), folder),
    pattern: '**/*.md',
    generateId: ({ entry }) => entry.replace(/\.md$/, ''),
  });

export const collections = {
  faq: defineCollection({ loader: markdown('faq'), schema: faqSchema }),
  guides: defineCollection({ loader: markdown('guides'), schema: guideFileSchema }),
  pages: defineCollection({ loader: markdown('pages'), schema: pageSchema }),
};
