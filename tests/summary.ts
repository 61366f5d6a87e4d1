// The last line of `npm test`: how many tests of all kinds ran, counted from the runners' reports.
import { readFileSync } from 'node:fs';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; skipped: number; flaky: number };
}

const report = <T>(name: string): T =>
  JSON.parse(readFileSync(`test-results/${name}.json`, 'utf8')) as T;

let passed = 0;
let failed = 0;
let skipped = 0;

for (const name of ['unit', 'site']) {
  const { numPassedTests, numFailedTests, numPendingTests } = report<VitestReport>(name);
  passed += numPassedTests;
  failed += numFailedTests;
  skipped += numPendingTests;
}
const { stats } = report<PlaywrightReport>('e2e');
passed += stats.expected;
failed += stats.unexpected + stats.flaky;
skipped += stats.skipped;

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
if (failed > 0 || passed === 0) process.exitCode = 1;
