// Floor: search. The index as two small files, fetched together: questions and guides with the
// editors' words and what tells pages; and beside them the guides' outcomes, the terms and the facts with
// what tells those, and forms of words that hardly anybody uses.
import { isPage, pathOf, type IndexFile, type SearchEntry } from './entry.ts';
import { packModel, unpackModel, type PackedClasses, type PackedModel } from './pack-model.ts';

/** Without its address: that follows from its id. */
type Row = Omit<SearchEntry, 'href'>;

/** Entries by field, which packs better: like things beside each other. Null where one has no such field. */
type Columns = Readonly<Record<string, readonly (string | null)[]>>;

interface Part {
  readonly words: string;
  readonly entries: Columns;
}

type Whole = Omit<IndexFile, keyof Part | 'filler' | 'elsewhere' | 'names' | 'rare' | 'model'>;

export interface IndexParts {
  readonly core: Part &
    Whole & {
      readonly filler: string;
      readonly elsewhere: string;
      readonly model: Omit<PackedModel, 'others'>;
      /** What stands before every address in this language. */
      readonly base: string;
    };
  readonly more: Part & {
    /** Rare forms: filler, other things, then those of the words that the other part names. */
    readonly rare: string;
    readonly others: PackedClasses;
  };
}

// Sorted forms begin alike: each is written as how many letters it shares with the one before (one
// digit) and the rest. No form holds a digit that could be taken for that: forms are divided by a tab.
const SHARED = 9;

function packForms(forms: readonly string[]): string {
  let before = '';
  return [...forms]
    .sort()
    .map((form) => {
      let shared = 0;
      while (shared < SHARED && shared < before.length && before[shared] === form[shared]) {
        shared += 1;
      }
      before = form;
      return `${shared}${form.slice(shared)}`;
    })
    .join('\t');
}

function unpackForms(packed: string): string[] {
  let before = '';
  return packed === ''
    ? []
    : packed.split('\t').map((form) => {
        before = before.slice(0, Number(form[0])) + form.slice(1);
        return before;
      });
}

const packWords = (words: readonly (readonly string[])[]): string =>
  words.map(packForms).join('\n');
const unpackWords = (packed: string): string[][] =>
  packed === '' ? [] : packed.split('\n').map(unpackForms);

function columnsOf(rows: readonly Row[]): Columns {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof Row)[];
  return Object.fromEntries(
    fields.map((field) => [field, rows.map(({ [field]: value = null }) => value)]),
  );
}

function rowsOf(columns: Columns): Row[] {
  const rows: Record<string, string>[] = [];
  for (const [field, values] of Object.entries(columns)) {
    values.forEach((value, at) => {
      rows[at] ??= {};
      if (value !== null) rows[at][field] = value;
    });
  }
  return rows as unknown as Row[];
}

const baseOf = (entry: SearchEntry | undefined): string =>
  entry ? entry.href.slice(0, entry.href.length - pathOf(entry.id).length) : '';

/** Questions and guides stand first, and so do their words. Nobody in the page reads names. */
export function splitIndex(file: IndexFile): IndexParts {
  const at = file.entries.findIndex((entry) => !isPage(entry));
  const pages = at < 0 ? file.entries.length : at;
  const known = file.names.length;
  const part = (words: IndexFile['words'], from: number, to?: number): Part => ({
    words: packWords(words),
    entries: columnsOf(file.entries.slice(from, to).map(({ href: _href, ...row }) => row)),
  });
  const { filler, elsewhere, model, rare, names: _names, ...rest } = file;
  const isRare = new Set(rare);
  const lists = [filler, elsewhere, ...file.words.slice(0, known)];
  const formsThat = (wanted: boolean) =>
    lists.map((forms) => forms.filter((form) => isRare.has(form) === wanted));
  const [usedFiller = [], usedElsewhere = [], ...usedWords] = formsThat(false);
  const { others, ...packed } = packModel(model, file);
  return {
    core: {
      ...rest,
      ...part(usedWords, 0, pages),
      filler: packForms(usedFiller),
      elsewhere: packForms(usedElsewhere),
      model: packed,
      base: baseOf(file.entries[0]),
    },
    more: { ...part(file.words.slice(known), pages), rare: packWords(formsThat(true)), others },
  };
}

export function joinIndex({ core: { base, ...core }, more }: IndexParts): IndexFile {
  const [rareFiller = [], rareElsewhere = [], ...rare] = unpackWords(more.rare);
  const named = unpackWords(core.words).map((forms, word) => [...forms, ...(rare[word] ?? [])]);
  const words = [...named, ...unpackWords(more.words)];
  const filler = [...unpackForms(core.filler), ...rareFiller];
  return {
    ...core,
    names: [],
    rare: [],
    filler,
    elsewhere: [...unpackForms(core.elsewhere), ...rareElsewhere],
    words,
    entries: [...rowsOf(core.entries), ...rowsOf(more.entries)].map((row) => ({
      ...row,
      href: base + pathOf(row.id),
    })),
    model: unpackModel({ ...core.model, others: more.others }, { words, filler }),
  };
}
