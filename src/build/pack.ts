// The command `npm run pack`: one zip with the built site, two small servers and how to start them, for
// a computer or an intranet without any outside host.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync, type Zippable } from 'fflate';
import { todayInJapan } from '../guidance/knowledge/facts.ts';

const EXTRAS = 'docs/operate/pack';

/** The zip of a built site. The same site and day make the same bytes. */
export function packed(dist: string, day: string): Uint8Array {
  const content: Zippable = {};
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(dist, name);
    if (statSync(file).isFile()) {
      content[`site/${name.split(path.sep).join('/')}`] = readFileSync(file);
    }
  }
  for (const name of readdirSync(EXTRAS)) {
    const text = readFileSync(path.join(EXTRAS, name), 'utf8').replaceAll('{day}', day);
    // Notepad on an old Windows wants its own line ends.
    content[name] = Buffer.from(name.endsWith('.txt') ? text.replaceAll('\n', '\r\n') : text);
  }
  return zipSync(content, { level: 9, mtime: new Date(`${day}T12:00:00`) });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const day = process.env['SITE_TODAY'] ?? todayInJapan(new Date());
  const file = path.join('pack', `help-site-${day}.zip`);
  mkdirSync('pack', { recursive: true });
  writeFileSync(file, packed('dist', day));
  console.log(file);
}
