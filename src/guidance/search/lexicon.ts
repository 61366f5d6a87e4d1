// Floor: search. The lexicon of an index: what its making and its use both cut with.
import { Lexicon } from './cut.ts';
import type { IndexFile } from './entry.ts';

/** Every form of the index's words, then the names of other things, then the filler. */
export function lexiconOf(file: Pick<IndexFile, 'words' | 'filler' | 'elsewhere'>): Lexicon {
  const lexicon = new Lexicon();
  file.words.forEach((forms, word) => {
    for (const form of forms) lexicon.add(form, word);
  });
  for (const form of file.elsewhere) lexicon.add(form, 'elsewhere');
  for (const form of file.filler) lexicon.add(form, 'filler');
  return lexicon;
}
