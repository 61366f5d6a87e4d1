// Floor: guides. 暗証番号を忘れた・ロックされた: a statechart of questions and outcomes, pure data.
// The words are in content/guides/<locale>/locked-pin/ by state id. Rules: procedures checked
// against the sources named in each outcome's front matter.
import { setup } from 'xstate';

export const lockedPin = setup({}).createMachine({
  id: 'locked-pin',
  initial: 'problem',
  states: {
    problem: {
      on: {
        'cannot-enter': 'whose-card',
        'wrong-message': 'check-before-retry',
        'revoked-message': 'not-a-pin-problem',
        'change-only': 'change-pin',
        unknown: 'find-message',
      },
    },
    'whose-card': {
      on: {
        own: 'which-pin',
        guardian: 'counter-guardian',
        proxy: 'counter-proxy',
        unknown: 'ask-counter',
      },
    },
    'which-pin': {
      on: {
        signature: 'know-four-digit',
        'four-digit': 'know-signature',
        both: 'counter',
        'office-four-digit': 'counter',
        'face-card': 'face-card',
        unknown: 'find-which-pin',
      },
    },
    'find-which-pin': {
      on: {
        'etax-or-contract': 'know-four-digit',
        'store-or-login': 'know-signature',
        'office-or-autofill': 'counter',
        'no-pin-set': 'face-card',
        unknown: 'counter',
      },
    },
    'know-four-digit': {
      on: { yes: 'phone-signature', no: 'counter', unknown: 'counter' },
    },
    'know-signature': {
      on: { yes: 'phone-four-digit', no: 'counter', unknown: 'counter' },
    },
    'phone-signature': {
      on: { yes: 'usable-signature', no: 'counter', unknown: 'counter' },
    },
    'phone-four-digit': {
      on: { yes: 'usable-four-digit', no: 'counter', unknown: 'counter' },
    },
    'usable-signature': {
      on: { yes: 'store-signature', no: 'counter-new-certificate', unknown: 'ask-counter' },
    },
    'usable-four-digit': {
      on: { yes: 'store-four-digit', no: 'counter-new-certificate', unknown: 'ask-counter' },
    },
    'store-signature': { type: 'final' },
    'store-four-digit': { type: 'final' },
    counter: { type: 'final' },
    'counter-new-certificate': { type: 'final' },
    'counter-guardian': { type: 'final' },
    'counter-proxy': { type: 'final' },
    'ask-counter': { type: 'final' },
    'face-card': { type: 'final' },
    'not-a-pin-problem': { type: 'final' },
    'check-before-retry': { type: 'final' },
    'change-pin': { type: 'final' },
    'find-message': { type: 'final' },
  },
});
