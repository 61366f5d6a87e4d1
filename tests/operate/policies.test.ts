// The operator's files name exactly the readers that the registry knows, and nothing that is no JSON.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drivers } from '../../src/card/readers/registry.ts';

interface Policy extends Record<string, unknown> {
  readonly WebUsbAllowDevicesForUrls: readonly {
    readonly devices: readonly { readonly vendor_id: number; readonly product_id: number }[];
    readonly urls: readonly string[];
  }[];
  readonly URLBlocklist: readonly string[];
  readonly URLAllowlist: readonly string[];
}

/** Readers by their own ids. Those known by their class alone cannot stand in a policy: WebUSB
 * protects that class, and no policy lifts it. */
const readers = drivers
  .flatMap(({ filters }) => filters)
  .flatMap(({ vendorId, productId }) =>
    vendorId === undefined || productId === undefined ? [] : [`${vendorId}:${productId}`],
  )
  .sort();

const policy = (name: string): Policy =>
  JSON.parse(readFileSync(`docs/operate/${name}-policy.json`, 'utf8')) as Policy;

describe.each(['chromium', 'edge'])('the policy for %s', (name) => {
  const found = policy(name);

  it('permits exactly the readers of the registry', () => {
    const [rule, ...more] = found.WebUsbAllowDevicesForUrls;
    expect(more).toEqual([]);
    expect(readers.length).toBeGreaterThan(6);
    expect(rule?.devices.map((one) => `${one.vendor_id}:${one.product_id}`).sort()).toEqual(
      readers,
    );
  });

  it('lets the screen to its own address only, and the readers to no other', () => {
    expect(found.URLBlocklist).toEqual(['*']);
    expect(found.URLAllowlist).toEqual(found.WebUsbAllowDevicesForUrls[0]?.urls);
    expect(found['DownloadRestrictions']).toBe(3);
    expect(found['DeveloperToolsAvailability']).toBe(2);
  });

  it('clears nothing that the screen lives on: its settings and the pages kept for a cut line', () => {
    expect(found['IdleTimeoutActions']).not.toContain('clear_cookies_and_other_site_data');
    expect(found).not.toHaveProperty('ForceEphemeralProfiles');
  });
});

describe('the udev rules', () => {
  it('name exactly the readers of the registry', () => {
    const rules = readFileSync('docs/operate/70-card-readers.rules', 'utf8');
    const named = [...rules.matchAll(/idVendor\}=="([0-9a-f]{4})".*idProduct\}=="([0-9a-f]{4})"/g)];
    expect(
      named
        .map(([, vendor = '', product = '']) => `${parseInt(vendor, 16)}:${parseInt(product, 16)}`)
        .sort(),
    ).toEqual(readers);
  });
});
