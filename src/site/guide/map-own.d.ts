// `?own` gives the map's script copies of its own of what it shares with the question pages.
// Without it the bundler would cut the shared part out into a file that every question page loads.
declare module '*/replay.ts?own' {
  export const replay: typeof import('../../guidance/guides/replay.ts').replay;
}

declare module '*/answer-sheet.ts?own' {
  export const readSheet: typeof import('./answer-sheet.ts').readSheet;
}
