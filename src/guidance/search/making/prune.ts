// Floor: search, making. Which weights are worth carrying: Optimal Brain Damage (LeCun, Denker, Solla,
// NIPS 2, 1990). Taking a weight out costs about half its square times the curvature of the loss there.

/**
 * Marks the weights that would be missed most, about `keep` of them: equals stay together.
 * @param curvature of the loss at each weight, summed over the examples
 */
export function mostMissed(
  weights: Float64Array,
  curvature: Float64Array,
  keep: number,
): Uint8Array {
  const missed = weights.map((weight, at) => weight ** 2 * (curvature[at] ?? 0));
  const least = missed.toSorted()[Math.max(0, missed.length - Math.round(keep))] ?? 0;
  return Uint8Array.from(missed, (value) => Number(value >= least && value > 0));
}
