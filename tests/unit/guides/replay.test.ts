import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockedPin } from '../../../src/guidance/guides/locked-pin.ts';
import { replay } from '../../../src/guidance/guides/replay.ts';
import { tableOf } from '../../../src/guidance/guides/table.ts';
import { readSheet, stateHref } from '../../../src/site/guide/answer-sheet.ts';
import { destination, standingAt } from '../../../src/site/guide/standing.ts';

const table = tableOf(lockedPin);
const upToPhone = {
  problem: 'cannot-enter',
  'whose-card': 'own',
  'which-pin': 'signature',
  'know-four-digit': 'yes',
};

describe('replaying the answers of an address', () => {
  it('stops at the first question without an answer', () => {
    expect(replay(table, upToPhone).at).toBe('phone-signature');
  });

  it('stops at an answer the question does not have', () => {
    const { at, dropped } = replay(table, { ...upToPhone, 'which-pin': 'toString' });
    expect(at).toBe('which-pin');
    expect(dropped).toEqual(['which-pin', 'know-four-digit']);
  });

  it('names answers to questions that are no longer asked', () => {
    const { at, dropped } = replay(table, { ...upToPhone, 'which-pin': 'four-digit' });
    expect(at).toBe('know-signature');
    expect(dropped).toEqual(['know-four-digit']);
  });

  it('does not care in which order the answers stand', () => {
    const reversed = Object.fromEntries(Object.entries(upToPhone).toReversed());
    expect(replay(table, reversed)).toEqual(replay(table, upToPhone));
  });

  it('never throws and never leaves the guide, whatever the address holds', () => {
    const states = [...Object.keys(table.transitions), ...table.outcomes];
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(fc.constantFrom(...states, '__proto__', 'constructor'), fc.string()),
          fc.oneof(fc.constantFrom('yes', 'own', 'unknown', 'cannot-enter'), fc.string()),
        ),
        (sheet) => {
          expect(states).toContain(replay(table, sheet).at);
        },
      ),
    );
  });
});

describe('where a question page stands', () => {
  it('shows the answers before it and keeps its own', () => {
    const standing = standingAt(table, 'which-pin', upToPhone);
    expect(standing.trail.map(({ question }) => question)).toEqual(['problem', 'whose-card']);
    expect(standing.chosen).toBe('signature');
    expect(standing.midway).toBe(false);
  });

  it('is midway when the answers do not lead to it', () => {
    const standing = standingAt(table, 'phone-signature', { 'phone-signature': 'yes' });
    expect(standing).toMatchObject({ midway: true, trail: [], chosen: 'yes', dropped: [] });
  });

  it('does not speak of keys that were never questions', () => {
    expect(standingAt(table, 'problem', { utm_source: 'x' }).dropped).toEqual([]);
  });
});

describe('where an answer leads', () => {
  it('goes past later questions whose answers still apply', () => {
    const standing = standingAt(table, 'whose-card', { ...upToPhone, 'whose-card': 'own' });
    expect(destination(table, 'whose-card', 'own', standing).state).toBe('phone-signature');
  });

  it('hands a question the answers that no longer apply, so that it can name them', () => {
    const standing = standingAt(table, 'which-pin', upToPhone);
    const { state, sheet } = destination(table, 'which-pin', 'four-digit', standing);
    expect(state).toBe('know-signature');
    expect(standingAt(table, state, sheet).dropped).toEqual(['know-four-digit']);
  });

  it('gives an outcome only the answers that led there', () => {
    const standing = standingAt(table, 'whose-card', upToPhone);
    const { state, sheet } = destination(table, 'whose-card', 'proxy', standing);
    expect(state).toBe('counter-proxy');
    expect(sheet).toEqual({ problem: 'cannot-enter', 'whose-card': 'proxy' });
  });

  it('follows the one answer when the question was opened by itself', () => {
    const standing = standingAt(table, 'phone-signature', {});
    expect(destination(table, 'phone-signature', 'no', standing)).toEqual({
      state: 'counter',
      sheet: { 'phone-signature': 'no' },
    });
  });
});

describe('answers in an address', () => {
  it('reads back what it wrote', () => {
    const href = stateHref('/guides/locked-pin/', 'which-pin', upToPhone);
    expect(href).toMatch(/^\/guides\/locked-pin\/which-pin\/\?problem=cannot-enter&/);
    expect(readSheet(href.slice(href.indexOf('?')))).toEqual(upToPhone);
  });

  it('adds no question mark without answers', () => {
    expect(stateHref('/g/', 'a', {})).toBe('/g/a/');
  });
});
