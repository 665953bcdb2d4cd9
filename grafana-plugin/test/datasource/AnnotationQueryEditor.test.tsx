/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen, waitForElementToBeRemoved } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { AnnotationQueryEditor } from '../../src/datasource/AnnotationQueryEditor.tsx';
import type { DriftlineQuery } from '../../src/datasource/types.ts';
import { givenDataSources } from './given-data-sources.ts';
import { namesOnly } from './render-fields.tsx';

beforeEach(() => givenDataSources());

async function edit(saved: Omit<DriftlineQuery, 'refId'> = {}): Promise<DriftlineQuery[]> {
  const changes: DriftlineQuery[] = [];
  const datasource = namesOnly();
  function Host() {
    const [query, setQuery] = useState<DriftlineQuery>({ refId: 'Anno', ...saved });
    const onChange = (next: DriftlineQuery): void => {
      changes.push(next);
      setQuery(next);
    };
    return (
      <AnnotationQueryEditor datasource={datasource} query={query} onChange={onChange} onRunQuery={() => undefined} />
    );
  }
  render(<Host />);
  await waitForElementToBeRemoved(() => screen.queryByText('Loading the measures…'));
  return changes;
}

test('a fresh query marks where the PSI crosses its critical limit', async () => {
  await edit();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Limit crossed' }).checked).toBe(true);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Critical' }).checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('Measure').value).toBe('PSI');
  expect(screen.getByLabelText<HTMLInputElement>('Other limit').placeholder).toBe('0.25');
});

test('what makes no sense for annotations is not offered', async () => {
  await edit({ measure: 'missing-share' });
  await userEvent.click(screen.getByRole('button', { name: /^Options/ }));
  for (const label of ['Type', 'Format']) expect(screen.queryByLabelText(label)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Create alert rule' })).toBeNull();
  await userEvent.click(screen.getByLabelText('Show'));
  await screen.findAllByRole('option');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Value',
    'Excess over the training share',
  ]);
});

test('the limit is the warning, the critical one or a number', async () => {
  const changes = await edit();
  await userEvent.click(screen.getByRole('radio', { name: 'Warning' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Critical' }));
  await userEvent.type(screen.getByLabelText('Other limit'), '0.4{Enter}');
  expect(changes.map(({ format, severity, limit }) => [format, severity, limit])).toEqual([
    ['annotations', 'warning', undefined],
    ['annotations', undefined, undefined],
    ['annotations', undefined, 0.4],
  ]);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Warning' }).disabled).toBe(true);
});

test('a number that was typed is not kept for another measure, which may need one', async () => {
  const changes = await edit({ measure: 'psi', limit: 0.4 });
  await userEvent.type(screen.getByLabelText('Measure'), 'Throughput');
  await userEvent.click(await screen.findByRole('option', { name: /^Throughput/ }));
  expect(changes.at(-1)).toMatchObject({ measure: 'throughput', format: 'annotations' });
  expect(changes.at(-1)).not.toHaveProperty('limit');
  expect(screen.getByText('Throughput has no limit of its own: give the number to be crossed.')).toBeDefined();
});

test('new versions are those of models, and of no measure', async () => {
  const changes = await edit({ measure: 'psi', of: { kind: 'histogram', selector: 'x', edges: [1], by: [] } });
  await userEvent.click(screen.getByRole('radio', { name: 'New versions' }));
  expect(changes.at(-1)).toMatchObject({ marks: 'versions', format: 'annotations', baseline: { kind: 'reference' } });
  expect(changes.at(-1)).not.toHaveProperty('of');
  expect(screen.queryByLabelText('Measure')).toBeNull();
  expect(screen.getByLabelText('Model')).toBeDefined();
  expect(screen.getByLabelText('Version')).toBeDefined();
  await userEvent.click(screen.getByRole('radio', { name: 'Limit crossed' }));
  expect(changes.at(-1)).not.toHaveProperty('marks');
});
