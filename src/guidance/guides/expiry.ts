import { setup } from 'xstate';

export const expiry = setup({}).createMachine({ id: 'expiry', initial: 'start', states: { start: { type: 'final' } } });
