/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { setTemplateSrv } from '@grafana/runtime';
import { inputsOf, MEASURES, QUERY_SCHEMA_VERSION, type Input } from '@driftline/shared';
import { QueryEditor } from '../../src/datasource/QueryEditor.tsx';
import type { DriftlineQuery } from '../../src/datasource/types.ts';
import { namesOnly, type Names } from './render-fields.tsx';
import { templatesOf } from './templates.ts';

beforeEach(() => setTemplateSrv(templatesOf()));

const LABELS: Record<Input, string> = {
  model: 'Model',
  version: 'Version',
  feature: 'Feature',
  group: 'Group attribute',
  of: 'Distribution of',
  baseline: 'Baseline',
  favorable: 'Favorable class',
  compare: 'Compare groups',
  privileged: 'Reference group',
  average: 'Average',
  quantile: 'Quantile',
  minimumObservations: 'Min. observations',
  minimumGroupSize: 'Min. group size',
  significance: 'Significance',
};

function edit(saved: Omit<DriftlineQuery, 'refId'>, names?: Names) {
  const changes: DriftlineQuery[] = [];
  const onRunQuery = jest.fn();
  function Host() {
    const [query, setQuery] = useState<DriftlineQuery>({ refId: 'A', ...saved });
    const onChange = (next: DriftlineQuery): void => {
      changes.push(next);
      setQuery(next);
    };
    return <QueryEditor datasource={namesOnly(names)} query={query} onChange={onChange} onRunQuery={onRunQuery} />;
  }
  render(<Host />);
  return { changes, onRunQuery };
}

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

test.each(MEASURES.map(({ id }) => id))('of %s it shows the inputs that the measure takes', (measure) => {
  edit({ measure });
  expect(shownInputs()).toEqual(inputsOf({ measure }).sort());
});

test.each(['prediction', 'histogram'] as const)('of a %s it leaves out the names that it does not have', (kind) => {
  const of = kind === 'histogram' ? { kind, selector: 'latency', edges: [1], by: [] } : { kind };
  edit({ measure: 'psi', of, baseline: { kind: 'earlier', offset: '1d' } });
  expect(shownInputs()).toEqual(inputsOf({ measure: 'psi', of }).sort());
});

test('a query without fields is edited as the default', () => {
  edit({});
  expect(screen.getByLabelText<HTMLInputElement>('Measure').value).toBe('PSI');
  expect(screen.getByLabelText<HTMLInputElement>('Window').value).toBe('5m');
  expect(screen.getByTestId('driftline-promql').textContent).toContain('ml_feature_bin');
});

test('a change is asked at once', async () => {
  const { changes, onRunQuery } = edit({ measure: 'throughput' });
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
  const { changes } = edit({
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
  const { changes } = edit({ measure: 'missing-share' });
  await userEvent.click(screen.getByLabelText('Show'));
  await screen.findAllByRole('option');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Value',
    'Observations',
    'Numerator',
    'Wilson interval, lower bound',
    'Wilson interval, upper bound',
    'Excess over the training share',
  ]);
  await userEvent.click(screen.getByRole('option', { name: 'Observations' }));
  expect(changes.at(-1)?.show).toBe('observations');
});

test('names are loaded for the model that is chosen', async () => {
  const choices = jest.fn().mockResolvedValue(['age']);
  const { changes } = edit({ measure: 'psi', where: { model: ['income'] } }, { choices });
  await choose('Feature', 'age');
  expect(choices).toHaveBeenCalledWith('features', { model: ['income'] });
  expect(changes.at(-1)?.where).toEqual({ model: ['income'], feature: ['age'] });
});

test.each([
  ['a measure that does not exist', { measure: 'pis' }, 'There is no measure "pis"'],
  ['a later release', { measure: 'psi', schemaVersion: 99 }, 'update the Driftline plugin'],
])('regression: a query of %s says so, and another measure can be chosen', async (_, saved, sentence) => {
  const { changes } = edit(saved);
  expect(screen.getByRole('alert').textContent).toContain(sentence);
  await chooseMeasure('Throughput');
  expect(changes.at(-1)).toMatchObject({ refId: 'A', measure: 'throughput', schemaVersion: QUERY_SCHEMA_VERSION });
  expect(screen.queryByRole('alert')).toBeNull();
});
