// Floor: build. Rules about the search words: no word means two things, every entry that is named exists,
// and every phrase stands once.
import type { Problem } from '../../guidance/knowledge/problem.ts';
import { fold, type Letters } from '../../guidance/search/fold.ts';
import { searchFile, type SearchWords } from '../../guidance/search/making/vocabulary.ts';

interface Context {
  readonly locale: string;
  readonly words: SearchWords;
  /** Ids of everything that can be found. */
  readonly entries: ReadonlySet<string>;
}

type Name = Parameters<typeof searchFile>[1];

/** What contradicts itself in content/search. */
export function searchProblems(context: Context): Problem[] {
  const { words } = context;
  return [
    ...words.problems,
    ...doubleMeanings(context),
    ...lettersOnce(context),
    ...phrasesOnce(context),
  ];
}

function problemAt(
  { locale, words }: Context,
  name: Name,
  at: readonly PropertyKey[],
  code: Problem['code'],
  values: Problem['values'],
): Problem {
  const line = words.files.get(name)?.lineOf(at);
  const field = at.join('.');
  return { code, file: searchFile(locale, name), field, values, ...(line ? { line } : {}) };
}

const lettersOf = ({ words }: Context): Letters => new Map(words.letters);

/** A word stands in one group only, and in none of the lists of words that mean nothing here. */
function doubleMeanings(context: Context): Problem[] {
  const letters = lettersOf(context);
  const meaning = new Map<string, string>();
  const problems: Problem[] = [];
  const add = (name: Name, at: readonly PropertyKey[], place: string, word: string) => {
    const form = fold(word, letters);
    const other = meaning.get(form);
    if (form === '') problems.push(problemAt(context, name, at, 'empty-word', { word }));
    else if (other === undefined) meaning.set(form, place);
    else if (other !== place) {
      problems.push(problemAt(context, name, at, 'double-meaning', { word, other, place }));
    }
  };
  for (const { id, words } of context.words.groups) {
    for (const word of words) add('words', [id, 'words'], id, word);
  }
  context.words.elsewhere.forEach((word) => add('elsewhere', [], 'elsewhere', word));
  context.words.filler.forEach((word) => add('filler', [], 'filler', word));
  return problems;
}

/** A letter stands for one other, which stands for itself: folding would not end, or not be sure. */
function lettersOnce(context: Context): Problem[] {
  const { letters } = context.words;
  const commons = new Map<string, string>();
  const replaced = new Set(letters.map(([letter]) => letter));
  return letters.flatMap(([letter, common]): Problem[] => {
    const other = commons.get(letter);
    commons.set(letter, other ?? common);
    const at = (code: Problem['code'], values: Problem['values']) => [
      problemAt(context, 'letters', [common], code, values),
    ];
    if (other !== undefined) return at('letter-twice', { letter, common, other });
    return replaced.has(common) ? at('letter-circle', { letter, common }) : [];
  });
}

/** A phrase stands in one place, where all its answers are named; and they exist. */
function phrasesOnce({ words, entries }: Context): Problem[] {
  const letters: Letters = new Map(words.letters);
  const places = new Map<string, string>();
  return words.said.flatMap(({ text, answers, file, line }): Problem[] => {
    const form = fold(text, letters);
    const first = places.get(form);
    places.set(form, first ?? `${file}:${line}`);
    const at = { file, line, field: text };
    return [
      ...(form === '' ? [{ ...at, code: 'empty-word', values: { word: text } } as const] : []),
      ...(first !== undefined && form !== ''
        ? [{ ...at, code: 'phrase-twice', values: { phrase: text, other: first } } as const]
        : []),
      ...answers
        .filter((id) => !entries.has(id))
        .map((id) => ({ ...at, code: 'unknown-search-name', values: { id } }) as const),
    ];
  });
}
