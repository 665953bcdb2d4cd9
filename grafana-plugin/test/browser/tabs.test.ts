import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { query, type Store } from '@driftline/local-store';
import { waitUntil } from '@driftline/local-store/testing';
import { DEFAULT_ALERTS, type MeasureQuery } from '@driftline/shared';
import { describeInBrowser } from './describe-in-browser.ts';
import { givenAlerting } from './given-alerting.ts';
import type { Given } from './given-page.ts';
import { recordedModels, recordedRegression } from './recorded-models.ts';
import { cellText, expectNear, numberIn } from './shown-values.ts';

const TABS_WITH_TABLES = ['drift', 'data-quality', 'performance', 'fairness', 'versions', 'serving', 'alerts'];

const SETTING = {
  history: (now: number) => [...recordedModels(now), ...recordedRegression(now)],
  workbench: { alerting: () => givenAlerting(Date.now()) },
};

describeInBrowser('the tabs of a model against the store', SETTING, story);

function story(given: Given): void {
  let store: Store;
  let page: Page;

  beforeAll(() => {
    ({ store, page } = given);
  });

  const open = (tab: string, model = 'income'): Promise<void> =>
    given.open(`/a/driftline-model-app/models/${model}/${tab}?from=now-6h&to=now&theme=dark`);

  /** What the store says of a measure over the window of the page. */
  const stored = (asked: Partial<MeasureQuery>): Promise<number> =>
    given.stored({ window: '1h', where: { model: ['income'], version: ['1.4.0'] }, ...asked });

  const cell = (table: string, texts: readonly string[], column: string): Promise<string> =>
    cellText(page, table, texts, column);
  const near = (shown: string, expected: number): void => expectNear(numberIn(shown), expected);

  test('Performance: classes, labels and scores of the store', async () => {
    await open('performance');
    near(
      await cell('Classes', ['>50K favorable', '1.4.0'], 'Precision'),
      100 * (await stored({ measure: 'precision' })),
    );
    near(
      await cell('Classes', ['<=50K', '1.4.0'], 'Recall'),
      100 * (await stored({ measure: 'recall', favorable: '<=50K' })),
    );
    near(await cell('Labels', ['1.4.0'], 'Labels'), await stored({ measure: 'accuracy', show: 'observations' }));
    near(
      await cell('Labels', ['1.4.0'], 'Median delay'),
      (await stored({ measure: 'label-delay', quantile: 0.5 })) / 60,
    );
    near(await cell('Scores', ['ROC AUC', '1.4.0'], 'Value'), await stored({ measure: 'roc-auc' }));
    near(await cell('Scores', ['Brier score', '1.4.0'], 'Value'), await stored({ measure: 'brier-score' }));
    const expected = 'Expected before labels arrive';
    near(
      await cell(expected, ['Accuracy', '1.4.0'], 'Expected'),
      100 * (await stored({ measure: 'estimated-accuracy' })),
    );
    near(
      await cell(expected, ['Recall', '1.4.0'], 'Held-out data'),
      100 * (await stored({ measure: 'estimated-recall', show: 'training' })),
    );
    near(await cell(expected, ['ROC AUC', '1.4.0'], 'Expected'), await stored({ measure: 'estimated-roc-auc' }));
    const suspect = (feature: string, column: string): Promise<string> =>
      cell('Suspects of a drop', [feature, '1.4.0'], column);
    const ofAge = { where: { model: ['income'], version: ['1.4.0'], feature: ['age'] } };
    near(await suspect('age', 'Suspicion'), await stored({ measure: 'suspicion', ...ofAge }));
    near(await suspect('age', 'Moved'), 100 * (await stored({ measure: 'total-variation', ...ofAge })));
    near(await suspect('age', 'Importance'), 0.5);
    near(
      await cell('Performance', ['Prior shift', '1.4.0'], 'Value'),
      100 * (await stored({ measure: 'prior-shift' })),
    );
    // The matrix is that of a version that still predicts, and lines are told apart by what they are of.
    await page.getByText('Error 1.4.0 >50K', { exact: true }).waitFor();
    await expect(page.getByText('income version 1.3.0').count()).resolves.toBe(0);
  });

  test('Serving: errors by type', async () => {
    await open('serving');
    await page.getByText(/ of the predictions of 1\.[45]\.0(-rc)? fail with TimeoutError\.$/).waitFor();
    const where = { model: ['income'], version: ['1.4.0'] };
    const count = await query(
      store.url,
      'sum(increase(ml_prediction_duration_count{ml_model_name="income", ml_model_version="1.4.0", error_type="TimeoutError"}[1h]))',
    );
    near(await cell('Errors by type', ['TimeoutError', '1.4.0'], 'Errors'), count[0]?.value ?? NaN);
    near(
      await cell('Errors by type', ['TypeError', '1.4.0'], 'Predictions'),
      await stored({ measure: 'error-share', show: 'observations', where }),
    );
    // Lines of quantiles and errors are told apart by what they are of.
    for (const legend of ['p99 1.4.0', '1.4.0 TimeoutError']) await page.getByText(legend, { exact: true }).waitFor();
  });

  test('Versions: the newest against the busiest, measure by measure', async () => {
    await open('versions');
    await page
      .getByText(
        /^1\.5\.0-rc gets 5\.\d+ % of the predictions\. Against 1\.4\.0: 3 better \(.*\), none worse, \d+ within noise: a case for promoting it\.$/,
      )
      .waitFor();
    expect(await cell('Measures by version', ['PSI', 'age'], 'Difference')).toContain('better');
    near(await cell('Measures by version', ['accuracy'], '1.5.0-rc'), 85);
    near(
      await cell('PSI between two versions', ['age'], 'PSI between the two'),
      await stored({
        measure: 'psi',
        where: { model: ['income'], version: ['1.5.0-rc'], feature: ['age'] },
        baseline: { kind: 'version', version: '1.4.0' },
      }),
    );
    // A link keeps what is compared.
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('var-candidate'), searchParams.get('var-against')]).toEqual(['1.5.0-rc', '1.4.0']);
  });

  test('Serving: each replica by itself', async () => {
    await open('serving');
    await page.getByRole('combobox', { name: /By/ }).click();
    await page.getByRole('option', { name: 'version and replica' }).click();
    await page.getByRole('columnheader', { name: 'Replica' }).first().waitFor();
    const rate = await query(
      store.url,
      'rate(ml_prediction_duration_count{instance="replica-1:9464", ml_model_name="income", ml_model_version="1.4.0", error_type=""}[1h]) * 1.005',
    );
    near(await cell('Serving by version', ['1.4.0', 'replica-1:9464'], 'Predictions'), rate[0]?.value ?? NaN);
    await page.getByText('p99 1.4.0 replica-2:9464', { exact: true }).waitFor();
  });

  test('Fairness: the accuracy of each group', async () => {
    await open('fairness');
    await page.getByRole('combobox', { name: /Measure/ }).click();
    await page.getByRole('option', { name: 'Accuracy' }).click();
    await page.getByText('sex Female 1.4.0', { exact: true }).first().waitFor();
    await waitUntil(
      'the accuracy of women',
      () => cell('Groups', ['Female', '1.4.0'], 'Rate'),
      (text) => numberIn(text) > 80,
    );
    near(await cell('Groups', ['Female', '1.4.0'], 'Rate'), 90);
    near(await cell('Groups', ['Male reference', '1.4.0'], 'Rate'), 80);
  });

  test('Fairness: another comparison over time, which a link keeps and a dashboard gets', async () => {
    await page.getByText('Disparate impact over time', { exact: true }).waitFor();
    await page.getByRole('combobox', { name: /Comparison/ }).click();
    await page.getByRole('option', { name: 'Demographic parity difference' }).click();
    await page.getByText('Demographic parity difference over time', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('var-comparison')).toBe('demographic-parity-difference');
    await page.getByRole('button', { name: 'Add to dashboard' }).click();
    await page.getByRole('menuitem', { name: 'income: Demographic parity difference over time' }).click();
    expect(JSON.parse(await page.getByTestId('added-panel').innerText())).toMatchObject({
      type: 'driftline-drift-panel',
      targets: [{ measure: 'demographic-parity-difference', where: { model: ['income'] } }],
    });
    await page.keyboard.press('Escape');
  });

  test('regression: tables of a window of 800 pixels show what matters without scrolling sideways', async () => {
    const wide = page.viewportSize();
    await page.setViewportSize({ width: 800, height: 900 });
    const scrolling: string[] = [];
    for (const address of ['', ...TABS_WITH_TABLES.map((tab) => `/income/${tab}`)]) {
      await given.open(`/a/driftline-model-app/models${address}?from=now-6h&to=now&theme=dark`);
      await page.getByRole('table').first().waitFor();
      const tables = await page
        .locator('table')
        .evaluateAll((all) =>
          all
            .filter(({ parentElement }) => (parentElement?.scrollWidth ?? 0) > (parentElement?.clientWidth ?? 0))
            .map((table) => table.getAttribute('aria-label') ?? ''),
        );
      scrolling.push(...tables);
    }
    expect(scrolling).toEqual([]);
    if (wide !== null) await page.setViewportSize(wide);
  });

  test('Data quality: problems beside their share in training', async () => {
    await open('data-quality');
    near(
      await cell('Problems', ['occupation', '1.4.0', 'Missing'], 'Now'),
      100 *
        (await stored({
          measure: 'missing-share',
          where: { model: ['income'], version: ['1.4.0'], feature: ['occupation'] },
        })),
    );
    expect(await cell('Problems', ['occupation', '1.4.0', 'Missing'], 'In training')).toBe('0.2 %');
    // Five points of what is not missing in training.
    expect(await cell('Problems', ['occupation', '1.4.0', 'Missing'], 'Limit')).toBe('5.19 %');
    expect(await cell('Problems', ['occupation', '1.4.0', 'Missing'], 'Since')).toMatch(/ago$/);
  });

  test('Overview: an alert stands beside the status of the areas', async () => {
    await open('overview');
    await page.getByRole('img', { name: /^Alert firing: Feature drift: PSI of income, since / }).waitFor();
  });

  test('Alerts: rules with the limits of the model as a file', async () => {
    await open('alerts');
    await page.getByRole('button', { name: 'Limits of this model…' }).click();
    await page.getByLabel(/^Latency/).fill('0.5');
    await page.getByRole('button', { name: 'Use these limits' }).click();
    await page.getByRole('cell', { name: '> 500 ms' }).waitFor();
    expect(new URL(page.url()).searchParams.get('limits')).toBe('latency-quantile:0.5');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export all as provisioning file…' }).click();
    const file = JSON.parse(await readFile(await (await saved).path(), 'utf8')) as {
      readonly groups: readonly { readonly rules: readonly { readonly title: string; readonly data: unknown }[] }[];
    };
    const rules = file.groups[0]?.rules ?? [];
    expect(rules).toHaveLength(DEFAULT_ALERTS.length);
    expect(JSON.stringify(rules.find(({ title }) => title === 'Latency of income')?.data)).toContain('"params":[0.5]');
  });

  test('Performance of a regression: its errors, and how they are distributed', async () => {
    await open('performance', 'rental');
    await page.getByText(/^Predictions of 3\.1\.0 are off by 5\.6 on average .*, with a bias of \+1\.5\.$/).waitFor();
    const where = { model: ['rental'], version: ['3.0.0'] };
    near(
      await cell('Performance', ['Root mean squared error', '3.0.0'], 'Value'),
      await stored({ measure: 'root-mean-squared-error', where }),
    );
    near(await cell('Performance', ['R²', '3.0.0'], 'Value'), await stored({ measure: 'r-squared', where }));
    near(await cell('Residuals by prediction', ['≤50', '3.0.0'], 'Mean residual'), 0.5);
    // The bins are those that the store has of the errors.
    await page.locator('text', { hasText: '(10, 20]' }).first().waitFor();
    await expect(page.getByText('RMSE 3.1.0', { exact: true }).count()).resolves.toBe(1);
  });
}
