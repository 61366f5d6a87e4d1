// Floor: site, in the page. Puts the card panel into its place in the shell. Loaded on a press only, or
// when this tab already holds a report (src/build/late-scripts.ts).
import { render } from 'preact';
import { CardPanel, type CardStart } from '../islands/CardPanel.tsx';
import type { CardKit } from '../islands/card-words.ts';
import { rememberedReport, rememberReport, wipeReport } from './memory.ts';

/** What the shell asks for; `show`: nothing was pressed, but there may be a report in this tab. */
export type ShellStart = Exclude<CardStart, { type: 'show' }> | { readonly type: 'show' };

/**
 * Shows the panel in `place`, or asks the panel that is there for something new.
 * @returns false when there is nothing to show: the shell stays as it is.
 */
export function mountPanel(place: Element, kit: CardKit, asked: ShellStart): boolean {
  const report = asked.type === 'show' ? rememberedReport() : undefined;
  if (asked.type === 'show' && report === undefined) return false;
  const start: CardStart | undefined =
    asked.type !== 'show' ? asked : report && { type: 'show', report };
  render(
    <CardPanel
      kit={kit}
      start={start}
      onReport={(next) => (next ? rememberReport(next) : wipeReport())}
    />,
    place,
  );
  return true;
}
