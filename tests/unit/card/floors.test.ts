/** Who may import whom in the card wing and the session, and what they may never hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '../../../src');
const TESTS = join(import.meta.dirname, '../..');

/** Room → rooms and packages it may import. A room is a folder of src/card, or a file beside them. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'card/bytes': [],
  'card/fault': [],
  'card/japan-day': [],
  'card/clock': ['card/fault'],
  'card/report': ['card/japan-day'],
  'card/guard': ['card/bytes', 'card/fault'],
  'card/usb': ['card/bytes', 'card/clock', 'card/fault'],
  'card/apdu': ['card/bytes', 'card/fault', 'card/guard'],
  'card/contactless': ['card/bytes', 'card/fault', 'card/guard'],
  'card/jpki': ['card/apdu', 'card/bytes', 'card/fault', 'card/japan-day', 'card/report'],
  'card/readers': [
    'card/apdu',
    'card/bytes',
    'card/clock',
    'card/contactless',
    'card/fault',
    'card/guard',
    'card/jpki',
    'card/usb',
  ],
  'card/smart-card': [
    'card/apdu',
    'card/bytes',
    'card/clock',
    'card/fault',
    'card/guard',
    'card/readers',
  ],
  'card/certificate': [
    'card/bytes',
    'card/japan-day',
    'card/report',
    '@peculiar/x509',
    'reflect-metadata',
  ],
  'card/compose-report': ['card/japan-day', 'card/jpki', 'card/report'],
  'card/sample': ['card/bytes'],
  session: [
    'card/apdu',
    'card/certificate',
    'card/clock',
    'card/compose-report',
    'card/fault',
    'card/japan-day',
    'card/jpki',
    'card/readers',
    'card/report',
    'card/sample',
    'card/smart-card',
    'card/usb',
    'xstate',
  ],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  readonly isType: boolean;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const files = [...filesUnder(join(SOURCE, 'card')), ...filesUnder(join(SOURCE, 'session'))];

function roomOf(path: string): string {
  const [wing = '', room = ''] = relative(SOURCE, path).replace(/\.ts$/u, '').split('/');
  return wing === 'card' ? `card/${room}` : wing;
}

/** Source without comments. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<=\s)\/\/.*$/gmu, '');
}

function importsOf(file: string): Import[] {
  const statements = codeOf(file).matchAll(
    /(?:^|\n)(?:import|export)\s+(type\s+)?(?:[\w*{}\s,]+?\s+from\s+)?'([^']+)'|import\(\s*'([^']+)'/gu,
  );
  return Array.from(statements, ([, type, named, dynamic]) => {
    const target = named ?? dynamic ?? '';
    const isLocal = target.startsWith('.');
    return {
      file: relative(SOURCE, file),
      room: roomOf(file),
      target: isLocal ? roomOf(join(dirname(file), target)) : target,
      isType: type !== undefined,
    };
  });
}

const imports = files.flatMap(importsOf);

describe('the floors of the card wing', () => {
  it('are all there', () => {
    expect(files.length).toBeGreaterThan(30);
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('import only what lies below them', () => {
    const trespasses = imports.filter(
      ({ room, target }) => room !== target && !MAY_IMPORT[room]?.includes(target),
    );
    expect(trespasses).toEqual([]);
  });

  it('import @peculiar/x509 in one file only, after reflect-metadata', () => {
    const heavy = imports.filter(({ target }) => /peculiar|reflect/u.test(target));
    expect(heavy.map(({ file, target }) => `${file} ${target}`)).toEqual([
      'card/certificate/read.ts reflect-metadata',
      'card/certificate/read.ts @peculiar/x509',
    ]);
  });

  it('reach the certificate reader and the sample cards from the session by type only, or late', () => {
    const early = imports.filter(
      ({ room, target, isType, file }) =>
        room === 'session' &&
        !isType &&
        (target === 'card/certificate' || target === 'card/sample') &&
        file !== 'session/demonstration.ts',
    );
    expect(early).toEqual([]);
    expect(imports.filter(({ target }) => target.includes('demonstration'))).toEqual([]);
  });

  it('never touch browser globals but those handed in', () => {
    const touching = files.filter((file) =>
      /\b(?:navigator|window|document|localStorage|sessionStorage|indexedDB|fetch|XMLHttpRequest|WebSocket|console)\b\s*[.(]/u.test(
        codeOf(file),
      ),
    );
    expect(touching).toEqual([]);
  });

  it('hold no sentence in Japanese, and no message for people', () => {
    const speaking = files.filter((file) => /[\u3040-\u30ff\u4e00-\u9fff]/u.test(codeOf(file)));
    expect(speaking).toEqual([]);
  });

  it('open every file with its floor', () => {
    const silent = files.filter(
      (file) => !readFileSync(file, 'utf8').startsWith('/**\n * Floor: '),
    );
    expect(silent).toEqual([]);
  });

  it('keep files under 300 lines, half of them under 90', () => {
    const lengths = files
      .map((file) => readFileSync(file, 'utf8').split('\n').length)
      .sort((one, other) => one - other);
    expect(lengths.at(-1)).toBeLessThanOrEqual(300);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(90);
  });
});

describe('the emulators', () => {
  it('share no code with what they judge', () => {
    const witnesses = filesUnder(join(TESTS, 'emulator'));
    expect(witnesses.length).toBeGreaterThan(5);
    const shared = witnesses
      .flatMap((file) => [...codeOf(file).matchAll(/from '\.\.\/\.\.\/src\/([^']+)'/gu)])
      .map(([, target]) => target)
      .filter((target) => !/^card\/(?:bytes|sample)\//u.test(target ?? ''));
    expect(shared).toEqual([]);
  });
});
