// Floor: guides. 期限が近い・期限が切れた: a statechart of questions and outcomes, pure data.
// The words are in content/guides/<locale>/expiry/ by state id. Rules: procedures checked against
// the sources named in each outcome's front matter.
import { setup } from 'xstate';

const chart = {
  id: 'expiry',
  initial: 'status',
  states: {
    status: {
      on: {
        offer: 'do-not-hand-over',
        notice: 'which',
        near: 'near-when',
        past: 'past-which',
        stay: 'stay-status',
        unknown: 'find-date',
      },
    },
    'near-when': { on: { within: 'which', far: 'wait', unknown: 'find-date' } },
    which: { on: { certificate: 'who', card: 'renew-card', unknown: 'find-date' } },
    who: {
      on: {
        own: 'renew-certificate',
        guardian: 'renew-guardian',
        proxy: 'proxy-letter',
        unknown: 'ask-counter',
      },
    },
    'proxy-letter': {
      on: {
        yes: 'proxy-with-letter',
        no: 'proxy-without-letter',
        unknown: 'proxy-without-letter',
      },
    },
    'past-which': { on: { certificate: 'past-need', card: 'past-card', unknown: 'find-date' } },
    'past-need': {
      on: {
        'use-again': 'past-who',
        hospital: 'grace-days',
        'not-needed': 'leave-it',
        unknown: 'past-who',
      },
    },
    'past-who': {
      on: {
        own: 'reissue-certificate',
        guardian: 'renew-guardian',
        proxy: 'past-proxy',
        unknown: 'ask-counter',
      },
    },
    'grace-days': {
      on: { within: 'insurance-grace', over: 'insurance-after', unknown: 'find-date' },
    },
    'stay-status': {
      on: {
        'new-card': 'stay-extend',
        applying: 'stay-special',
        'not-yet': 'stay-check',
        expired: 'stay-expired',
        'no-limit': 'stay-none',
        unknown: 'stay-check',
      },
    },
    'do-not-hand-over': { type: 'final' },
    'renew-certificate': { type: 'final' },
    'renew-guardian': { type: 'final' },
    'proxy-with-letter': { type: 'final' },
    'proxy-without-letter': { type: 'final' },
    'renew-card': { type: 'final' },
    wait: { type: 'final' },
    'reissue-certificate': { type: 'final' },
    'past-proxy': { type: 'final' },
    'past-card': { type: 'final' },
    'insurance-grace': { type: 'final' },
    'insurance-after': { type: 'final' },
    'leave-it': { type: 'final' },
    'stay-extend': { type: 'final' },
    'stay-special': { type: 'final' },
    'stay-expired': { type: 'final' },
    'stay-check': { type: 'final' },
    'stay-none': { type: 'final' },
    'find-date': { type: 'final' },
    'ask-counter': { type: 'final' },
  },
} as const;

export const expiry = setup({}).createMachine(chart);

/** The chart as it is written, so that card answers (expiry.card.ts) are held to its ids. */
export type Expiry = typeof chart;
