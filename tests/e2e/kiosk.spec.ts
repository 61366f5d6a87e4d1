// The help screen of a counter, by touch: from the attract screen to a code to take home, and until
// nothing of the person is left.
import { expect, test } from './visitor.ts';
import { Desk, readers } from './emulated-usb.ts';
import {
  ADDRESS,
  begin,
  button,
  giveAddress,
  PANELS,
  scanned,
  setUp,
  turned,
  walkToOutcome,
} from './kiosk.ts';

test.use({ hasTouch: true, trace: 'off', serviceWorkers: 'block' });

const ALL = PANELS.flatMap((panel) => [panel, turned(panel)]);
const CARDS = [...Object.keys(readers), 'a sample'];

for (const [index, panel] of ALL.entries()) {
  const card = CARDS[index % CARDS.length] ?? '';
  test.describe(() => {
    test.use({ viewport: { width: panel.width, height: panel.height } });

    test(`from the first touch over a card (${card}) to a code and to nothing, on a ${panel.name} panel`, async ({
      page,
      context,
      baseURL,
    }) => {
      test.setTimeout(60_000);
      const reader = readers[card] ? card : 'RC-S380';
      const desk = new Desk(reader, 'pin-locked');
      if (card === 'a sample') desk.field.card = undefined;
      await desk.attach(page, { permitted: true });
      await giveAddress(page);
      await setUp(page, { pixelsPerMm: panel.pixelsPerMm });
      await page.goto('/kiosk/');
      await begin(page);

      await button(page, /カードを置いて調べる/).tap();
      if (card === 'a sample') {
        await page.getByText('カードがないとき').tap();
        await button(page, /^数字4桁の暗証番号がロックされたカード/).tap();
      }
      const report = page.getByRole('region', { name: '読み取り結果' });
      await expect(report).toContainText('ロック', { timeout: 20_000 });
      await expect(page.getByText('作りものの見本です')).toHaveCount(card === 'a sample' ? 1 : 0);
      expect([desk.asked, ...desk.cards.map(({ attempts }) => attempts)]).toEqual([0, 0]);

      await report.locator('.card-advice a').first().tap();
      // A sample has answered nothing: its guide begins at the beginning.
      if (card === 'a sample') await button(page, '質問を始める').tap();
      await walkToOutcome(page);
      const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

      const code = page.getByRole('img', { name: /QRコード/ });
      const address = await scanned(code);
      expect(address).toMatch(new RegExp(`^${ADDRESS}/guides/locked-pin/[a-z-]+/\\?`));
      const box = await code.boundingBox();
      expect((box?.width ?? 0) / panel.pixelsPerMm).toBeGreaterThanOrEqual(40);
      const phone = await context.request.get(address.replace(ADDRESS, baseURL ?? ''));
      expect(phone.status()).toBe(200);
      expect((await phone.text()).replaceAll('<wbr>', '')).toContain(`>${title}</h1>`);

      await button(page, '終わる').tap();
      await expect(button(page, /画面にさわってください/)).toBeVisible();
      expect(new URL(page.url()).pathname).toBe('/kiosk/');
      expect(desk.device.opened).toBe(false);
    });
  });
}
