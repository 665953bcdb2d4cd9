/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen, waitFor, waitForElementToBeRemoved } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { CoreApp, type PanelData } from '@grafana/data';
import { locationService, setTemplateSrv } from '@grafana/runtime';
import { applicableInputs, QUERY_SCHEMA_VERSION, type Input } from '@driftline/shared';
import { QueryEditor } from '../../src/datasource/QueryEditor.tsx';
import type { RuleValues } from '../../src/datasource/rule-values.ts';
import type { DriftlineQuery } from '../../src/datasource/types.ts';
import { givenDataSources } from './given-data-sources.ts';
import { infoOf, MEASURE_INFOS } from './measure-infos.ts';
import { namesOnly, type Names } from './render-fields.tsx';
import { templatesOf } from './templates.ts';

beforeEach(() => givenDataSources());

const LABELS: Record<Input, string> = {
  model: 'Model',
  version: 'Version',
  feature: 'Feature',
  group: 'Group attribute',
  of: 'Distribution of',
  baseline: 'Compared with',
  favorable: 'Favorable class',
  compare: 'Compare groups',
  privileged: 'Reference group',
  average: 'Average',
  quantile: 'Quantile',
  minimumObservations: 'Min. observations',
  minimumGroupSize: 'Min. group size',
  significance: 'Significance',
  segment: 'Segment',
};

async function edit(saved: Omit<DriftlineQuery, 'refId'>, names?: Names, app?: CoreApp, data?: PanelData) {
  const changes: DriftlineQuery[] = [];
  const onRunQuery = jest.fn();
  const datasource = namesOnly(names);
  function Host() {
    const [query, setQuery] = useState<DriftlineQuery>({ refId: 'A', ...saved });
    const onChange = (next: DriftlineQuery): void => {
      changes.push(next);
      setQuery(next);
    };
    const own = { app, data, datasource, onChange, onRunQuery };
    return <QueryEditor {...own} query={query} />;
  }
  render(<Host />);
  await waitForElementToBeRemoved(() => screen.queryByText('Loading the measures…'));
  return { changes, onRunQuery };
}

/** Options and PromQL are closed until they are wanted. */
const open = (title: 'Options' | 'PromQL'): Promise<void> =>
  userEvent.click(screen.getByRole('button', { name: new RegExp(`^${title}`) }));

const choose = async (label: string, option: string | RegExp): Promise<void> => {
  await userEvent.click(screen.getByLabelText(label));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

/** The list is longer than what is drawn of it. */
const chooseMeasure = async (name: string): Promise<void> => {
  await userEvent.type(screen.getByLabelText('Measure'), name);
  await userEvent.click(await screen.findByRole('option', { name: new RegExp(`^${name}`) }));
};

const shownInputs = (): Input[] =>
  (Object.keys(LABELS) as Input[]).filter((input) => screen.queryByLabelText(LABELS[input]) !== null).sort();

/** A store with a model that has segments. */
const SEGMENTS: Names = { choices: () => Promise.resolve(['country']) };

/** One of those that take the same. */
const MEASURES = [...new Map(MEASURE_INFOS.map(({ id, inputs }) => [inputs.join(), id])).values()];

test.each(MEASURES)('of %s it shows the inputs that the measure takes', async (measure) => {
  await edit({ measure }, SEGMENTS);
  await open('Options');
  await waitFor(() => expect(shownInputs()).toEqual(applicableInputs(infoOf(measure).inputs).sort()));
});

test.each(['prediction', 'histogram'] as const)(
  'of a %s it leaves out the names that it does not have',
  async (kind) => {
    const of = kind === 'histogram' ? { kind, selector: 'latency', edges: [1], by: [] } : { kind };
    await edit({ measure: 'psi', of, baseline: { kind: 'earlier', offset: '1d' } }, SEGMENTS);
    await open('Options');
    await waitFor(() => expect(shownInputs()).toEqual(applicableInputs(infoOf('psi').inputs, of).sort()));
  },
);

test('a query without fields is edited as the default', async () => {
  await edit({});
  expect(screen.getByLabelText<HTMLInputElement>('Measure').value).toBe('PSI');
  await open('Options');
  expect(screen.getByLabelText<HTMLInputElement>('Window').value).toBe('5m');
});

test('a change is asked at once', async () => {
  const { changes, onRunQuery } = await edit({ measure: 'throughput' });
  await open('Options');
  await choose('Window', '1h');
  await userEvent.click(screen.getByRole('radio', { name: 'Instant' }));
  expect(changes.map(({ window, instant }) => [window, instant])).toEqual([
    ['1h', undefined],
    ['1h', true],
  ]);
  expect(onRunQuery).toHaveBeenCalledTimes(2);
});

test('regression: a new measure drops what it does not take', async () => {
  const where = { model: ['income'], feature: ['age'] };
  const { changes } = await edit({
    measure: 'psi',
    where,
    of: { kind: 'features' },
    show: 'critical-value',
    significance: 0.01,
  });
  await chooseMeasure('Throughput');
  expect(changes).toEqual([
    {
      refId: 'A',
      schemaVersion: QUERY_SCHEMA_VERSION,
      measure: 'throughput',
      where: { model: ['income'] },
      window: '5m',
      baseline: { kind: 'reference' },
    },
  ]);
});

test('what is shown is one of what the measure has', async () => {
  const { changes } = await edit({ measure: 'missing-share' });
  await open('Options');
  await userEvent.click(screen.getByLabelText('Show'));
  await screen.findAllByRole('option');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Value',
    'Observations',
    'Numerator',
    'Wilson interval, lower bound',
    'Wilson interval, upper bound',
    'Share of the training data',
    'Excess over the training share',
  ]);
  await userEvent.click(screen.getByRole('option', { name: 'Observations' }));
  expect(changes.at(-1)?.show).toBe('observations');
});

