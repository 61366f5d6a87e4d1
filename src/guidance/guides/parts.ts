// Floor: guides. The parts of an outcome, in the order in which a person needs them. Each is a
// `## ` section of the outcome's Markdown file, titled by the message `outcome.<part>`; all are
// required. Source and date, the last part, come from the front matter.
export const OUTCOME_PARTS = ['now', 'where', 'bring', 'cost', 'proxy', 'fallback'] as const;

export type OutcomePart = (typeof OUTCOME_PARTS)[number];
