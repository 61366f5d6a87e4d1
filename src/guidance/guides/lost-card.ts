import { setup } from 'xstate';

export const lostCard = setup({}).createMachine({ id: 'lost-card', initial: 'start', states: { start: { type: 'final' } } });
