// Floor: kiosk shell. An address as a code to scan, with the address in letters for those who
// cannot. Black on white in every contrast: cameras need that.
import { useMemo } from 'preact/hooks';
import { qrDrawing, type QrDrawing } from '../../site/qr.ts';
import { useDesk } from './context.ts';

/** The drawing, or undefined for an address longer than a code holds. */
function drawingOf(address: string): QrDrawing | undefined {
  try {
    return qrDrawing(address);
  } catch {
    return undefined;
  }
}

export function Code({ address }: { address: string }) {
  const { say } = useDesk();
  const drawing = useMemo(() => drawingOf(address), [address]);
  return (
    <figure class="k-code">
      {drawing ? (
        <svg
          role="img"
          aria-label={say('code.label', { address })}
          viewBox={`0 0 ${drawing.size} ${drawing.size}`}
        >
          <path fill="#fff" d={`M0 0h${drawing.size}v${drawing.size}h-${drawing.size}z`} />
          <path class="k-dark" fill="#000" shape-rendering="crispEdges" d={drawing.path} />
        </svg>
      ) : (
        <p>{say('code.too-long')}</p>
      )}
      <figcaption>{address}</figcaption>
    </figure>
  );
}