test('names are loaded for the model that is chosen', async () => {
  const choices = jest.fn().mockResolvedValue(['age']);
  const { changes } = await edit({ measure: 'psi', where: { model: ['income'] } }, { choices });
  await choose('Feature', 'age');
  expect(choices).toHaveBeenCalledWith('features', { model: ['income'] }, undefined);
  expect(changes.at(-1)?.where).toEqual({ model: ['income'], feature: ['age'] });
});

test.each([
  ['a measure that does not exist', { measure: 'pis' }, 'There is no measure "pis"'],
  ['a later release', { measure: 'psi', schemaVersion: 99 }, 'update the Driftline plugin'],
])('regression: a query of %s says so, and another measure can be chosen', async (_, saved, sentence) => {
  const { changes } = await edit(saved);
  expect(screen.getByRole('alert').textContent).toContain(sentence);
  await chooseMeasure('Throughput');
  expect(changes.at(-1)).toMatchObject({ refId: 'A', measure: 'throughput', schemaVersion: QUERY_SCHEMA_VERSION });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a table is at the end of the range, whatever the type', async () => {
  const { changes } = await edit({ measure: 'throughput' });
  await open('Options');
  await choose('Format', 'Table');
  expect(changes.at(-1)).toMatchObject({ format: 'table' });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Instant' }).checked).toBe(true);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Range' }).disabled).toBe(true);
  await choose('Format', 'Time series');
  expect(changes.at(-1)).not.toHaveProperty('format');
});

test.each([
  ['psi', ['Time series', 'Table', 'Distribution']],
  ['accuracy', ['Time series', 'Table', 'Confusion matrix']],
  ['throughput', ['Time series', 'Table']],
])('of %s it offers the formats that the measure has', async (measure, names) => {
  await edit({ measure });
  await open('Options');
  await userEvent.click(screen.getByLabelText('Format'));
  await screen.findAllByRole('option');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(names);
});

test('regression: a limit that resolves a rule is not kept for another measure', async () => {
  const { changes } = await edit({ measure: 'psi', resolvedBy: { window: '5m', limit: 0.25 } });
  await chooseMeasure('Accuracy drop');
  expect(changes.at(-1)).toMatchObject({ measure: 'accuracy-drop' });
  expect(changes.at(-1)).not.toHaveProperty('resolvedBy');
});

