import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    env: { TZ: 'America/Los_Angeles' },
    // A test says what the code does, not how fast this machine is: only one that hangs is to fail.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'site', include: ['tests/{site,operate}/**/*.test.ts'] } },
    ],
  },
});
