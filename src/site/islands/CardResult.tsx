// Floor: site, in the page. The result of a reading: what the card says in plain words, what it does not
// say and why, and what to do now.
import { useEffect, useRef } from 'preact/hooks';
import type { SecretState, UnknownReason } from '../../card/report.ts';
import { type Advice, adviceFor } from '../../guidance/assistant/advice.ts';
import { daysLeft, dateStateOn, factsOf } from '../../guidance/diagnosis/card-facts.ts';
import type { CertificateDays, KeptReport } from '../../guidance/diagnosis/kept-report.ts';
import { CardPicture } from './CardPicture.tsx';
import {
  type CardKit,
  cardSpeaker,
  daySpeaker,
  type PanelWord,
  type SayCard,
} from './card-words.ts';

type SayDay = ReturnType<typeof daySpeaker>;

export function CardResult({
  kit,
  report,
  onAgain,
  onWipe,
}: {
  kit: CardKit;
  report: KeptReport;
  onAgain: (another?: boolean) => void;
  onWipe: () => void;
}) {
  const say = cardSpeaker(kit);
  const sayDay = daySpeaker(kit);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="card-result" aria-labelledby="card-result">
      <h2 id="card-result" tabIndex={-1} ref={heading}>
        {say('report.title')}
      </h2>
      {report.sample && <SampleMark say={say} />}
      <p>{say('report.day', { day: sayDay(report.day) })}</p>
      <CardPicture report={report} say={say} />
      <dl>
        {knownRows(report, say, sayDay).map(({ name, use, words, also }) => (
          <div key={name}>
            <dt>
              {say(name)}
              {use && <small>{say(use)}</small>}
            </dt>
            <dd>
              {words}
              {also && <small>{also}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{say('report.unknown')}</h3>
      <ul>
        {unknownRows(report, say, sayDay).map(([name, why]) => (
          <li key={name}>
            <b>{say(name)}</b> {why}
          </li>
        ))}
      </ul>
      <h3>{say('report.advice')}</h3>
      <ol class="card-advice plain-list">
        {adviceFor(report, factsOf(report, kit.rules)).map((advice, index) => (
          <AdviceItem
            key={advice.id}
            {...{ advice, kit, isFirst: index === 0 }}
            sample={report.sample}
          />
        ))}
      </ol>
      <p>{say('report.kept')}</p>
      <p class="card-buttons no-print">
        <button class="button button-quiet" type="button" onClick={onWipe}>
          {say('button.wipe')}
        </button>
        <button class="button button-quiet" type="button" onClick={() => onAgain()}>
          {say('button.again')}
        </button>
        <button class="button button-quiet" type="button" onClick={() => onAgain(true)}>
          {say('button.another')}
        </button>
      </p>
    </section>
  );
}

const SampleMark = ({ say }: { say: SayCard }) => (
  <p class="notice card-sample">
    <b>{say('sample.mark')}</b> {say('sample.note')}
  </p>
);

interface Row {
  readonly name: PanelWord;
  readonly use?: PanelWord;
  readonly words: string;
  readonly also?: string | undefined;
}

/** What is known, in the order in which people ask. */
function knownRows(report: KeptReport, say: SayCard, sayDay: SayDay): Row[] {
  const { certificate, signaturePresent, cardLastDay, card, day } = report;
  const rows: Row[] = [];
  if (certificate.known) {
    const [words, also] = certificateWords(report, certificate.value, say, sayDay);
    rows.push({ name: 'name.certificate', use: 'name.certificate.use', words, also });
  }
  if (report.pin.known) rows.push({ name: 'name.pin', words: secretWords(report.pin.value, say) });
  const absent = signaturePresent.known && !signaturePresent.value;
  if (signaturePresent.known) {
    const words = say(absent ? 'signature.absent' : 'signature.present');
    rows.push({ name: 'name.signature', use: 'name.signature.use', words });
  }
  if (report.password.known) {
    const words = absent ? say('secret.unused') : secretWords(report.password.value, say);
    rows.push({ name: 'name.password', words });
  }
  if (cardLastDay.known) {
    const past = day > cardLastDay.value;
    const words = say(past ? 'until.card-past' : 'until.card', { day: sayDay(cardLastDay.value) });
    rows.push({ name: 'name.card-end', words });
  }
  if (card.known) rows.push({ name: 'name.card', words: say(`kind.${card.value}`) });
  return rows;
}

/** The certificate's end, and when it may be renewed where that is still to come. */
function certificateWords(
  { day }: KeptReport,
  days: CertificateDays,
  say: SayCard,
  sayDay: SayDay,
): [string, string?] {
  const state = dateStateOn(day, days);
  const left = daysLeft(day, days);
  const key = left === 0 ? 'last-day' : state;
  const shown = state === 'not-yet' ? days.firstDay : days.lastDay;
  const words = say(`until.${key}`, { day: sayDay(shown), days: left });
  return state === 'in-date'
    ? [words, say('renewal.opens', { day: sayDay(days.renewalOpensOn) })]
    : [words];
}

const secretWords = (secret: SecretState, say: SayCard): string =>
  secret.locked ? say('secret.locked') : say('secret.open', { count: secret.triesLeft });

/** What is not known, and why: first what no reading can tell. */
function unknownRows(report: KeptReport, say: SayCard, sayDay: SayDay): [PanelWord, string][] {
  const { signatureEndsBy: bound } = report;
  const because = (why: UnknownReason): string => say(`why.${why}`);
  const rows: [PanelWord, string][] = [['name.revocation', say('unknown.revocation')]];
  if (bound.known) {
    const day = sayDay(bound.value);
    rows.push(['name.signature-end', say('unknown.signature-end', { day })]);
  } else if (bound.why !== 'reported-absent') {
    rows.push(['name.signature-end', because(bound.why)]);
  }
  const others: [PanelWord, KeptReport['certificate' | 'pin' | 'signaturePresent']][] = [
    ['name.certificate', report.certificate],
    ['name.pin', report.pin],
    ['name.signature', report.signaturePresent],
    ['name.password', report.password],
  ];
  for (const [name, fact] of others) if (!fact.known) rows.push([name, because(fact.why)]);
  if (!report.cardLastDay.known) rows.push(['name.card-end', because(report.cardLastDay.why)]);
  if (!report.card.known) rows.push(['name.card', because(report.card.why)]);
  return rows;
}

const GUIDES = ['locked-pin', 'expiry', 'not-accepted'] as const;

function AdviceItem({
  advice,
  kit,
  isFirst,
  sample,
}: {
  advice: Advice;
  kit: CardKit;
  isFirst: boolean;
  sample: boolean;
}) {
  const say = cardSpeaker(kit);
  const { id, path, sheet } = advice;
  const guide = GUIDES.find((name) => path.startsWith(`/guides/${name}/`));
  const query = new URLSearchParams(sheet).toString();
  const isPage = Object.keys(sheet).length === 0 && id !== 'nothing-found';
  // A sample's mark goes along to pages that run no script (see Outcome.astro).
  const mark = sample ? '#sample' : '';
  const href = `${kit.root}${path.slice(1)}${query === '' ? '' : `?${query}`}${mark}`;
  return (
    <li>
      <b>{say(`advice.${id}`)}</b>
      <p>
        {say(`advice.${id}.why`)}
        {query !== '' && say('advice.carried')}
      </p>
      <a class={isFirst ? 'button' : 'button button-quiet'} href={href}>
        {say(guide && !isPage ? `advice.go.${guide}` : 'advice.go.page')}
      </a>
    </li>
  );
}
