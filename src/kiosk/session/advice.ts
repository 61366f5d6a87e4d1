// Floor: kiosk session. From what a card told to the guide to go on with. Only what the report knows
// counts; what it does not know leads to the guide that asks.
import type { CardReport } from '../../card/report.ts';

export type AdviceKind = 'locked' | 'expiry' | 'not-read' | 'fine';

export interface Advice {
  readonly kind: AdviceKind;
  /** Id of a guide. */
  readonly guide: string;
}

/** What to do next, the most pressing first; never empty. */
export function adviceOn(report: CardReport): readonly [Advice, ...Advice[]] {
  const secrets = [report.authenticationPin, report.signaturePassword];
  const { authentication } = report;
  const found: Advice[] = [];
  if (secrets.some((secret) => secret.known && secret.value.locked)) {
    found.push({ kind: 'locked', guide: 'locked-pin' });
  }
  if (!authentication.known) found.push({ kind: 'not-read', guide: 'not-accepted' });
  else if (authentication.value.state !== 'in-date') {
    found.push({ kind: 'expiry', guide: 'expiry' });
  }
  const [first, ...rest] = found;
  return first ? [first, ...rest] : [{ kind: 'fine', guide: 'not-accepted' }];
}
