import { setup } from 'xstate';

export const stopUsing = setup({}).createMachine({ id: 'stop-using', initial: 'start', states: { start: { type: 'final' } } });
