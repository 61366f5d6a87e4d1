// Floor: kiosk, in the page. A bank card held to the screen tells how many pixels make a millimetre.
import { useId, useState } from 'preact/hooks';
import { LIMITS, type KioskSettings } from '../settings.ts';
import { CARD_MM } from './checks.ts';
import type { SayStaff } from './staff-words.ts';

interface Props {
  say: SayStaff;
  settings: KioskSettings;
  onSave: (change: Pick<KioskSettings, 'pixelsPerMm'>) => void;
}

/** Room for the frame beside the page's own margins, in pixels. */
const MARGIN = 48;
const MAIN_BUTTON_MM = 20;

export function Calibration({ say, settings, onSave }: Props) {
  const id = useId();
  const [least, most] = LIMITS.pixelsPerMm;
  const widest = Math.max(
    least * CARD_MM.width,
    Math.min(most * CARD_MM.width, document.documentElement.clientWidth - MARGIN),
  );
  const [width, setWidth] = useState(Math.min(settings.pixelsPerMm * CARD_MM.width, widest));
  const pixelsPerMm = width / CARD_MM.width;
  const step = (by: number): void =>
    setWidth((before) => Math.min(widest, Math.max(least * CARD_MM.width, before + by)));
  const centimetres = (pixels: number): string => (pixels / pixelsPerMm / 10).toFixed(1);

  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('size.title')}</h2>
      <p>{say('size.lead')}</p>
      <div
        class="staff-card"
        role="img"
        aria-label={say('size.card')}
        style={{ width: `${width}px`, height: `${CARD_MM.height * pixelsPerMm}px` }}
      />
      <p class="staff-row">
        <button type="button" class="staff-button" onClick={() => step(-1)}>
          {say('size.less')}
        </button>
        <label class="staff-range">
          <span>{say('size.width')}</span>
          <input
            type="range"
            min={Math.ceil(least * CARD_MM.width)}
            max={Math.floor(widest)}
            step="1"
            value={width}
            onInput={({ currentTarget }) => setWidth(Number(currentTarget.value))}
          />
        </label>
        <button type="button" class="staff-button" onClick={() => step(1)}>
          {say('size.more')}
        </button>
      </p>
      <p role="status">
        {say('size.result', {
          pixels: pixelsPerMm.toFixed(2),
          width: centimetres(screen.width),
          height: centimetres(screen.height),
        })}
      </p>
      <p class="staff-sample" style={{ height: `${MAIN_BUTTON_MM * pixelsPerMm}px` }}>
        {say('size.button')}
      </p>
      <button type="button" class="staff-button staff-main" onClick={() => onSave({ pixelsPerMm })}>
        {say('size.save')}
      </button>
    </section>
  );
}
