import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { MODELS, pageOf, tabOf } from '../../src/common/addresses.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import type { Given } from './given-page.ts';
import { recordedModels } from './recorded-models.ts';

describeInBrowser('the journeys of two readers, with their clicks counted', { history: recordedModels }, story);

/** A person at a page, who is counted each click. */
class Reader {
  clicks = 0;

  async click(what: Locator): Promise<void> {
    await what.click();
    this.clicks += 1;
  }
}

function story(given: Given): void {
  const { open } = given;
  let page: Page;

  beforeAll(() => {
    ({ page } = given);
  });

  test('woken at night: from the link of the alert to the bins of the feature that moved, in three clicks at most', async () => {
    const reader = new Reader();
    await open(pageOf({ model: ['income'] }, tabOf('drift')));
    await page.getByText('1 of 3 features is beyond its limit: age.').waitFor();
    await reader.click(page.getByRole('row', { name: /age 1\.4\.0/ }));
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('table', { name: 'Bins' }).waitFor();

    // How much, since when, and one replica or all.
    const sentence = await drawer.getByText(/^PSI of 1\.4\.0 is/).innerText();
    expect(sentence).toMatch(/is 0\.\d+ \(limit 0\.25, .*\), beyond its limit for .+, on both replicas\.$/);
    const bin = await drawer.getByRole('row', { name: /\(45, 60\]/ }).innerText();
    expect(bin.split(/\s*\t\s*/).slice(0, 4)).toEqual(['(45, 60]', '1.4.0', '20 %', expect.stringMatching(/^3[5-7]/)]);
    const chart = drawer.getByTestId('driftline-distribution');
    await chart.locator('g[data-bin]').first().waitFor();
    await expect(chart.locator('g[data-bin]').count()).resolves.toBe(5);
    // Whether a version changed.
    await expect(
      drawer.getByRole('region', { name: 'Where: PSI by version' }).getByRole('listitem').allInnerTexts(),
    ).resolves.toEqual([expect.stringMatching(/^1\.4\.0/), expect.stringMatching(/^1\.5\.0-rc/)]);
    expect(reader.clicks).toBeLessThanOrEqual(3);
  });

  test('on Monday: from Models to a file of the bins against last week, in five clicks at most', async () => {
    const reader = new Reader();
    await open(MODELS);
    await reader.click(page.getByRole('link', { name: /^Drift of demand/ }));
    await reader.click(page.getByRole('row', { name: /temperature 2\.0\.1/ }));
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('columnheader', { name: 'A week earlier' }).waitFor();
    const saved = page.waitForEvent('download');
    await reader.click(drawer.getByRole('button', { name: 'CSV' }).first());
    const download = await saved;
    expect(download.suggestedFilename()).toBe('demand-temperature-bins.csv');
    const [titles, ...rows] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(titles).toBe('Bin,Version,Training data,A week earlier,Live,n,Contribution to PSI');
    expect(rows).toHaveLength(3);
    const numbers = rows.map((row) => row.split(',').slice(-5, -2).map(Number));
    for (const side of [0, 1, 2]) {
      expect(numbers.reduce((sum, shares) => sum + (shares[side] ?? NaN), 0)).toBeCloseTo(1, 6);
    }
    expect(reader.clicks).toBeLessThanOrEqual(5);
  });
}
