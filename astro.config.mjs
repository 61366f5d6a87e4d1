import { unified } from '@astrojs/markdown-remark';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { helpSite } from './src/build/integration.ts';
import { remarkKnowledge } from './src/build/remark-knowledge.ts';

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  integrations: [preact(), helpSite()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      // Bold next to Japanese brackets needs the CJK rules; typographic quotes would spoil kana.
      remarkPlugins: [remarkCjkFriendly, remarkKnowledge],
      smartypants: false,
    }),
  },
});
