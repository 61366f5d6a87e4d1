// Floor: kiosk shell. The card's place. The card wing (readers, words, certificates) comes only here.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CardKit } from '../../site/islands/card-words.ts';
import { useDesk } from './context.ts';
import type { CardDeskProps } from './CardDesk.tsx';

interface Wing {
  readonly CardDesk: ComponentType<CardDeskProps>;
  readonly kit: CardKit;
}

async function loadWing(address: string): Promise<Wing> {
  const words = fetch(address).then((answer) => answer.json() as Promise<CardKit>);
  const { CardDesk } = await import('./CardDesk.tsx');
  return { CardDesk, kit: await words };
}

export function CardScreen({ isSeen }: { isSeen: boolean }) {
  const { say, shown, language } = useDesk();
  const [wing, setWing] = useState<Wing | 'failed'>();
  useEffect(() => {
    loadWing(language.cardKit).then(setWing, () => setWing('failed'));
  }, [language]);
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
      {typeof wing === 'object' && <wing.CardDesk kit={wing.kit} isSeen={isSeen} />}
    </div>
  );
}
