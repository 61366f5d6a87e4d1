// Floor: site. Finds, at build time, where a Japanese line may break between phrases, and marks the
// places with <wbr>. Browsers that know phrases themselves find them while laying out, which delays
// a slow phone's first paint; the others would break anywhere.
import { loadDefaultJapaneseParser } from 'budoux';
import { DEFAULT_LOCALE } from '../guidance/knowledge/catalogue.ts';
import { escapeHtml } from '../guidance/knowledge/facts.ts';
import type { Knowledge } from '../guidance/knowledge/knowledge.ts';
import { markHtml, tokenize } from '../guidance/knowledge/references.ts';

const parser = loadDefaultJapaneseParser();

/** A text with its marks as HTML, to be shown in an element of class `phrases`. */
export const phraseHtml = (text: string, knowledge: Knowledge): string =>
  tokenize(text)
    .map((token) => {
      if (token.kind !== 'text') return markHtml(token, knowledge);
      if (knowledge.locale !== DEFAULT_LOCALE) return escapeHtml(token.text);
      return parser.parse(token.text).map(escapeHtml).join('<wbr>');
    })
    .join('');
