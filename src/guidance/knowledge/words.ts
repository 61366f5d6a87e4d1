// Floor: knowledge. The message catalogue: every sentence the product itself says, by key.
// The keys are those of content/interface/ja/*.json, so a renamed message breaks the build.
import type cardJa from '../../../content/interface/ja/card.json';
import type editorJa from '../../../content/interface/ja/editor.json';
import type kioskJa from '../../../content/interface/ja/kiosk.json';
import type officeJa from '../../../content/interface/ja/office.json';
import type siteJa from '../../../content/interface/ja/site.json';
import type staffJa from '../../../content/interface/ja/staff.json';

export type CardWord = keyof typeof cardJa;
export type KioskWord = keyof typeof kioskJa;
export type SiteWord = keyof typeof siteJa;
export type EditorWord = keyof typeof editorJa;
export type OfficeWord = keyof typeof officeJa;
export type StaffWord = keyof typeof staffJa;

/** Says the message `key`, its `{placeholders}` filled from `values`. */
export type Words<Key extends string = SiteWord> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Makes the speaker of one catalogue. @throws Error on a key or placeholder that has no text. */
export function speaker<Key extends string = SiteWord>(
  entries: Readonly<Record<string, string>>,
): Words<Key> {
  return (key, values = {}) => {
    const message = entries[key];
    if (message === undefined) throw new Error(`no message "${key}" in the catalogue`);
    return message.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
      const value = values[slot];
      if (value === undefined) throw new Error(`message "${key}" needs a value for {${slot}}`);
      return String(value);
    });
  };
}
