// The command `npm run search -- "query"`: what the search makes of a query, what it finds, and why;
// for editors who tend content/search. The query stays on this machine.
import { contentRoot, DEFAULT_LOCALE, editorWords } from '../guidance/knowledge/catalogue.ts';
import { createSearch, type Hit, type PageHit } from '../guidance/search/engine.ts';
import { indexOf } from '../guidance/search/making/index.ts';

const say = editorWords();
const MOST_REASONS = 6;

function run(query: string): void {
  const file = indexOf(DEFAULT_LOCALE, (path) => path, contentRoot());
  const search = createSearch(file);
  const { asked, ours, leastOurs, pages, terms, facts } = search.find(query);
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
  console.log(say('search.ours', { ours: number(ours), least: number(leastOurs) }));
  const list = (hits: readonly (Hit & Partial<PageHit>)[]) =>
    hits.forEach(({ entry, score, outcomes = [] }, index) => {
      const values = { rank: index + 1, id: entry.id, title: entry.title, score: number(score) };
      console.log(say('search.hit', values));
      why(entry.id);
      for (const { id, title } of outcomes) {
        console.log(say('search.hit.outcome', { id, title }));
        why(id);
      }
    });
  const atOnce = [...terms, ...facts];
  if (atOnce.length > 0) console.log(say('search.facts'));
  list(atOnce);
  if (pages.length > 0) console.log(say('search.pages'));
  list(pages);
  if (atOnce.length + pages.length === 0) console.log(say('search.none'));

  function why(id: string): void {
    const reasons = search
      .reasons(asked, id)
      .slice(0, MOST_REASONS)
      .map(
        ({ feature, letters, weight }) =>
          `${said(feature, letters)} ${weight > 0 ? '+' : ''}${number(weight)}`,
      );
    if (reasons.length > 0) console.log(say('search.hit.why', { words: reasons.join('、') }));
  }

  function said(feature: string, letters?: string): string {
    const name = feature.slice(1);
    if (letters !== undefined) return `〔${letters}〕`;
    if (feature.startsWith('#')) return `［${nameOf(Number(name))}］`;
    return feature.startsWith('!') ? `［［${nameOf(Number(name))}］］` : `「${name}」`;
  }
}

const query = process.argv.slice(2).join(' ');
if (query.trim() === '') {
  console.error(say('search.usage'));
  process.exitCode = 1;
} else run(query);
