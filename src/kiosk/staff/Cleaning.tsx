// Floor: kiosk, in the page. Thirty seconds in which the screen can be wiped with a cloth.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SayStaff } from './staff-words.ts';

const SECONDS = 30;

export function Cleaning({ say }: { say: SayStaff }) {
  const [left, setLeft] = useState(0);
  const cover = useRef<HTMLDialogElement>(null);
  const isOn = left > 0;

  useLayoutEffect(() => {
    if (!isOn) return undefined;
    cover.current?.showModal();
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => {
      clearInterval(timer);
      cover.current?.close();
    };
  }, [isOn]);

  return (
    <section aria-labelledby="clean-title">
      <h2 id="clean-title">{say('clean.title')}</h2>
      <p>{say('clean.lead')}</p>
      <button type="button" class="staff-button" onClick={() => setLeft(SECONDS)}>
        {say('clean.start')}
      </button>
      {/* Modal: everything beneath takes no touch. Only Escape, which no cloth presses, ends it. */}
      <dialog
        ref={cover}
        class="staff-cover"
        aria-labelledby="clean-now"
        onClose={() => setLeft(0)}
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
