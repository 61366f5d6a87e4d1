// Floor: site, in the page. One screen for each way in which a reading fails: what happened, why it may
// have, what to do, and again. The words of every code are demanded by type.
import { useEffect, useRef } from 'preact/hooks';
import type { FaultCode } from '../../card/fault.ts';
import { type CardKit, cardSpeaker } from './card-words.ts';

export function CardFailure({
  kit,
  fault,
  onAgain,
}: {
  kit: CardKit;
  fault: FaultCode;
  onAgain: (another?: boolean) => void;
}) {
  const say = cardSpeaker(kit);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [fault]);
  return (
    <section class="card-failure" aria-labelledby="card-failure" data-fault={fault}>
      <h2 id="card-failure" tabIndex={-1} ref={heading}>
        {say(`fault.${fault}`)}
      </h2>
      <h3>{say('failure.why')}</h3>
      <p>{say(`fault.${fault}.why`)}</p>
      <h3>{say('failure.do')}</h3>
      <ol>
        {say(`fault.${fault}.do`)
          .split('\n')
          .map((remedy) => (
            <li key={remedy}>{remedy}</li>
          ))}
      </ol>
      <p class="card-buttons">
        <button class="button" type="button" onClick={() => onAgain()}>
          {say('button.again')}
        </button>
        <button class="button button-quiet" type="button" onClick={() => onAgain(true)}>
          {say('button.another')}
        </button>
      </p>
      <p>
        <a href={`${kit.root}card/readers/`}>{say('readers.link')}</a>
      </p>
    </section>
  );
}
