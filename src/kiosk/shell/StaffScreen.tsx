// Floor: kiosk shell. 「職員を呼ぶ」: large words to show to someone. Sends nothing.
import { useEffect } from 'preact/hooks';
import { useDesk } from './context.ts';

export function StaffScreen() {
  const { say, shown } = useDesk();
  useEffect(() => shown(), []);
  return (
    <div class="k-staff-screen">
      <h1>{say('staff.title')}</h1>
      <p class="k-sign">{say('staff.sign')}</p>
      <p>{say('staff.text')}</p>
      <p>{say('staff.say')}</p>
    </div>
  );
}
