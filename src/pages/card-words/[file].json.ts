// What the card's screens say in each language, under an address that changes with its content.
import type { APIRoute } from 'astro';
import { locales } from '../../guidance/knowledge/catalogue.ts';
import { knowledgeOf } from '../../guidance/knowledge/knowledge.ts';
import { cardKit } from '../../site/late.ts';

export const getStaticPaths = () =>
  locales().map((locale) => {
    const { file, json } = cardKit(knowledgeOf(locale));
    return { params: { file }, props: { json } };
  });

export const GET: APIRoute<{ json: string }> = ({ props }) =>
  new Response(props.json, { headers: { 'Content-Type': 'application/json' } });
