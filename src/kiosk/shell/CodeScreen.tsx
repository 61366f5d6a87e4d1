// Floor: kiosk shell. A code to scan, in large: of a page of this site, or of one elsewhere.
import { useEffect } from 'preact/hooks';
import { Code } from './Code.tsx';
import { useDesk } from './context.ts';

export function CodeScreen({ address, title }: { address: string; title: string }) {
  const { say, data, shown } = useDesk();
  const isOurs = address.startsWith('/');
  const full = isOurs ? data.siteUrl && new URL(address, data.siteUrl).href : address;
  useEffect(() => shown(true), []);
  return (
    <div class="k-code-screen">
      <h1>{say('code.title')}</h1>
      <p>
        <b>{title}</b>
      </p>
      <p>{say(isOurs ? 'code.page' : 'code.outside')}</p>
      {full === undefined ? (
        <p>{say('code.none')}</p>
      ) : (
        <>
          <p>{say('code.how')}</p>
          <Code address={full} />
        </>
      )}
    </div>
  );
}
