import { expect, test } from '@grafana/plugin-e2e';
import { DRIFTLINE } from './names.ts';

test('a query of the data source evaluates in a new alert rule', async ({ alertRuleEditPage }) => {
  await alertRuleEditPage.alertRuleNameField.fill('PSI above 0.25');
  const query = await alertRuleEditPage.getQueryRow('A');
  await query.datasource.set(DRIFTLINE);
  await expect(query.locator.getByLabel('Measure')).toBeVisible();
  await expect(alertRuleEditPage.evaluate()).toBeOK();
});

test('the provisioned rules are there', async ({ page }) => {
  await page.goto('/alerting/list?search=Driftline');
  await expect(page.getByText('Feature drift: PSI above 0.25').first()).toBeVisible();
});
