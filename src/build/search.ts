// The command `npm run search -- "query"`: what the search makes of a query, what it finds, and why;
// for editors who tend content/search. The query stays on this machine.
import { contentRoot, DEFAULT_LOCALE, editorWords } from '../guidance/knowledge/catalogue.ts';
import { createSearch, LEAST_COVERAGE, type Hit } from '../guidance/search/engine.ts';
import { indexOf } from '../guidance/search/making/index.ts';

const say = editorWords();

function run(query: string): void {
  const file = indexOf(DEFAULT_LOCALE, (path) => path, contentRoot());
  const search = createSearch(file);
  const { asked, pages, facts, nearest } = search.find(query);
  const nameOf = (word: number) => file.names[word] ?? file.words[word]?.[0] ?? String(word);
  const number = (value: number) => value.toFixed(2);

  console.log(say('search.query', { query }));
  console.log(say('search.read', { text: asked.text }));
  console.log(say('search.words'));
  for (const { text, word, trust, takenFor, against } of asked.words) {
    if (word === undefined) {
      console.log(say('search.word.unknown', { text, against: number(against) }));
    } else if (takenFor === undefined) {
      console.log(say('search.word', { text, meaning: nameOf(word) }));
    } else {
      const values = { text, meaning: nameOf(word), form: takenFor, trust: number(trust) };
      console.log(say('search.word.slip', values));
    }
  }
  const list = (hits: readonly Hit[]) =>
    hits.forEach(({ entry, score, likeness, coverage, inTitle, matched }, index) => {
      const values = { rank: index + 1, id: entry.id, title: entry.title };
      const why = { likeness: number(likeness), coverage: number(coverage) };
      const held = say(inTitle ? 'search.yes' : 'search.no');
      console.log(say('search.hit', { ...values, ...why, score: number(score), inTitle: held }));
      console.log(say('search.hit.why', { words: matched.map(nameOf).join(' ') }));
    });
  if (facts.length > 0) console.log(say('search.facts'));
  list(facts);
  if (pages.length > 0) console.log(say('search.pages'));
  list(pages);
  if (facts.length + pages.length > 0) return;
  if (!nearest) console.log(say('search.none.at-all'));
  else {
    const { entry, coverage } = nearest;
    const values = { id: entry.id, coverage: number(coverage), least: number(LEAST_COVERAGE) };
    console.log(say('search.none', values));
  }
}

const query = process.argv.slice(2).join(' ');
if (query.trim() === '') {
  console.error(say('search.usage'));
  process.exitCode = 1;
} else run(query);
