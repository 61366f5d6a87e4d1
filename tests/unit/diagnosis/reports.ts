// Reports of the sample cards for tests, made by the code that reads real ones.
import { readCertificate } from '../../../src/card/certificate/read.ts';
import { composeReport } from '../../../src/card/compose-report.ts';
import { japanDayOf } from '../../../src/card/japan-day.ts';
import { readContents } from '../../../src/card/jpki/reading.ts';
import type { CardReport } from '../../../src/card/report.ts';
import { personalities, type Personality } from '../../../src/card/sample/personality-names.ts';
import { sampleTraits } from '../../../src/card/sample/personality.ts';
import type { CardFacts, CardRules } from '../../../src/guidance/diagnosis/card-facts.ts';
import { type KeptReport, keptOf } from '../../../src/guidance/diagnosis/kept-report.ts';
import { DirectPort, NOON } from '../card/witness.ts';

export const TODAY = japanDayOf(NOON);
export const RULES: CardRules = { insuranceGrace: 3 };

/** Sample cards that end in a report, not in a failure. */
export const READABLE = personalities.filter((name) => name !== 'other-card');

export async function cardReportOf(name: Personality): Promise<CardReport> {
  const limits = { largest: 251, overhead: 0, packet: 0 };
  const port = new DirectPort(sampleTraits(name, NOON));
  const { certificate, ...contents } = await readContents(port, limits, () => {});
  const facts = certificate.known ? readCertificate(certificate.value) : certificate;
  return composeReport(contents, facts, TODAY, true);
}

export const keptReportOf = async (name: Personality): Promise<KeptReport> =>
  keptOf(await cardReportOf(name));

/** Every combination of what a card may say of each fact, "nothing" included. */
export function allFacts(): CardFacts[] {
  const values = {
    certificate: ['not-yet', 'in-date', 'renewal-open', 'past', undefined],
    endsWithCard: [true, false, undefined],
    cardPast: [true, false, undefined],
    insurance: ['within', 'over', undefined],
    pin: ['locked', 'open', undefined],
    password: ['locked', 'open', undefined],
    signature: ['present', 'absent', undefined],
  } as const satisfies { [Key in keyof CardFacts]-?: readonly CardFacts[Key][] };
  let all: CardFacts[] = [{}];
  for (const [key, options] of Object.entries(values)) {
    all = all.flatMap((facts) => options.map((value) => ({ ...facts, [key]: value })));
  }
  return all;
}
