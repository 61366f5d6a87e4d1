// Floor: kiosk shell. The card's place. The card wing (readers, certificates) comes only here.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from './context.ts';
import type { CardDeskProps } from './CardDesk.tsx';

type Wing = ComponentType<CardDeskProps>;

export function CardScreen({ isSeen }: { isSeen: boolean }) {
  const { say, shown } = useDesk();
  const [wing, setWing] = useState<{ Wing: Wing } | 'failed'>();
  useEffect(() => {
    import('./CardDesk.tsx').then(
      ({ CardDesk }) => setWing({ Wing: CardDesk }),
      () => setWing('failed'),
    );
  }, []);
  useEffect(() => {
    if (isSeen) shown();
  }, [isSeen]);
  return (
    <div class="k-card">
      <h1>{say('card.title')}</h1>
      <p>{say('card.lead')}</p>
      <p>{say('card.privacy')}</p>
      {wing === undefined && <p role="status">{say('card.loading')}</p>}
      {wing === 'failed' && <p role="status">{say('card.load-failed')}</p>}
      {typeof wing === 'object' && <wing.Wing isSeen={isSeen} />}
    </div>
  );
}
