// Floor: kiosk, in the page. Asks for the operator's code with keys on the screen, since a help screen
// has no keyboard. It keeps the curious out, nobody else: the page says so.
import { useEffect, useState } from 'preact/hooks';
import { isCode } from './checks.ts';
import type { SayStaff } from './staff-words.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const LONGEST = 12;

interface Props {
  say: SayStaff;
  hash: string;
  onOpen: () => void;
}

export function CodeGate({ say, hash, onOpen }: Props) {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);

  const add = (digit: string): void => setTyped((before) => (before + digit).slice(0, LONGEST));
  const erase = (): void => setTyped((before) => before.slice(0, -1));
  const tryCode = async (): Promise<void> => {
    const fits = await isCode(typed, hash);
    setTyped('');
    setWrong(!fits);
    if (fits) onOpen();
  };
  // Whoever has a keyboard may use it.
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (/^\d$/.test(key)) add(key);
      if (key === 'Backspace') erase();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <section aria-labelledby="code-title">
      <h2 id="code-title">{say('code.title')}</h2>
      <p>{say('code.lead')}</p>
      <p role="status">{say('code.shown', { count: typed.length })}</p>
      <p role="alert">{isWrong && typed === '' ? say('code.wrong') : ''}</p>
      <div class="staff-keys">
        {DIGITS.map((digit) => (
          <button key={digit} type="button" class="staff-button" onClick={() => add(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" class="staff-button" onClick={erase}>
          {say('code.erase')}
        </button>
        <button
          type="button"
          class="staff-button staff-main"
          disabled={typed === ''}
          onClick={() => void tryCode()}
        >
          {say('code.open')}
        </button>
      </div>
      <p class="staff-small">{say('code.limits')}</p>
    </section>
  );
}
