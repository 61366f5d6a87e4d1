import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contentRoot } from '../../../src/guidance/knowledge/catalogue.ts';
import { knowledgeOf } from '../../../src/guidance/knowledge/knowledge.ts';
import { createSearch } from '../../../src/guidance/search/engine.ts';
import { guideOf, isPage } from '../../../src/guidance/search/entry.ts';
import { fold } from '../../../src/guidance/search/fold.ts';
import { letterOf, numberOf } from '../../../src/guidance/search/letters.ts';
import { rounded } from '../../../src/guidance/search/making/ada-grad.ts';
import { searchDocuments } from '../../../src/guidance/search/making/documents.ts';
import { makeIndex } from '../../../src/guidance/search/making/make-index.ts';
import { mostMissed } from '../../../src/guidance/search/making/prune.ts';
import { readSearchWords } from '../../../src/guidance/search/making/vocabulary.ts';
import { joinIndex, splitIndex } from '../../../src/guidance/search/parts.ts';

describe('what the classifiers learn from', () => {
  const labelled = ['labelled', 'unseen'].flatMap(
    (name) =>
      parse(readFileSync(`tests/search/${name}.yaml`, 'utf8')) as { q: string; part: string }[],
  );
  const words = readSearchWords(contentRoot(), 'ja');
  const { said } = words;
  const documents = searchDocuments({
    root: contentRoot(),
    knowledge: knowledgeOf('ja'),
    href: (path) => path,
  });

  it('holds no query of the parts kept aside', () => {
    const phrases = new Set(said.map(({ text }) => fold(text)));
    const aside = labelled.filter(({ part }) => part !== 'tune');
    expect(aside.length).toBeGreaterThan(1000);
    expect(aside.filter(({ q }) => phrases.has(fold(q)))).toEqual([]);
  });

  it('says of every question and guide how people ask for it', () => {
    for (const { id } of documents.filter(isPage)) {
      const own = said.filter(({ answers }) =>
        answers.some((each) => each === id || guideOf(each) === id),
      );
      expect(own.length, id).toBeGreaterThan(200);
    }
  });

  it('comes to the same classifier every time', () => {
    const some = documents.filter((_, at) => at % 4 === 0);
    const part = said.filter((_, at) => at % 100 === 0);
    const [first, second] = [1, 2].map(() => makeIndex(some, words, part));
    expect(second?.model).toEqual(first?.model);
    expect(first?.model.pages.says.size).toBeGreaterThan(100);
    expect(first?.model.others.says.size).toBeGreaterThan(20);
    expect(first?.model.ours.says.size).toBeGreaterThan(100);
  });

  it('keeps what is said of a paused guide, whose outcomes are no answers now', () => {
    const outcome = 'guides/lost-card/police-first';
    const paused = documents.filter(({ id }) => guideOf(id) !== 'guides/lost-card');
    const about = said.filter(({ answers }) => answers.includes(outcome)).slice(0, 40);
    const others = said.filter(({ answers }) => answers[0]?.startsWith('faq/')).slice(0, 400);
    const alone = [...about.map(({ text }) => ({ text, answers: [outcome] })), ...others];
    const found = createSearch(makeIndex(paused, words, alone)).find(about[0]?.text ?? '');
    expect(found.pages.map(({ entry }) => entry.id)).toContain('guides/lost-card');
    expect(found.pages.flatMap(({ outcomes }) => outcomes)).toEqual([]);
  });

  it('explains a word to those who ask for it, not where it only explains too', () => {
    const term = 'glossary/etax';
    const few = documents.filter((document) => isPage(document) || document.id === term);
    const texts = said.filter(({ answers }) => answers[0] === term).map(({ text }) => text);
    const others = said.filter(({ answers }) => answers[0]?.startsWith('faq/')).slice(0, 400);
    const explained = (...answers: string[]) => {
      const phrases = [...texts.map((text) => ({ text, answers })), ...others];
      const { terms } = createSearch(makeIndex(few, words, phrases)).find('イータックスってなに');
      return terms.map(({ entry }) => entry.id);
    };
    expect(texts.length).toBeGreaterThan(40);
    expect(explained(term, 'faq/what-can-i-do')).toEqual([term]);
    expect(explained('faq/what-can-i-do', term)).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['terms alone', documents.filter(({ kind }) => kind === 'term')],
    ['questions alone', documents.filter(({ kind }) => kind === 'faq')],
  ])('makes an index of %s', (_name, some) => {
    const index = makeIndex(some, words, said.slice(0, 60));
    const packed = splitIndex(index);
    // What is not a number would be written as null.
    expect(JSON.stringify([packed.core.model, packed.more.others])).not.toContain('null');
    const found = createSearch(joinIndex(packed)).find('暗証番号とは');
    expect(found.ours).not.toBeNaN();
    const shown = [...found.pages, ...found.terms, ...found.facts].map(({ entry }) => entry.id);
    expect(some.map(({ id }) => id)).toEqual(expect.arrayContaining(shown));
  });

  it('keeps the weights that would be missed most: far from nothing, where the loss is curved', () => {
    const weights = Float64Array.of(0.1, -3, 2, 0);
    const curvature = Float64Array.of(1000, 1, 0.1, 1000);
    expect([...mostMissed(weights, curvature, 2)]).toEqual([1, 1, 0, 0]);
  });
});

describe('rounded weights', () => {
  it('arrive as they were sent: JSON knows no −0', () => {
    const sent = rounded(Float64Array.of(-0.001, 0, 1.234));
    expect(JSON.parse(JSON.stringify(sent))).toEqual(sent);
    expect(sent).toEqual([0, 0, 1.23]);
  });
});

describe('numbers as letters', () => {
  it('writes every number it can as one letter, and refuses the others', () => {
    fc.assert(
      fc.property(fc.nat({ max: 0xd6ff }), (number) => {
        expect(letterOf(number)).toHaveLength(1);
        expect(numberOf(letterOf(number))).toBe(number);
      }),
    );
    for (const number of [-1, 0.5, Number.NaN, 0xd700]) {
      expect(() => letterOf(number)).toThrow(RangeError);
    }
  });
});
