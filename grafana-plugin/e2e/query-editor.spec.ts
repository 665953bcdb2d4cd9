import { expect, test } from '@grafana/plugin-e2e';
import { DRIFTLINE } from './names.ts';

test('a new query has values for each feature without a choice', async ({ panelEditPage }) => {
  await panelEditPage.datasource.set(DRIFTLINE);
  await panelEditPage.setVisualization('Table');
  await expect(panelEditPage.refreshPanel()).toBeOK();
  await expect(panelEditPage.panel.locator).not.toContainText('No data');
});

test('the measure that is chosen is asked', async ({ panelEditPage, page }) => {
  await panelEditPage.datasource.set(DRIFTLINE);
  const measure = panelEditPage.getQueryEditorRow('A').getByLabel('Measure');
  await measure.fill('Missing');
  const asked = page.waitForRequest((request) => request.postData()?.includes('missing-share') === true);
  await page
    .getByRole('option', { name: /^Missing share/ })
    .first()
    .click();
  await asked;
  await expect(panelEditPage.panel.getErrorIcon()).toHaveCount(0);
});

test('Explore asks the data source', async ({ explorePage }) => {
  await explorePage.datasource.set(DRIFTLINE);
  await expect(explorePage.runQuery()).toBeOK();
});
