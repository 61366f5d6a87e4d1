// Floor: kiosk, the staff page. Says its words.
import type { StaffWord } from '../../guidance/knowledge/words.ts';
import { fill } from '../../guidance/dates/say-day.ts';

export type StaffWords = Readonly<Record<StaffWord, string>>;
export type SayStaff = (
  key: StaffWord,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Makes the speaker of the staff page's words. */
export const staffSpeaker =
  (words: StaffWords): SayStaff =>
  (key, values = {}) =>
    fill(words[key], values);
