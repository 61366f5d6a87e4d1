// Floor: guides. カードをなくした・盗まれた: a statechart of questions and outcomes, pure data.
// The words are in content/guides/<locale>/lost-card/ by state id. Whether the 24-hour line has been
// called is asked first: nothing else prevents as much harm.
import { setup } from 'xstate';

export const lostCard = setup({}).createMachine({
  id: 'lost-card',
  initial: 'called',
  states: {
    called: {
      on: {
        no: 'call-now',
        yes: 'what-happened',
        found: 'found-when',
        unknown: 'call-now',
      },
    },
    'what-happened': {
      on: {
        home: 'who',
        outside: 'police-number',
        stolen: 'police-number',
        disaster: 'disaster-paper',
        phone: 'phone-lost',
        abroad: 'living-abroad',
        unknown: 'last-used',
      },
    },
    'last-used': {
      on: { 'at-home': 'who', outside: 'police-number', unknown: 'ask-places' },
    },
    'police-number': {
      on: { yes: 'who', no: 'police-first', unknown: 'police-first' },
    },
    'disaster-paper': {
      on: { yes: 'reissue-disaster', no: 'paper-first', unknown: 'paper-first' },
    },
    'living-abroad': {
      on: { yes: 'abroad-resident', no: 'abroad-traveller', unknown: 'abroad-resident' },
    },
    who: {
      on: {
        own: 'hurry',
        guardian: 'reissue-guardian',
        proxy: 'reissue-proxy',
        unknown: 'ask-counter',
      },
    },
    hurry: {
      on: {
        soon: 'reissue-express',
        normal: 'reissue-standard',
        'no-card': 'report-only',
        unknown: 'reissue-standard',
      },
    },
    'found-when': {
      on: {
        'not-stopped': 'found-not-stopped',
        suspended: 'found-suspended',
        applied: 'found-applied',
        abolished: 'found-abolished',
        reissued: 'found-old-card',
        phone: 'phone-found',
        unknown: 'found-unsure',
      },
    },
    'call-now': { type: 'final' },
    'ask-places': { type: 'final' },
    'police-first': { type: 'final' },
    'paper-first': { type: 'final' },
    'reissue-standard': { type: 'final' },
    'reissue-express': { type: 'final' },
    'reissue-disaster': { type: 'final' },
    'reissue-guardian': { type: 'final' },
    'reissue-proxy': { type: 'final' },
    'report-only': { type: 'final' },
    'ask-counter': { type: 'final' },
    'phone-lost': { type: 'final' },
    'abroad-resident': { type: 'final' },
    'abroad-traveller': { type: 'final' },
    'found-not-stopped': { type: 'final' },
    'found-suspended': { type: 'final' },
    'found-applied': { type: 'final' },
    'found-abolished': { type: 'final' },
    'found-old-card': { type: 'final' },
    'phone-found': { type: 'final' },
    'found-unsure': { type: 'final' },
  },
});
