// The command `npm run guides:diff -- <git ref>`: for whom the guides now say something else than
// at that commit. For the official who must approve it. Reads from git; changes nothing in it.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { GUIDES } from '../guidance/guides/catalogue.ts';
import { contentRoot, editorWords } from '../guidance/knowledge/catalogue.ts';
import { diffText } from './guides-diff-text.ts';
import { checkOut, editionOf, EditionError, machinesIn } from './guides-edition.ts';

const say = editorWords();

async function run(arguments_: readonly string[]): Promise<number> {
  const [ref] = arguments_;
  if (ref === undefined || arguments_.length > 1) {
    console.error(say('guides.diff.usage'));
    return 2;
  }
  let folder: string | undefined;
  try {
    folder = checkOut(ref);
    const after = editionOf(GUIDES, contentRoot());
    const old = await machinesIn(folder);
    const before = editionOf(old, path.join(folder, 'content'), after.knowledge.say);
    console.log(diffText(before, after, ref, say));
    return 0;
  } catch (error) {
    if (!(error instanceof EditionError)) throw error;
    console.error(say(`guides.diff.${error.code}`, { ref }));
    return 1;
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true });
  }
}

process.exitCode = await run(process.argv.slice(2));
