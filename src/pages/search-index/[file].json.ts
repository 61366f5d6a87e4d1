// The search index of each language, under an address that changes with its content.
import type { APIRoute } from 'astro';
import { locales } from '../../guidance/knowledge/catalogue.ts';
import { searchIndexOf, type IndexPart } from '../../site/search/search-index.ts';

export const getStaticPaths = () =>
  locales().flatMap((locale) =>
    Object.values(searchIndexOf(locale)).map(({ file, json }: IndexPart) => ({
      params: { file },
      props: { json },
    })),
  );

export const GET: APIRoute<{ json: string }> = ({ props }) =>
  new Response(props.json, { headers: { 'Content-Type': 'application/json' } });
