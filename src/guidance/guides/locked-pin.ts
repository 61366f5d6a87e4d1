// Floor: guides. 暗証番号を忘れた・ロックされた: a statechart of questions and outcomes, pure data.
// The words are in content/guides/<locale>/locked-pin/ by state id. Rules: procedures checked
// against the sources named in each outcome's front matter.
import { setup } from 'xstate';

const chart = {
  id: 'locked-pin',
  initial: 'problem',
  states: {
    problem: {
      on: {
        'cannot-enter': 'whose-card',
        'wrong-message': 'check-before-retry',
        'revoked-message': 'revoked-pin-known',
        'phone-certificate': 'phone-model',
        'change-only': 'change-which',
        unknown: 'seen-words',
      },
    },
    'seen-words': {
      on: {
        locked: 'really-locked',
        wrong: 'check-before-retry',
        revoked: 'revoked-pin-known',
        'not-read': 'go-to-not-accepted',
        unknown: 'find-message',
      },
    },
    'revoked-pin-known': {
      on: {
        yes: 'not-a-pin-problem',
        no: 'counter-new-certificate',
        unknown: 'counter-new-certificate',
      },
    },
    'change-which': {
      on: {
        'at-home': 'change-pin',
        office: 'counter-office-pin',
        phone: 'phone-app-help',
        'not-sure': 'check-before-retry',
        unknown: 'change-pin',
      },
    },
    'phone-model': {
      on: {
        lost: 'go-to-lost-card',
        android: 'phone-card-pin',
        iphone: 'phone-app-help',
        unknown: 'phone-app-help',
      },
    },
    'phone-card-pin': {
      on: {
        'card-lost': 'go-to-lost-card',
        yes: 'phone-reset',
        no: 'phone-card-first',
        unknown: 'phone-card-first',
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
        'office-four-digit': 'counter-office-pin',
        'face-card': 'face-card',
        unknown: 'find-which-pin',
      },
    },
    'find-which-pin': {
      on: {
        'etax-or-contract': 'know-four-digit',
        'store-or-login': 'know-signature',
        'office-or-autofill': 'counter-office-pin',
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
    'counter-office-pin': { type: 'final' },
    'counter-new-certificate': { type: 'final' },
    'counter-guardian': { type: 'final' },
    'counter-proxy': { type: 'final' },
    'ask-counter': { type: 'final' },
    'face-card': { type: 'final' },
    'not-a-pin-problem': { type: 'final' },
    'check-before-retry': { type: 'final' },
    'change-pin': { type: 'final' },
    'find-message': { type: 'final' },
    'really-locked': { type: 'final' },
    'phone-reset': { type: 'final' },
    'phone-card-first': { type: 'final' },
    'phone-app-help': { type: 'final' },
    'go-to-not-accepted': { type: 'final' },
    'go-to-lost-card': { type: 'final' },
  },
} as const;

export const lockedPin = setup({}).createMachine(chart);

/** The chart as it is written, so that card answers (locked-pin.card.ts) are held to its ids. */
export type LockedPin = typeof chart;
