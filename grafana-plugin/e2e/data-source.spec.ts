import { expect, test } from '@grafana/plugin-e2e';
import { DATA_SOURCE, STORE } from './names.ts';

test('Save & test says how many models report', async ({ createDataSourceConfigPage, page }) => {
  const settings = await createDataSourceConfigPage({ type: DATA_SOURCE });
  await page.getByLabel('Prometheus URL').fill(STORE);
  await expect(settings.saveAndTest()).toBeOK();
  await expect(settings).toHaveAlert('success', { hasText: /models?, / });
});

test('Save & test fails where no store answers', async ({ createDataSourceConfigPage, page }) => {
  const settings = await createDataSourceConfigPage({ type: DATA_SOURCE });
  await page.getByLabel('Prometheus URL').fill('http://127.0.0.1:1');
  await expect(settings.saveAndTest()).not.toBeOK();
  await expect(settings).toHaveAlert('error');
});
