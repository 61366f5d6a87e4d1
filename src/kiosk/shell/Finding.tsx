// Floor: kiosk shell. Finding without a keyboard: by situation, by topic, by the first sound.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { countFailedSearch } from '../counts.ts';
import type { IndexEntry } from '../data.ts';
import { byRow, rowsOf } from '../session/kana.ts';
import { useDesk, type Desk } from './context.ts';
import { screenFor } from './links.ts';
import type { Screen } from '../session/screens.ts';

/** `/` for the default language, `/en/` for another. */
export const rootOf = ({ data, language }: Pick<Desk, 'data' | 'language'>): string =>
  language === data.languages[0] ? '/' : `/${language.code}/`;

/** The guide that an address belongs to, if any. */
const guideOf = (href: string): string | undefined => /\/guides\/([^/]+)\//.exec(href)?.[1];

/** Whether the operator offers what stands at an address. */
export const isOffered = (href: string, { settings }: Pick<Desk, 'settings'>): boolean => {
  const guide = guideOf(href);
  return guide === undefined || settings.guides === undefined || settings.guides.includes(guide);
};

function useWays() {
  const desk = useDesk();
  const { data, go } = desk;
  const open = (href: string) => {
    const url = new URL(href, location.href);
    const screen = screenFor(url.pathname, url.hash.slice(1), rootOf(desk));
    if (screen) go(screen);
  };
  const entries = desk.language.entries.filter(({ href }) => isOffered(href, desk));
  return { ...desk, data, open, entries };
}

/** True when this screen has a reader that may be used without asking. */
function useReader(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    const { usb }: { usb?: USB } = navigator;
    if (!usb) return;
    const look = () =>
      void usb.getDevices().then(
        (devices) => setHas(devices.length > 0),
        () => setHas(false),
      );
    look();
    usb.addEventListener('connect', look);
    usb.addEventListener('disconnect', look);
    return () => {
      usb.removeEventListener('connect', look);
      usb.removeEventListener('disconnect', look);
    };
  }, []);
  return has;
}

export function TilesScreen() {
  const desk = useWays();
  const { say, language, go, open, shown } = desk;
  const hasReader = useReader();
  useEffect(() => shown(), []);
  return (
    <>
      <h1>{say('tiles.title')}</h1>
      <ul class="k-tiles">
        {language.tiles
          .filter(({ href }) => isOffered(href, desk))
          .map(({ title, about, href, call }) => (
            <li key={href}>
              <button
                type="button"
                class={call ? 'k-tile k-urgent' : 'k-tile'}
                onClick={() => open(href)}
              >
                <b>{title}</b>
                <span>{about}</span>
                {call && <span class="k-call">{call}</span>}
              </button>
            </li>
          ))}
      </ul>
      <h2>{say('tiles.more')}</h2>
      <ul class="k-tiles">
        {hasReader && (
          <li>
            <button type="button" class="k-tile" onClick={() => go({ kind: 'card' })}>
              <b>{say('tiles.card')}</b>
              <span>{say('tiles.card.about')}</span>
            </button>
          </li>
        )}
        <li>
          <button type="button" class="k-tile" onClick={() => go({ kind: 'kana' })}>
            <b>{say('tiles.kana')}</b>
            <span>{say('tiles.kana.about')}</span>
          </button>
        </li>
      </ul>
      <h2>{say('topics.title')}</h2>
      <ul class="k-tiles">
        {language.topics.map(({ id, title, about }) => (
          <li key={id}>
            <button type="button" class="k-tile" onClick={() => go({ kind: 'topic', id })}>
              <b>{title}</b>
              <span>{about}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function EntryList({ entries }: { entries: readonly IndexEntry[] }) {
  const { say, open } = useWays();
  return (
    <ul class="k-entries">
      {entries.map(({ kind, href, title }) => (
        <li key={href}>
          <button type="button" class="k-way k-inside" onClick={() => open(href)}>
            <small>{say(`kind.${kind}`)}</small>
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** For those who did not find it: counted, without a word about what they looked for. */
function NotFound() {
  const { say, go } = useDesk();
  const give = (screen: Screen) => {
    countFailedSearch(localStorage);
    go(screen);
  };
  return (
    <button type="button" class="k-way" onClick={() => give({ kind: 'staff' })}>
      {say('find.failed')}
    </button>
  );
}

export function TopicScreen({ id }: { id: string }) {
  const { say, language, entries, shown } = useWays();
  const topic = language.topics.find((known) => known.id === id);
  useEffect(() => shown(), []);
  return (
    <>
      <h1>{say('topic.title', { title: topic?.title ?? '' })}</h1>
      <EntryList entries={entries.filter((entry) => entry.topic === id)} />
      <NotFound />
    </>
  );
}

export function KanaScreen({ row }: { row: number | undefined }) {
  const { say, language, entries, go, shown } = useWays();
  const rows = useMemo(() => rowsOf(say('kana.rows')), [language]);
  const lists = useMemo(() => byRow(rows, entries), [rows, entries]);
  useEffect(() => shown(), []);
  if (row !== undefined) {
    return (
      <>
        <h1>{say('kana.list', { kana: rows[row]?.name ?? '' })}</h1>
        <EntryList entries={lists[row] ?? []} />
        <NotFound />
      </>
    );
  }
  return (
    <>
      <h1>{say('kana.title')}</h1>
      <ul class="k-kana">
        {rows.map(({ name }, index) => {
          const count = lists[index]?.length ?? 0;
          return (
            <li key={name}>
              <button
                type="button"
                aria-disabled={count === 0}
                onClick={() => {
                  if (count > 0) go({ kind: 'kana', row: index });
                }}
              >
                <b>{say('kana.row', { kana: name })}</b>
                <span>{count === 0 ? say('kana.none') : say('kana.count', { count })}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <NotFound />
    </>
  );
}
