// Floor: kiosk, in the page. What staff decide for this very screen. Choosing an office brings the
// values its file holds; each can be changed here.
import { useId, useState } from 'preact/hooks';
import { LIMITS, type KioskSettings } from '../settings.ts';
import type { SayStaff } from './staff-words.ts';

/** An office as this page needs it. */
export interface OfficeChoice {
  readonly code: string;
  readonly name: string;
  readonly screen: Partial<Pick<KioskSettings, 'print' | 'idleSeconds' | 'warnSeconds' | 'guides'>>;
}

interface Props {
  say: SayStaff;
  settings: KioskSettings;
  offices: readonly OfficeChoice[];
  onSave: (change: Partial<KioskSettings>) => void;
}

export function Setup({ say, settings, offices, onSave }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(settings);
  const choose = (code: string): void => {
    const { office: _before, guides: _guides, ...rest } = draft;
    const office = offices.find((known) => known.code === code);
    setDraft(office ? { ...rest, ...office.screen, office: office.code } : rest);
  };
  // The size is another section's business: what it saved meanwhile stays.
  const save = (): void => {
    const { pixelsPerMm: _size, ...others } = draft;
    onSave({ office: undefined, guides: undefined, ...others } as Partial<KioskSettings>);
  };

  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('setup.title')}</h2>
      <p class="staff-field">
        <label for={`${id}-office`}>{say('setup.office')}</label>
        <select
          id={`${id}-office`}
          value={draft.office ?? ''}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">{say('setup.office.none')}</option>
          {offices.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p class="staff-field">
        <label class="staff-check">
          <input
            type="checkbox"
            checked={draft.print}
            onChange={({ currentTarget }) => setDraft({ ...draft, print: currentTarget.checked })}
          />
          <span>{say('setup.print')}</span>
        </label>
      </p>
      {(['idle', 'warn'] as const).map((name) => {
        const key = `${name}Seconds` as const;
        const [least, most] = LIMITS[key];
        return (
          <p key={name} class="staff-field">
            <label for={`${id}-${name}`}>{say(`setup.${name}`, { least, most })}</label>
            <input
              id={`${id}-${name}`}
              type="number"
              inputMode="numeric"
              min={least}
              max={most}
              value={draft[key]}
              onChange={({ currentTarget }) =>
                setDraft({
                  ...draft,
                  [key]: Math.min(most, Math.max(least, Number(currentTarget.value) || least)),
                })
              }
            />
          </p>
        );
      })}
      <button type="button" class="staff-button staff-main" onClick={save}>
        {say('setup.save')}
      </button>
    </section>
  );
}
