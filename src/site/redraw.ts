// Floor: site, in the page. Draws anew what has changed, for the small scripts that do without a framework.

/**
 * Has `place` hold what `shown` holds, in that order. What is the same already stays, with its focus: to
 * lay it out again is most of what drawing costs.
 */
export function redraw(place: Element, shown: readonly Node[]): void {
  const rest = [...place.childNodes];
  for (const [at, node] of shown.entries()) {
    const found = findOld(rest, node, shown.slice(at + 1));
    const old = rest[found];
    for (const gone of rest.splice(0, found + 1)) if (gone !== old) gone.remove();
    if (!old) place.insertBefore(node, rest[0] ?? null);
    else if (!old.isEqualNode(node)) redraw(old as Element, [...node.childNodes]);
  }
  for (const old of rest) old.remove();
}

/** Which of the old nodes can become `node`: the same one, or one like it before any that comes later. */
function findOld(rest: readonly Node[], node: Node, later: readonly Node[]): number {
  const same = rest.findIndex((old) => old.isEqualNode(node));
  if (same >= 0) return same;
  const kept = rest.findIndex((old) => later.some((next) => old.isEqualNode(next)));
  return (kept < 0 ? rest : rest.slice(0, kept)).findIndex((old) => isAlike(old, node));
}

/** Whether two elements differ in what they hold only. */
const isAlike = (one: Node, other: Node): boolean =>
  one.nodeType === Node.ELEMENT_NODE && one.cloneNode().isEqualNode(other.cloneNode());
