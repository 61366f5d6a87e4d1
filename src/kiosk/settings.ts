// Floor: kiosk. What the operator has set on this very device, kept in the browser's storage. Knows
// neither page nor words. Nothing of a visitor is ever kept here.

/** Settings of one help screen. */
export interface KioskSettings {
  /** CSS pixels to one millimetre of the panel, 1–40; from a bank card held to the screen. */
  readonly pixelsPerMm: number;
  /** Code of the office whose counter is named; without it none is. */
  readonly office?: string;
  /** Whether the print button is offered. */
  readonly print: boolean;
  /** Seconds without use until the screen asks, 30–600. */
  readonly idleSeconds: number;
  /** Seconds the question stands before everything is wiped, 20–300 (WCAG 2.2.1 wants 20). */
  readonly warnSeconds: number;
  /** Ids of the guides offered; without it all of them. */
  readonly guides?: readonly string[];
}

/** A CSS pixel is 1/96 inch until someone has measured. */
export const DEFAULT_SETTINGS: KioskSettings = {
  pixelsPerMm: 96 / 25.4,
  print: false,
  idleSeconds: 90,
  warnSeconds: 45,
};

/** The limits of each number, both ends allowed. */
export const LIMITS = {
  pixelsPerMm: [1, 40],
  idleSeconds: [30, 600],
  warnSeconds: [20, 300],
} as const satisfies Partial<Record<keyof KioskSettings, readonly [number, number]>>;

const KEY = 'kiosk.settings';
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads the settings; what is missing, damaged or out of range takes its default. Never throws. */
export function readSettings(storage: Storage): KioskSettings {
  const { print, office, guides, ...numbers } = stored(storage);
  const within = (name: keyof typeof LIMITS): number => {
    const value = numbers[name];
    const [least, most] = LIMITS[name];
    return typeof value === 'number' && value >= least && value <= most
      ? value
      : DEFAULT_SETTINGS[name];
  };
  return {
    pixelsPerMm: within('pixelsPerMm'),
    print: typeof print === 'boolean' ? print : DEFAULT_SETTINGS.print,
    idleSeconds: within('idleSeconds'),
    warnSeconds: within('warnSeconds'),
    ...(isId(office) ? { office } : {}),
    ...(Array.isArray(guides) && guides.length > 0 && guides.every(isId) ? { guides } : {}),
  };
}

/** Keeps the settings on this device. @returns false when the browser's storage refuses. */
export function writeSettings(storage: Storage, settings: KioskSettings): boolean {
  try {
    storage.setItem(KEY, JSON.stringify(settings));
    return true;
  } catch {
    return false;
  }
}

function stored(storage: Storage): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
