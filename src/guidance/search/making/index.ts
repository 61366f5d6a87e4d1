// Floor: search, making. The index of one language from content/ on disk.
import { contentRoot } from '../../knowledge/catalogue.ts';
import { knowledgeOf } from '../../knowledge/knowledge.ts';
import type { IndexFile } from '../entry.ts';
import { searchDocuments } from './documents.ts';
import { makeIndex } from './make-index.ts';
import { readSearchWords } from './vocabulary.ts';

/** Makes the index of a language. `href` writes a page's address in that language. */
export function indexOf(
  locale: string,
  href: (path: string) => string,
  root = contentRoot(),
): IndexFile {
  const knowledge = knowledgeOf(locale, root);
  const words = readSearchWords(root, locale);
  return makeIndex(searchDocuments({ root, knowledge, href }), words, words.said);
}
