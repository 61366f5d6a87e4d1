// Floor: kiosk shell. Text size, colours and time, for one person: a screen without the browser's own
// zoom must offer them itself.
import { useEffect } from 'preact/hooks';
import { useDesk } from './context.ts';
import { CONTRASTS, SIZES } from './measure.ts';

export function DisplayScreen() {
  const { say, shown, look, setLook, pace, send, data, language } = useDesk();
  useEffect(() => shown(), []);
  return (
    <>
      <h1>{say('display.title')}</h1>
      <p>{say('display.lead')}</p>
      {data.languages.length > 1 && (
        <Choice
          title={say('display.language')}
          choices={data.languages.map(({ code, words }) => ({
            name: words['language.name'],
            lang: code,
            isOn: code === language.code,
            choose: () => send({ type: 'LANGUAGE', language: code }),
          }))}
        />
      )}
      <Choice
        title={say('display.size')}
        choices={SIZES.map((size) => ({
          name: say(`display.size.${size}`),
          isOn: look.size === size,
          choose: () => setLook({ ...look, size }),
        }))}
      />
      <Choice
        title={say('display.contrast')}
        choices={CONTRASTS.map((contrast) => ({
          name: say(`display.contrast.${contrast}`),
          isOn: look.contrast === contrast,
          choose: () => setLook({ ...look, contrast }),
        }))}
      />
      <Choice
        title={say('display.pace')}
        choices={([1, 3] as const).map((speed) => ({
          name: say(`display.pace.${speed}`),
          isOn: pace === speed,
          choose: () => send({ type: 'PACE', pace: speed }),
        }))}
      />
    </>
  );
}

interface ChoiceProps {
  title: string;
  choices: readonly {
    readonly name: string;
    readonly lang?: string;
    readonly isOn: boolean;
    readonly choose: () => void;
  }[];
}

function Choice({ title, choices }: ChoiceProps) {
  return (
    <div class="k-choice" role="group" aria-label={title}>
      <h2>{title}</h2>
      <div class="k-choices">
        {choices.map(({ name, lang, isOn, choose }) => (
          <button key={name} lang={lang} type="button" aria-pressed={isOn} onClick={choose}>
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
