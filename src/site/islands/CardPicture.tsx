// Floor: site, in the page. A small drawing of the card: which certificate goes with which secret, and
// how each stands. Its words are said again below it, so screen readers get it as one picture.
import type { KeptReport } from '../../guidance/diagnosis/kept-report.ts';
import { dateStateOn } from '../../guidance/diagnosis/card-facts.ts';
import type { PanelWord, SayCard } from './card-words.ts';

type Tone = 'good' | 'soon' | 'bad' | 'none';

interface Part {
  readonly name: PanelWord;
  readonly state: PanelWord;
  readonly tone: Tone;
}

const TONES = {
  'in-date': 'good',
  'renewal-open': 'soon',
  past: 'bad',
  'not-yet': 'soon',
} as const;

function certificatePart({ certificate, day }: KeptReport): Part {
  const name = 'short.authentication';
  if (!certificate.known) return { name, state: 'short.unknown', tone: 'none' };
  const state = dateStateOn(day, certificate.value);
  return { name, state: `short.${state}`, tone: TONES[state] };
}

function signaturePart({ signaturePresent }: KeptReport): Part {
  const name = 'short.signature';
  if (!signaturePresent.known) return { name, state: 'short.unknown', tone: 'none' };
  return signaturePresent.value
    ? { name, state: 'short.present', tone: 'none' }
    : { name, state: 'short.absent', tone: 'none' };
}

function secretPart(name: PanelWord, secret: KeptReport['pin']): Part {
  if (!secret.known) return { name, state: 'short.unknown', tone: 'none' };
  return secret.value.locked
    ? { name, state: 'short.locked', tone: 'bad' }
    : { name, state: 'short.open', tone: 'good' };
}

export function CardPicture({ report, say }: { report: KeptReport; say: SayCard }) {
  const columns: readonly (readonly [Part, Part])[] = [
    [certificatePart(report), secretPart('short.pin', report.pin)],
    [signaturePart(report), secretPart('short.password', report.password)],
  ];
  const told = columns.flat().map(({ name, state }) => `${say(name)}: ${say(state)}`);
  return (
    <svg class="card-picture" viewBox="0 0 320 206" role="img" aria-labelledby="card-picture">
      <title id="card-picture">{`${say('report.picture')} — ${told.join(' / ')}`}</title>
      <rect class="plate" x="1.5" y="1.5" width="317" height="203" rx="14" />
      <g class="chip">
        <rect x="16" y="14" width="30" height="24" rx="4" />
        <path d="M16 22h30M16 30h30M31 14v24" />
      </g>
      {columns.map(([certificate, secret], index) => (
        <g key={certificate.name} transform={`translate(${14 + index * 150} 50)`}>
          <Box part={certificate} say={say} y={0} sign="paper" />
          <path class="joint" d="M71 66v12" />
          <Box part={secret} say={say} y={78} sign="key" />
        </g>
      ))}
    </svg>
  );
}

/** A certificate is drawn as a sheet, a secret as a padlock. */
const SIGNS = {
  paper: 'M12 12h14l6 6v22h-20zM26 12v6h6M16 24h12M16 30h12M16 36h8',
  key: 'M12 24h20v16h-20zM16 24v-5a6 6 0 0 1 12 0v5M22 30v4',
} as const;

/** Written out, so that the build sees that their styles are needed (src/build/unused-styles.ts). */
const LOOK: Readonly<Record<Part['tone'], string>> = {
  none: 'part-box tone-none',
  good: 'part-box tone-good',
  soon: 'part-box tone-soon',
  bad: 'part-box tone-bad',
};

function Box({
  part: { name, state, tone },
  say,
  y,
  sign,
}: {
  part: Part;
  say: SayCard;
  y: number;
  sign: keyof typeof SIGNS;
}) {
  return (
    <g class={LOOK[tone]} transform={`translate(0 ${y})`}>
      <rect width="142" height="66" rx="8" />
      <path class="sign" d={SIGNS[sign]} transform="translate(0 7)" />
      <text x="40" y="28">
        {say(name)}
      </text>
      <text class="state" x="40" y="51">
        {say(state)}
      </text>
    </g>
  );
}
