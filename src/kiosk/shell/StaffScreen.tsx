// Floor: kiosk shell. 「職員を呼ぶ」: large words to show to someone. Sends nothing.
import { useEffect } from 'preact/hooks';
import { useDesk } from './context.ts';
import { Counters, officeOf, Opening } from './Counter.tsx';

export function StaffScreen() {
  const desk = useDesk();
  const { say, shown } = desk;
  const office = officeOf(desk);
  useEffect(() => shown(), []);
  return (
    <div class="k-staff-screen">
      <h1>{say('staff.title')}</h1>
      <p class="k-sign">{say('staff.sign')}</p>
      <p>{say('staff.text')}</p>
      <p>{say('staff.say')}</p>
      {office && (
        <>
          <Counters office={office} />
          <p>
            <Opening office={office} />
          </p>
        </>
      )}
    </div>
  );
}
