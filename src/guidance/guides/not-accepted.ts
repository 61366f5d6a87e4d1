import { setup } from 'xstate';

export const notAccepted = setup({}).createMachine({ id: 'not-accepted', initial: 'start', states: { start: { type: 'final' } } });
