import { expect, test } from '@grafana/plugin-e2e';
import { APP } from './names.ts';

test('Models lists the models of the demo, and a model opens on its overview', async ({ gotoAppPage, page }) => {
  await gotoAppPage({ pluginId: APP, path: '/models' });
  await expect(page.getByRole('link', { name: 'demand', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'income', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'income' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Overview' })).toHaveAttribute('aria-selected', 'true');
});

for (const tab of ['drift', 'data-quality', 'performance', 'fairness', 'versions', 'serving', 'alerts']) {
  test(`the tab ${tab} of a model loads`, async ({ gotoAppPage, page }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await gotoAppPage({ pluginId: APP, path: `/models/income/${tab}` });
    await expect(page.getByRole('heading', { name: 'income' })).toBeVisible();
    await expect(page.getByRole('table').first()).toBeVisible();
    expect(faults).toEqual([]);
  });
}
