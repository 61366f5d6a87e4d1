// Floor: guides. カードが使えない・「失効」と出た: by the words on the screen, then by the place. It
// ends in a cause with its remedy, or at the door of the guide that goes on from there. Pure data;
// the words are in content/guides/<locale>/not-accepted/ by state id.
import { setup } from 'xstate';

const chart = {
  id: 'not-accepted',
  initial: 'message',
  states: {
    message: {
      on: {
        'wrong-pin': 'wrong-pin',
        locked: 'go-to-locked-pin',
        revoked: 'recent-change',
        expired: 'go-to-expiry',
        'not-read': 'card-look',
        other: 'place',
        unknown: 'place',
      },
    },
    'recent-change': {
      on: {
        moved: 'go-to-moved-house',
        expired: 'go-to-expiry',
        'just-issued': 'just-issued',
        suspended: 'go-to-lost-card',
        'own-request': 'new-certificate',
        unknown: 'written-date',
      },
    },
    'written-date': {
      on: { past: 'go-to-expiry', future: 'check-validity', unknown: 'check-validity' },
    },
    'card-look': {
      on: {
        damaged: 'broken-card',
        'face-card': 'go-to-face-card',
        fine: 'not-read-place',
        unknown: 'not-read-place',
      },
    },
    'not-read-place': {
      on: {
        phone: 'phone-checks',
        computer: 'reader-checks',
        store: 'store-cause',
        hospital: 'hospital-today',
        everywhere: 'broken-chip',
        unknown: 'try-elsewhere',
      },
    },
    place: {
      on: {
        store: 'store-cause',
        hospital: 'hospital-cause',
        phone: 'phone-step',
        computer: 'computer-step',
        'phone-certificate': 'phone-certificate',
        'face-card': 'go-to-face-card',
        unknown: 'try-elsewhere',
      },
    },
    'store-cause': {
      on: {
        moved: 'go-to-moved-house',
        expired: 'go-to-expiry',
        'wrong-tries': 'go-to-locked-pin',
        suspended: 'go-to-lost-card',
        none: 'store-checks',
        unknown: 'store-checks',
      },
    },
    'hospital-cause': {
      on: {
        'face-or-pin': 'hospital-face',
        expired: 'hospital-expired',
        'no-insurance': 'hospital-insurance',
        'not-read': 'hospital-today',
        unknown: 'hospital-today',
      },
    },
    'phone-step': {
      on: {
        reading: 'phone-checks',
        pin: 'wrong-pin',
        after: 'recent-change',
        unknown: 'try-elsewhere',
      },
    },
    'computer-step': {
      on: {
        reading: 'reader-checks',
        pin: 'wrong-pin',
        after: 'recent-change',
        unknown: 'try-elsewhere',
      },
    },
    'wrong-pin': { type: 'final' },
    'go-to-locked-pin': { type: 'final' },
    'go-to-expiry': { type: 'final' },
    'go-to-moved-house': { type: 'final' },
    'go-to-lost-card': { type: 'final' },
    'go-to-face-card': { type: 'final' },
    'just-issued': { type: 'final' },
    'new-certificate': { type: 'final' },
    'check-validity': { type: 'final' },
    'broken-card': { type: 'final' },
    'broken-chip': { type: 'final' },
    'phone-checks': { type: 'final' },
    'reader-checks': { type: 'final' },
    'store-checks': { type: 'final' },
    'try-elsewhere': { type: 'final' },
    'hospital-today': { type: 'final' },
    'hospital-face': { type: 'final' },
    'hospital-expired': { type: 'final' },
    'hospital-insurance': { type: 'final' },
    'phone-certificate': { type: 'final' },
  },
} as const;

export const notAccepted = setup({}).createMachine(chart);

/** The chart as it is written, so that card answers (not-accepted.card.ts) are held to its ids. */
export type NotAccepted = typeof chart;
