// Floor: site, in the page. Shows on a guide's map the way of the person whose answers the address
// carries: in the drawing by a class, in the outline by words as well.
// `?own` (map-own.d.ts): so that question pages load nothing of it.
import { replay } from '../../guidance/guides/replay.ts?own';
import type { GuideTable } from '../../guidance/guides/table.ts';
import { readSheet } from './answer-sheet.ts?own';
import type { CardLink } from './guide-page.ts';

/** What is written into the map's page for this script. */
export interface MapData {
  readonly table: GuideTable;
  readonly words: { readonly yours: string; readonly reached: string };
  readonly card?: CardLink;
}

type Assistant = typeof import('./assistant.ts');

function mark(selector: string, words: string): void {
  for (const found of document.querySelectorAll(selector)) {
    found.classList.add('mine');
    const note = found.querySelector(':scope > .yours');
    if (note) note.textContent = words;
  }
}

function start(): void {
  const text = document.querySelector('#map-data')?.textContent;
  if (!text) throw new Error('map page without #map-data');
  const data = JSON.parse(text) as MapData;
  const { table, words } = data;
  void callAssistant(data);
  const { steps, at } = replay(table, readSheet(location.search));
  if (steps.length === 0) return;
  // Ids come from the table, so they are safe in a selector.
  for (const { question, answer } of steps) {
    mark(`[data-on~="${question}.${answer}"]`, words.yours);
    mark(`[data-state="${question}"]`, '');
  }
  mark(`[data-state="${at}"]`, words.reached);
}

/** Where a card was read in this tab, its way is shown as well. */
async function callAssistant(data: MapData): Promise<void> {
  const [key = '', script = ''] = data.card ?? [];
  try {
    if (!sessionStorage.getItem(key)) return;
    const assistant = (await import(/* @vite-ignore */ script)) as Assistant;
    await assistant.assistMap(data, mark);
  } catch {
    // No storage, or no connection: the map shows the answers in the address alone.
  }
}

start();
