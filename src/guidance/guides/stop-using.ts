// Floor: guides. 使うのをやめたい・悪用が心配: a statechart of questions and outcomes, pure data.
// The words are in content/guides/<locale>/stop-using/ by state id. What cannot wait (a stranger,
// misuse) stands before what can.
import { setup } from 'xstate';

export const stopUsing = setup({}).createMachine({
  id: 'stop-using',
  initial: 'reason',
  states: {
    reason: {
      on: {
        stranger: 'gave-what',
        misuse: 'card-at-hand',
        died: 'death-notice',
        functions: 'stop-what',
        return: 'why-return',
        phone: 'give-up-phone',
        unknown: 'ask-first',
      },
    },
    'gave-what': {
      on: { nothing: 'hang-up', told: 'told-secret', card: 'gave-card', unknown: 'gave-card' },
    },
    'card-at-hand': {
      on: { yes: 'misuse', no: 'go-to-lost', unknown: 'go-to-lost' },
    },
    'death-notice': {
      on: { yes: 'died-notified', no: 'died-not-yet', unknown: 'died-not-yet' },
    },
    'stop-what': {
      on: {
        signature: 'can-read',
        'user-auth': 'used-at-hospital',
        insurance: 'stop-insurance',
        'just-unused': 'leave-unused',
        unknown: 'ask-first',
      },
    },
    'used-at-hospital': {
      on: { no: 'can-read', yes: 'insurance-first', unknown: 'insurance-first' },
    },
    'can-read': {
      on: { yes: 'stop-online', no: 'stop-counter', unknown: 'stop-counter' },
    },
    'why-return': {
      on: {
        unwanted: 'return-card',
        'old-card': 'return-old-card',
        abroad: 'go-to-moving',
        unknown: 'ask-first',
      },
    },
    'hang-up': { type: 'final' },
    'told-secret': { type: 'final' },
    'gave-card': { type: 'final' },
    misuse: { type: 'final' },
    'go-to-lost': { type: 'final' },
    'died-notified': { type: 'final' },
    'died-not-yet': { type: 'final' },
    'stop-online': { type: 'final' },
    'stop-counter': { type: 'final' },
    'insurance-first': { type: 'final' },
    'stop-insurance': { type: 'final' },
    'leave-unused': { type: 'final' },
    'return-card': { type: 'final' },
    'return-old-card': { type: 'final' },
    'go-to-moving': { type: 'final' },
    'give-up-phone': { type: 'final' },
    'ask-first': { type: 'final' },
  },
});
