// Floor: kiosk, in the page. Thirty seconds in which the screen can be wiped with a cloth.
import { useRef, useState } from 'preact/hooks';
import type { SayStaff } from './staff-words.ts';

const SECONDS = 30;

export function Cleaning({ say }: { say: SayStaff }) {
  const [left, setLeft] = useState(0);
  const cover = useRef<HTMLDialogElement>(null);
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);

  const start = (): void => {
    const until = Date.now() + SECONDS * 1000;
    setLeft(SECONDS);
    cover.current?.showModal();
    timer.current = setInterval(() => {
      const seconds = Math.ceil((until - Date.now()) / 1000);
      setLeft(Math.max(0, seconds));
      if (seconds <= 0) cover.current?.close();
    }, 250);
  };

  return (
    <section aria-labelledby="clean-title">
      <h2 id="clean-title">{say('clean.title')}</h2>
      <p>{say('clean.lead')}</p>
      <button type="button" class="staff-button" onClick={start}>
        {say('clean.start')}
      </button>
      {/* Modal: everything beneath takes no touch. Only Escape, which no cloth presses, ends it. */}
      <dialog
        ref={cover}
        class="staff-cover"
        aria-labelledby="clean-now"
        onClose={() => clearInterval(timer.current)}
      >
        <h2 id="clean-now" tabIndex={-1}>
          {say('clean.now')}
        </h2>
        <p class="staff-count" role="timer">
          {say('clean.left', { count: left })}
        </p>
        <p>{say('clean.end')}</p>
      </dialog>
    </section>
  );
}
