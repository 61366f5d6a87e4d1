// Floor: site, in the page. Where a card's report lives between two pages: this tab, until it is closed,
// until someone wipes it, or until the day ends. The only file that touches the tab's storage.
import { japanDayOf } from '../../guidance/dates/japan-day.ts';
import { type KeptReport, readKept, writeKept } from '../../guidance/diagnosis/kept-report.ts';

/** The key in sessionStorage. The scripts of question pages look for it by this name too. */
export const CARD_REPORT = 'card-report';

/** Browsers may refuse storage; a report then lives as long as its page. */
function storage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** The report in this tab. A damaged one, or one of another day, is wiped and counts as none. */
export function rememberedReport(): KeptReport | undefined {
  const kept = readKept(storage()?.getItem(CARD_REPORT) ?? null, japanDayOf(new Date()));
  if (kept === undefined) wipeReport();
  return kept;
}

/** Keeps a report in this tab, in place of any other. */
export function rememberReport(report: KeptReport): void {
  try {
    storage()?.setItem(CARD_REPORT, writeKept(report));
  } catch {
    // Storage is full or refused: the guides ask everything, as without a card.
  }
}

/** Forgets the report: for 「消す」 and for a kiosk's reset. */
export function wipeReport(): void {
  storage()?.removeItem(CARD_REPORT);
}
