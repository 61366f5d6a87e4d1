import { expect, test } from './visitor.ts';
import type { Page } from '@playwright/test';

const BASE = '/guides/locked-pin/';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function answer(page: Page, label: string | RegExp): Promise<void> {
  const question = await heading(page).textContent();
  await page.getByRole('radio', { name: label }).check();
  await page.getByRole('button', { name: '次へ進む' }).click();
  await expect(heading(page)).not.toHaveText(question ?? '');
}

async function answerUpToPhone(page: Page): Promise<void> {
  await page.goto(`${BASE}problem/`);
  await answer(page, /暗証番号を忘れた/);
  await answer(page, /自分のカード/);
  await answer(page, /^英数字6〜16文字/);
  await answer(page, /はい、分かる/);
}

test.describe('with a form', () => {
  test('a locked signature PIN leads to the store that can reset it', async ({ page }) => {
    await answerUpToPhone(page);
    await answer(page, /はい、ある/);
    await answer(page, /期限は切れておらず/);
    await expect(page).toHaveURL(new RegExp(`${BASE}store-signature/\\?problem=cannot-enter&`));
    await expect(heading(page)).toContainText('コンビニのコピー機');
    for (const part of [
      'いますること',
      'どこで・いつ',
      '持っていくもの',
      '費用と時間',
      '代わりの人が行くとき',
      'うまくいかないとき',
      '出典と確認した日',
    ]) {
      await expect(page.getByRole('heading', { level: 2, name: part })).toBeVisible();
    }
    await expect(page.locator('script')).toHaveCount(0);
  });

  test('the answers so far are shown, each with a way to change it', async ({ page }) => {
    await answerUpToPhone(page);
    const answers = page.getByRole('region', { name: 'あなたの答え' });
    await expect(answers.getByRole('term')).toHaveCount(4);
    await expect(answers).toContainText('自分のカード');
    await answers.getByRole('link', { name: /どの暗証番号ですか.*変更/ }).click();
    await expect(page.getByRole('radio', { name: /^英数字6〜16文字/ })).toBeChecked();
  });

  test('changing an early answer keeps the later ones that still apply', async ({ page }) => {
    await answerUpToPhone(page);
    await page.getByRole('link', { name: /どんなことで困っていますか.*変更/ }).click();
    await page.getByRole('button', { name: '次へ進む' }).click();
    await expect(page).toHaveURL(/phone-signature/);
    await expect(page.getByRole('status')).toHaveCount(0);
  });

  test('changing an early answer names the later ones that no longer apply', async ({ page }) => {
    await answerUpToPhone(page);
    await page.getByRole('link', { name: /どの暗証番号ですか.*変更/ }).click();
    await answer(page, /数字4桁（コンビニ/);
    await expect(page).toHaveURL(/know-signature/);
    await expect(page.getByRole('status')).toContainText('数字4桁の暗証番号は分かりますか');
    await expect(page).not.toHaveURL(/know-four-digit/);
  });

  test('Back returns to the question with the choice kept', async ({ page }) => {
    await answerUpToPhone(page);
    await page.goBack();
    await expect(heading(page)).toHaveText('数字4桁の暗証番号は分かりますか');
    await expect(page.getByRole('radio', { name: /はい、分かる/ })).toBeChecked();
    await page.goForward();
    await expect(page).toHaveURL(/phone-signature/);
  });

  test('Back from an outcome returns to the last question', async ({ page }) => {
    await page.goto(`${BASE}problem/`);
    await answer(page, /失効しています/);
    await page.goBack();
    await expect(page.getByRole('radio', { name: /失効しています/ })).toBeChecked();
  });

  test('starting again forgets the answers', async ({ page }) => {
    await answerUpToPhone(page);
    await page.getByRole('link', { name: '最初からやり直す' }).click();
    await expect(page).toHaveURL(`${BASE}problem/`);
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(page.getByRole('link', { name: '最初からやり直す' })).toHaveCount(0);
  });

  test('going on without an answer says what to do and loses nothing', async ({ page }) => {
    await page.goto(`${BASE}whose-card/?problem=cannot-enter`);
    await page.getByRole('button', { name: '次へ進む' }).click();
    const summary = page.locator('.error-summary');
    await expect(summary).toBeFocused();
    await expect(page).toHaveTitle(/^答えが選ばれていません: /);
    await summary.getByRole('link').click();
    await expect(page.getByRole('radio').first()).toBeFocused();
    await expect(page).toHaveURL(/problem=cannot-enter/);
  });

  test('choosing an answer changes nothing else', async ({ page }) => {
    await page.goto(`${BASE}problem/`);
    const before = page.url();
    await page.getByRole('radio').first().check();
    expect(page.url()).toBe(before);
    await expect(heading(page)).toHaveText('どんなことで困っていますか');
  });

  test('a wrong or stale answer in the address is dropped', async ({ page }) => {
    await page.goto(`${BASE}whose-card/?problem=cannot-enter&whose-card=nobody&utm_source=x`);
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(page.getByRole('status')).toContainText('だれのカードですか');
    await expect(page).toHaveURL(`${BASE}whose-card/?problem=cannot-enter`);
  });

  test('a question opened by itself still leads on', async ({ page }) => {
    await page.goto(`${BASE}phone-signature/`);
    await expect(page.getByRole('link', { name: '最初の質問から答える' })).toBeVisible();
    await answer(page, /いいえ、ない/);
    await expect(page).toHaveURL(/\/counter\//);
  });

  test('the whole way can be walked with the keyboard alone', async ({ page }) => {
    await page.goto(`${BASE}problem/`);
    await expect(page.getByRole('button', { name: '次へ進む' })).toBeVisible();
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio').nth(1)).toBeChecked();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: '次へ進む' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/check-before-retry/);
  });

  test('an answer marked before the script has come stays marked', async ({ page }) => {
    let release = () => {};
    const marked = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/_astro/page.*.js', async (route) => {
      await marked;
      await route.continue();
    });
    await page.goto(`${BASE}problem/`, { waitUntil: 'commit' });
    const second = page.locator('input[type=radio]').nth(1);
    await second.focus();
    await page.keyboard.press('Space');
    release();
    await expect(page.getByRole('button', { name: '次へ進む' })).toBeVisible();
    await expect(second).toBeChecked();
  });

  test('nothing moves when the links become a form', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(globalThis, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          Object.assign(globalThis, {
            shift: Reflect.get(globalThis, 'shift') + Reflect.get(entry, 'value'),
          });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${BASE}which-pin/`, { waitUntil: 'networkidle' });
    await expect(page.getByRole('radio')).toHaveCount(6);
    const shift = await page.evaluate(() => Reflect.get(globalThis, 'shift') as number);
    expect(shift).toBeLessThan(0.1);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each answer is a link, down to what to do', async ({ page }) => {
    await page.goto(BASE);
    await page.getByRole('link', { name: '質問を始める' }).click();
    const main = page.getByRole('main');
    for (const name of [
      /暗証番号を忘れた、/,
      /自分のカード/,
      /数字4桁（コンビニ/,
      /はい、分かる/,
      /はい、ある/,
      /期限は切れておらず/,
    ]) {
      await main.getByRole('link', { name }).click();
    }
    await expect(page).toHaveURL(`${BASE}store-four-digit/`);
    await expect(main).toContainText('セブン-イレブン');
    await expect(main).toContainText('ローソンやファミリーマートでは、数字4桁は直せません');
  });

  test('「わからない」 has its help on the page', async ({ page }) => {
    await page.goto(`${BASE}which-pin/`);
    const help = page.getByText('わからないときは');
    await help.click();
    await expect(page.locator('.help-unknown')).toContainText('署名用');
  });

  test('things to bring can be ticked', async ({ page }) => {
    await page.goto(`${BASE}counter/`);
    const card = page.getByRole('checkbox', { name: 'マイナンバーカード' });
    await card.check();
    await expect(card).toBeChecked();
  });

  // The browser itself keeps the ticks for the tab: no script, no storage of ours.
  test('ticks stay through a visit to another page and Back', async ({ page }) => {
    await page.goto(`${BASE}counter/`);
    const card = page.getByRole('checkbox', { name: 'マイナンバーカード' });
    const others = page.locator('.part-bring input').nth(1);
    await card.check();
    await page.getByRole('navigation').getByRole('link', { name: 'よくある質問' }).click();
    await expect(heading(page)).toHaveText('よくある質問');
    await page.goBack();
    await expect(card).toBeChecked();
    await expect(others).not.toBeChecked();
  });

  test('a drawing shows what to look for; its caption says the same', async ({ page }) => {
    await page.goto('/guides/expiry/status/');
    await page.getByText('わからないときは').click();
    await expect(page.locator('.drawing svg')).toBeVisible();
    await expect(page.getByRole('figure')).toContainText('印刷してある日付: カードの期限');
  });
});
