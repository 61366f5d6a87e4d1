// Floor: kiosk, the staff page. The beginning: reads what the build left, and comes up.
import { render } from 'preact';
import { StaffPage, type StaffData } from './StaffPage.tsx';

const root = document.querySelector('#staff');
const data = document.querySelector('#staff-data')?.textContent;
if (!root || !data) throw new Error('staff page without its data');
root.replaceChildren();
render(<StaffPage {...(JSON.parse(data) as StaffData)} />, root);
