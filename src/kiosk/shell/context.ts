// Floor: kiosk shell. What every screen of the shell is given.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words, KioskWord } from '../../guidance/knowledge/words.ts';
import type { KioskData, LanguageData } from '../data.ts';
import type { SessionEvent } from '../session/session.ts';
import type { Screen } from '../session/screens.ts';
import type { KioskSettings } from '../settings.ts';
import type { Look } from './measure.ts';

export interface Desk {
  readonly data: KioskData;
  readonly language: LanguageData;
  readonly settings: KioskSettings;
  readonly say: Words<KioskWord>;
  readonly send: (event: SessionEvent) => void;
  /** Goes on; `left` is the present screen as Back should show it. */
  readonly go: (screen: Screen, left?: Screen) => void;
  /** Says that a screen is there to be seen: its heading gets the focus, its title the window. */
  readonly shown: (patient?: boolean) => void;
  readonly look: Look;
  readonly setLook: (look: Look) => void;
  readonly pace: 1 | 3;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk of the shell. @throws Error outside of it. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no shell around this screen');
  return desk;
}
