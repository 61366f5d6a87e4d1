// `?late` gives the assistant copies of its own of what it shares with the scripts of question pages.
// Without it the bundler would cut the shared part out into a file that every question page loads.
declare module '*/replay.ts?late' {
  export const replay: typeof import('../../guidance/guides/replay.ts').replay;
  export const sheetOf: typeof import('../../guidance/guides/replay.ts').sheetOf;
}

declare module '*/answer-sheet.ts?late' {
  export const readSheet: typeof import('./answer-sheet.ts').readSheet;
  export const stateHref: typeof import('./answer-sheet.ts').stateHref;
}
