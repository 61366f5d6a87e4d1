/**
 * `npm run fuzz`: every property over at least a million inputs in all (FUZZ_INPUTS to change it).
 * Prints how many, how long, and how much memory was left in use. Fails on the first defect, with its seed.
 */
import { properties } from './properties.ts';

const total = Number(process.env['FUZZ_INPUTS'] ?? 1_000_000);
const LARGEST_GROWTH_MB = 50;

/** Megabytes in use after collecting what nobody holds any more. */
function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const before = heap();
let inputs = 0;
for (const { name, share, check } of properties) {
  const runs = Math.ceil((total * share) / 100);
  const start = performance.now();
  await check(runs);
  inputs += runs;
  const seconds = (performance.now() - start) / 1000;
  console.log(`${name}: ${runs} inputs, ${seconds.toFixed(1)} s`);
}
const growth = heap() - before;
console.log(`fuzz: ${inputs} inputs, no defect, heap grew by ${growth.toFixed(0)} MB`);
if (growth > LARGEST_GROWTH_MB) throw new Error('memory grows with the inputs');
