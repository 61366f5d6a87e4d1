// Floor: knowledge. Where content/ is, which languages it has, and their message catalogues.
// Runs in Node at build time only.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  speaker,
  type CardWord,
  type EditorWord,
  type KioskWord,
  type OfficeWord,
  type StaffWord,
  type Words,
} from './words.ts';

/** The language at the site's root; others live under /<locale>/ once content/ has their files. */
export const DEFAULT_LOCALE = 'ja';

/** Folder of the content; a deployment may bring its own by CONTENT_DIR. */
export const contentRoot = (): string => path.resolve(process.env['CONTENT_DIR'] ?? 'content');

/** Locales that have a message catalogue; the default one first. */
export function locales(root = contentRoot()): string[] {
  const found = readdirSync(path.join(root, 'interface'));
  return [DEFAULT_LOCALE, ...found.filter((locale) => locale !== DEFAULT_LOCALE)];
}

function readCatalogue(root: string, locale: string, file: string): Record<string, string> {
  const at = path.join(root, 'interface', locale, file);
  const fallback = path.resolve('content/interface', locale, file);
  return JSON.parse(readFileSync(existsSync(at) ? at : fallback, 'utf8')) as Record<string, string>;
}

/** The site's own sentences in one locale. */
export const siteWords = (locale: string, root = contentRoot()): Words =>
  speaker(readCatalogue(root, locale, 'site.json'));

/** The sentences of the card check in one locale, as the island in the page needs them. */
export const cardWords = (locale: string, root = contentRoot()): Record<CardWord, string> =>
  readCatalogue(root, locale, 'card.json');

/** The sentences of the help screen in one locale, as its shell needs them. */
export const kioskWords = (locale: string, root = contentRoot()): Record<KioskWord, string> =>
  readCatalogue(root, locale, 'kiosk.json');

/** What is said of a counter and its hours in one locale, on sheets and on the help screen alike. */
export const officeWords = (locale: string, root = contentRoot()): Record<OfficeWord, string> =>
  readCatalogue(root, locale, 'office.json');

/** The sentences of the help screen's staff page. Staff read Japanese: there is one language. */
export const staffWords = (root = contentRoot()): Record<StaffWord, string> =>
  readCatalogue(root, DEFAULT_LOCALE, 'staff.json');

/** The sentences of the content check, for editors. */
export const editorWords = (root = contentRoot()): Words<EditorWord> =>
  speaker<EditorWord>(readCatalogue(root, DEFAULT_LOCALE, 'editor.json'));
