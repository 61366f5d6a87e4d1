// Floor: kiosk shell. 「まだお使いですか」: one button, which has the focus. The count is shown in the
// second half only: one that runs from the start makes people leave.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from './context.ts';

export function Asking({ left }: { left: number | undefined }) {
  const { say, send } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const stay = () => send({ type: 'STAY' });
  // In the same breath as the page changes: nobody may meet a state between the two.
  useLayoutEffect(() => {
    const opened = dialog.current;
    const before = document.activeElement;
    opened?.showModal();
    return () => {
      // The exact state comes back, the place of the focus included. Closed first: behind an open
      // dialog nothing can take the focus.
      opened?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="k-asking"
      aria-labelledby="k-asking-title"
      aria-describedby="k-asking-text"
      onCancel={(cancel) => {
        cancel.preventDefault();
        stay();
      }}
    >
      <h2 id="k-asking-title">{say('asking.title')}</h2>
      <p id="k-asking-text">{say('asking.text')}</p>
      <button type="button" class="k-main" onClick={stay}>
        {say('asking.stay')}
      </button>
      <p class="k-count" role="timer">
        {left === undefined ? '' : say('asking.count', { left })}
      </p>
    </dialog>
  );
}
