import { setup } from 'xstate';

export const movedHouse = setup({}).createMachine({ id: 'moved-house', initial: 'start', states: { start: { type: 'final' } } });
