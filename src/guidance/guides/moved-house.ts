// Floor: guides. 引っ越した・名前などが変わった: a statechart of questions and outcomes, pure data.
// The words are in content/guides/<locale>/moved-house/ by state id. Rules: procedures checked
// against the sources named in each outcome's front matter.
import { setup } from 'xstate';

export const movedHouse = setup({}).createMachine({
  id: 'moved-house',
  initial: 'change',
  states: {
    change: {
      on: {
        'same-municipality': 'within-notice',
        'other-municipality': 'other-notice',
        abroad: 'nationality',
        'from-abroad': 'back-card',
        name: 'name-kind',
        unknown: 'find-change',
      },
    },
    'within-notice': {
      on: {
        'not-yet': 'within-sign-soon',
        'notice-only': 'within-who',
        'all-done': 'new-signature',
        unknown: 'find-notice',
      },
    },
    'within-sign-soon': { on: { yes: 'use-first', no: 'within-who', unknown: 'use-first' } },
    'within-who': {
      on: {
        own: 'within',
        household: 'household',
        guardian: 'guardian',
        proxy: 'proxy',
        unknown: 'ask-counter',
      },
    },
    'other-notice': {
      on: {
        none: 'other-sign-soon',
        'out-only': 'move-in-days',
        'in-done': 'card-continued',
        unknown: 'find-notice',
      },
    },
    'other-sign-soon': { on: { yes: 'use-first', no: 'move-out', unknown: 'use-first' } },
    'move-in-days': { on: { yes: 'other-who', no: 'move-in-late', unknown: 'find-notice' } },
    'other-who': {
      on: {
        own: 'move-in',
        household: 'household',
        guardian: 'guardian',
        proxy: 'proxy',
        unknown: 'ask-counter',
      },
    },
    'card-continued': {
      on: { yes: 'new-signature', no: 'continued-days', unknown: 'find-notice' },
    },
    'continued-days': { on: { yes: 'continue-card', no: 'card-lapsed', unknown: 'find-notice' } },
    nationality: { on: { yes: 'abroad-when', no: 'abroad-foreign', unknown: 'ask-counter' } },
    'abroad-when': { on: { before: 'abroad-before', left: 'abroad-left', unknown: 'ask-counter' } },
    'back-card': { on: { yes: 'back-continued', no: 'back-reissue', unknown: 'ask-counter' } },
    'name-kind': {
      on: {
        changed: 'name-notice',
        unchanged: 'nothing-stops',
        'former-name': 'former-name',
        unknown: 'find-change',
      },
    },
    'name-notice': {
      on: {
        'not-yet': 'name-sign-soon',
        'notice-only': 'name-who',
        'all-done': 'new-signature',
        unknown: 'find-notice',
      },
    },
    'name-sign-soon': { on: { yes: 'use-first', no: 'name-who', unknown: 'use-first' } },
    'name-who': {
      on: {
        own: 'name-card',
        household: 'household',
        guardian: 'guardian',
        proxy: 'proxy',
        unknown: 'ask-counter',
      },
    },
    within: { type: 'final' },
    'move-out': { type: 'final' },
    'move-in': { type: 'final' },
    'move-in-late': { type: 'final' },
    'continue-card': { type: 'final' },
    'card-lapsed': { type: 'final' },
    'name-card': { type: 'final' },
    'new-signature': { type: 'final' },
    household: { type: 'final' },
    guardian: { type: 'final' },
    proxy: { type: 'final' },
    'use-first': { type: 'final' },
    'abroad-before': { type: 'final' },
    'abroad-left': { type: 'final' },
    'abroad-foreign': { type: 'final' },
    'back-continued': { type: 'final' },
    'back-reissue': { type: 'final' },
    'nothing-stops': { type: 'final' },
    'former-name': { type: 'final' },
    'find-change': { type: 'final' },
    'find-notice': { type: 'final' },
    'ask-counter': { type: 'final' },
  },
});
