// Floor: site, in the page. The date calculator's late script.
import { Dates } from './Dates.tsx';
import { lateForm } from './late-form.ts';

export const wake = lateForm(Dates);
