// Floor: build. Gives the help screen its own copy of every module it shares with public pages, so that
// the bundler never cuts a public page's script into more pieces for the screen's sake: public pages
// do not grow by a byte. Preact stays one, since Astro's own loader shares it.
import path from 'node:path';

const KIOSK = path.resolve('src/kiosk') + path.sep;
const SOURCE = path.resolve('src') + path.sep;
const MARK = '?kiosk';

/** What this plugin uses of Vite's plugin interface. */
interface Context {
  readonly environment?: { readonly name: string };
  resolve(
    source: string,
    importer: string,
    options: { skipSelf: true },
  ): Promise<{ id: string; external: unknown } | null>;
}

export const kioskApart = () => ({
  name: 'kiosk-apart',
  enforce: 'pre' as const,
  apply: 'build' as const,
  async resolveId(this: Context, source: string, importer: string | undefined) {
    if (this.environment?.name !== 'client' || !importer || !isKiosk(importer)) return null;
    if (!source.startsWith('.')) return null;
    const from = importer.replace(MARK, '');
    const found = await this.resolve(source, from, { skipSelf: true });
    if (!found || found.external || !isOurs(found.id)) return found;
    return found.id + MARK;
  },
});

const isKiosk = (id: string): boolean => id.startsWith(KIOSK) || id.endsWith(MARK);

/** Source modules outside src/kiosk; those inside have no other user. */
const isOurs = (id: string): boolean =>
  id.startsWith(SOURCE) && !id.startsWith(KIOSK) && /\.tsx?$/.test(id);
