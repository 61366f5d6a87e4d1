// The search index of each language, under an address that changes with its content.
import type { APIRoute } from 'astro';
import { locales } from '../../guidance/knowledge/catalogue.ts';
import { searchIndexOf } from '../../site/search/search-index.ts';

export const getStaticPaths = () =>
  locales().map((locale) => {
    const { hash, json } = searchIndexOf(locale);
    return { params: { file: `${locale}.${hash}` }, props: { json } };
  });

export const GET: APIRoute<{ json: string }> = ({ props }) =>
  new Response(props.json, { headers: { 'Content-Type': 'application/json' } });
