// Floor: site, in the page. The search box's late script.
import { lateForm } from './late-form.ts';
import { Search } from './Search.tsx';

export const wake = lateForm(Search);
