/** A small part of `npm run fuzz`, at every test run. */
import { describe, expect, it } from 'vitest';
import { properties } from '../../fuzz/properties.ts';

const INPUTS = 20_000;

describe('every parser, for every input', () => {
  it('has its share of the inputs', () => {
    expect(properties.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  });

  it.each(properties)('$name: ends with an answer or a named failure', async ({ share, check }) => {
    await check((INPUTS * share) / 100);
  });
});
