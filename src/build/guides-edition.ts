// Floor: build. One edition of the guides: their tables, words and facts as they stand under a
// folder. Today's is the work tree; an old commit's is read out of git into a folder of its own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tableOf, type GuideTable } from '../guidance/guides/table.ts';
import { DEFAULT_LOCALE } from '../guidance/knowledge/catalogue.ts';
import { readContentFiles } from '../guidance/knowledge/content-files.ts';
import { joinKnowledge, type Knowledge } from '../guidance/knowledge/knowledge.ts';

type Machine = Parameters<typeof tableOf>[0];

export interface Edition {
  readonly tables: readonly GuideTable[];
  /** Its content folder. */
  readonly root: string;
  readonly knowledge: Knowledge;
}

const MACHINES = 'src/guidance/guides';
const CATALOGUE = `${MACHINES}/catalogue.ts`;

/** Why an old edition could not be read. */
export class EditionError extends Error {
  override name = 'EditionError' as const;
  readonly code: 'no-ref' | 'no-guides';

  constructor(code: EditionError['code'], ref: string) {
    super(`${code}: ${ref}`);
    this.code = code;
  }
}

/** Before any fact's day of review: how old a fact is must not count as a difference. */
const LONG_AGO = '0000-01-01';

/**
 * The edition in `content`, with `machines`. Its facts are said in `words`: messages that were
 * worded differently at another commit are no difference in what people are told to do.
 */
export function editionOf(
  machines: readonly Machine[],
  content: string,
  words?: Knowledge['say'],
): Edition {
  const files = readContentFiles(content, DEFAULT_LOCALE);
  const knowledge = joinKnowledge(files, DEFAULT_LOCALE, content);
  return {
    tables: machines.map(tableOf),
    root: content,
    knowledge: { ...knowledge, say: words ?? knowledge.say, today: LONG_AGO },
  };
}

/**
 * Writes the guides and content of a commit below a new temporary folder. Only reads from git.
 * @throws EditionError when there is no such commit, or no guides in it.
 */
export function checkOut(ref: string, repository = process.cwd()): string {
  const commit = git(
    repository,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    ref,
  )
    .toString('utf8')
    .trim();
  const blobs = git(repository, ['ls-tree', '-r', '-z', commit, '--', 'content', MACHINES], ref)
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const entry = /^\d+ blob (?<hash>[0-9a-f]+)\t(?<file>.+)$/s.exec(line)?.groups;
      return entry ? [{ hash: entry['hash'] ?? '', file: entry['file'] ?? '' }] : [];
    });
  if (!blobs.some(({ file }) => file === CATALOGUE)) throw new EditionError('no-guides', ref);
  const folder = mkdtempSync(path.join(tmpdir(), 'guides-'));
  const contents = readBlobs(
    repository,
    blobs.map(({ hash }) => hash),
    ref,
  );
  for (const [index, { file }] of blobs.entries()) {
    const at = path.join(folder, file);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, contents[index] ?? '');
  }
  // The machines import XState from here, whatever version they were written with.
  const modules = path.resolve('node_modules');
  if (existsSync(modules)) symlinkSync(modules, path.join(folder, 'node_modules'), 'junction');
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  return folder;
}

/** Imports the machines of a checked out commit. */
export async function machinesIn(folder: string): Promise<readonly Machine[]> {
  const catalogue = (await import(pathToFileURL(path.join(folder, CATALOGUE)).href)) as {
    readonly GUIDES?: readonly Machine[];
  };
  return catalogue.GUIDES ?? [];
}

function git(repository: string, command: readonly string[], ref: string, input = ''): Buffer {
  try {
    return execFileSync('git', ['-C', repository, ...command], {
      input,
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  } catch (error) {
    throw Object.assign(new EditionError('no-ref', ref), { cause: error });
  }
}

/** Contents of many files in one process: `<hash> blob <size>`, the bytes, a line end. */
function readBlobs(repository: string, hashes: readonly string[], ref: string): Buffer[] {
  const answer = git(repository, ['cat-file', '--batch'], ref, `${hashes.join('\n')}\n`);
  const contents: Buffer[] = [];
  for (let at = 0; at < answer.length;) {
    const end = answer.indexOf('\n', at);
    const size = Number(answer.toString('utf8', at, end).split(' ').at(-1));
    contents.push(answer.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}
