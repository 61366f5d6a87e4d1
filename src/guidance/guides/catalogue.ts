// Floor: guides, top room. The guides there are, the most urgent first. Adding a guide is one
// machine file, one row here and the words in content/guides/<locale>/<guide>/.
import type { AnyStateMachine } from 'xstate';
import { expiry } from './expiry.ts';
import { lockedPin } from './locked-pin.ts';
import { lostCard } from './lost-card.ts';
import { movedHouse } from './moved-house.ts';
import { notAccepted } from './not-accepted.ts';
import { stopUsing } from './stop-using.ts';

export const GUIDES: readonly AnyStateMachine[] = [
  lostCard,
  lockedPin,
  notAccepted,
  expiry,
  movedHouse,
  stopUsing,
];
