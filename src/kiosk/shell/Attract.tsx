// Floor: kiosk shell. The screen between persons: still, every language in its own words. A touch
// anywhere begins, in the first language.
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from './context.ts';
import { officeOf, Opening } from './Counter.tsx';

export function Attract() {
  const desk = useDesk();
  const { data, language, say, send } = desk;
  const office = officeOf(desk);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    first.current?.focus({ preventScroll: true });
    document.title = `${say('kiosk.title')} | ${language.siteName}`;
  }, []);
  const begin = (code: string) => send({ type: 'BEGIN', language: code });
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the buttons inside have keys; the whole screen is for fingers.
    <main class="k-attract" onClick={() => begin(language.code)}>
      <p class="k-brand">{language.siteName}</p>
      <h1>{say('attract.title')}</h1>
      <p class="k-lead">{say('attract.lead')}</p>
      <ul class="k-languages">
        {data.languages.map(({ code, words }, index) => (
          <li key={code} lang={code}>
            <button
              ref={index === 0 ? first : null}
              type="button"
              class="k-touch"
              onClick={(click) => {
                click.stopPropagation();
                begin(code);
              }}
            >
              <b>{words['attract.touch']}</b>
              <span>{words['language.name']}</span>
            </button>
          </li>
        ))}
      </ul>
      {office && (
        <p>
          <Opening office={office} />
        </p>
      )}
      <p>{say('attract.privacy')}</p>
      <p class="k-quiet">
        {language.unofficial} {say('attract.built', { day: language.builtOn })}
      </p>
    </main>
  );
}
