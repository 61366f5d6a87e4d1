// Floor: site, in the page. A card report in words: one row a fact, and what is not known said as such.
import type { CardReport as Report, DatedCertificate, SecretState } from '../../card/report.ts';
import { sayDay, sayKnown, type SayCard } from './card-words.ts';

function sayDates(
  say: SayCard,
  { firstDay, lastDay, state, renewalOpensOn }: DatedCertificate,
): string {
  const span = say('value.until', { first: sayDay(say, firstDay), last: sayDay(say, lastDay) });
  return `${span}。${say(`dates.${state}`, { day: sayDay(say, renewalOpensOn) })}`;
}

const saySecret = (say: SayCard, secret: SecretState): string =>
  secret.locked ? say('value.locked') : say('value.tries', { count: secret.triesLeft });

/** Name and words of each row. */
function rowsOf(say: SayCard, report: Report): [string, string][] {
  const { authentication, signature } = report;
  const issuer = authentication.known ? authentication.value.issuer : authentication;
  return [
    [say('row.card'), sayKnown(say, report.card, (kind) => say(`kind.${kind}`))],
    [say('row.authentication'), sayKnown(say, authentication, (dates) => sayDates(say, dates))],
    [say('row.pin'), sayKnown(say, report.authenticationPin, (pin) => saySecret(say, pin))],
    [say('row.password'), sayKnown(say, report.signaturePassword, (word) => saySecret(say, word))],
    [
      say('row.signature'),
      sayKnown(say, signature.present, (is) => say(is ? 'value.present' : 'value.absent')),
    ],
    [
      say('row.signature-end'),
      sayKnown(say, signature.endsNoLaterThan, (day) =>
        say('value.no-later', { day: sayDay(say, day) }),
      ),
    ],
    [say('row.card-end'), sayKnown(say, report.cardLastDay, (day) => sayDay(say, day))],
    [
      say('row.issuer'),
      sayKnown(say, issuer, ({ authority, generation }) =>
        say('value.issuer', { authority: say(`authority.${authority}`), generation }),
      ),
    ],
    [say('row.revocation'), sayKnown(say, report.revocation, () => '')],
  ];
}

export function CardReport({ report, say }: { report: Report; say: SayCard }) {
  return (
    <section class="card-report" aria-labelledby="card-report">
      <h2 id="card-report">
        {report.sample && <span class="card-sample">{say('sample.mark')}</span>}
        {say('report.title')}
      </h2>
      {report.sample && <p>{say('sample.note')}</p>}
      <p>{say('report.day', { day: sayDay(say, report.day) })}</p>
      <dl>
        {rowsOf(say, report).map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>{say('report.dates-only')}</p>
    </section>
  );
}