test('closed options say what is set', async () => {
  await edit({ measure: 'psi', window: '1h', significance: 0.01 });
  expect(screen.getByRole('button', { name: 'Options Window: 1h · Significance: 0.01' })).toBeTruthy();
  expect(screen.queryByLabelText('Significance')).toBeNull();
});

test.each([
  [CoreApp.UnifiedAlerting, false],
  [CoreApp.Explore, true],
])('in %s it offers what depends on a panel: %j', async (app, isOffered) => {
  await edit({ measure: 'throughput' }, {}, app);
  await open('Options');
  await userEvent.type(screen.getByLabelText('Window'), '$__ran');
  expect(await screen.findByRole('option', { name: /\$__ran\b/ })).toBeTruthy();
  const offered = [
    screen.queryByRole('option', { name: '$__range' }),
    screen.queryByRole('radio', { name: 'Instant' }),
    screen.queryByLabelText('Format'),
  ];
  expect(offered.map((element) => element !== null)).toEqual([isOffered, isOffered, isOffered]);
});

test('without the measures it says why', async () => {
  await edit({}, { measures: () => Promise.reject(new Error('The plugin is not running.')) });
  expect(screen.getByRole('alert').textContent).toContain('The plugin is not running.');
});

/** What the panel of a dashboard last asked. */
const ASKED = {
  request: { app: CoreApp.PanelEditor, dashboardUID: 'board', panelId: 4, scopedVars: {} },
} as unknown as PanelData;

const createRule = async (): Promise<void> =>
  userEvent.click(screen.getByRole('button', { name: 'Create alert rule' }));

test("Grafana's editor of alert rules opens with the query as the panel asks it, and leads back", async () => {
  setTemplateSrv(templatesOf({ model: ['income', 'demand'], version: ['1', '2'] }, ['version']));
  locationService.push('/d/board?editPanel=4');
  await edit({ measure: 'psi', where: { model: ['$model'], version: ['$version'] } }, {}, CoreApp.PanelEditor, ASKED);
  await createRule();
  await waitFor(() => expect(locationService.getLocation().pathname).toBe('/alerting/new'));
  const { defaults, returnTo } = locationService.getSearchObject();
  const values = JSON.parse(String(defaults)) as RuleValues;
  expect(returnTo).toBe('/d/board?editPanel=4');
  expect(values.queries[0]).toMatchObject({ model: { measure: 'psi', where: { model: ['income', 'demand'] } } });
  expect(values.annotations).toEqual(
    expect.arrayContaining([
      { key: '__dashboardUid__', value: 'board' },
      { key: '__panelId__', value: '4' },
    ]),
  );
});

test('a rule is not created of a variable without a value', async () => {
  setTemplateSrv(templatesOf());
  locationService.push('/explore');
  await edit({ measure: 'psi', where: { model: ['$model'] } }, {}, CoreApp.Explore);
  await createRule();
  expect((await screen.findByRole('alert')).textContent).toContain('The variable $model has no value here');
  expect(locationService.getLocation().pathname).toBe('/explore');
});

test('in the editor of a rule there is no rule to create', async () => {
  await edit({ measure: 'psi' }, {}, CoreApp.UnifiedAlerting);
  expect(screen.queryByRole('button', { name: 'Create alert rule' })).toBeNull();
});

test('each replica by itself is asked in a panel, and shown wherever it is asked', async () => {
  const { changes } = await edit({ measure: 'psi' });
  await open('Options');
  await userEvent.click(screen.getByLabelText('Each replica'));
  expect(changes.at(-1)?.byReplica).toBe(true);
  await userEvent.click(screen.getByLabelText('Each replica'));
  expect(changes.at(-1)).not.toHaveProperty('byReplica');
});

test.each([
  ['a rule', {}, CoreApp.UnifiedAlerting, 0],
  ['a rule that asks so already', { byReplica: true }, CoreApp.UnifiedAlerting, 1],
  ['bins, which are of all replicas', { format: 'distribution' as const }, CoreApp.Dashboard, 0],
])('the switch for replicas of %s', async (_, saved, app, count) => {
  await edit({ measure: 'psi', ...saved }, {}, app);
  await open('Options');
  expect(screen.queryAllByLabelText('Each replica')).toHaveLength(count);
});
