// What the tests of the search look at: the box and the list under it.
import type { Locator, Page } from '@playwright/test';

export const box = (page: Page): Locator =>
  page.getByRole('searchbox', { name: 'ことばを入れてさがす' });

export const results = (page: Page): Locator => page.getByRole('list', { name: '検索結果' });
