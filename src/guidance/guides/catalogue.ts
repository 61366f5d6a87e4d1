// Floor: guides, top room. The guides there are. Adding a guide is one machine file, one row here
// and the words in content/guides/<locale>/<guide>/.
import type { AnyStateMachine } from 'xstate';
import { lockedPin } from './locked-pin.ts';

export const GUIDES: readonly AnyStateMachine[] = [lockedPin];
