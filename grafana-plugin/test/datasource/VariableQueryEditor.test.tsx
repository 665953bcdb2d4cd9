/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { SavedVariableQuery } from '../../src/datasource/variable-query.ts';
import { VariableQueryEditor } from '../../src/datasource/VariableQueryEditor.tsx';
import { namesOnly } from './render-fields.tsx';

/** Dashboards may hold the text alone, and a new variable nothing. */
function edit(saved: SavedVariableQuery | string): () => SavedVariableQuery | string {
  let current = saved;
  const datasource = namesOnly({ choices: () => Promise.resolve(['income', 'demand']) });
  function Host() {
    const [query, setQuery] = useState(current);
    const onChange = (next: SavedVariableQuery): void => {
      current = next;
      setQuery(next);
    };
    const own = { datasource, onChange, onRunQuery: () => undefined };
    return <VariableQueryEditor {...own} query={query as SavedVariableQuery} />;
  }
  render(<Host />);
  return () => current;
}

const choose = async (label: string, option: string): Promise<void> => {
  await userEvent.click(screen.getByLabelText(label));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

test('a new variable lists the models, or the names of one', async () => {
  const query = edit('');
  expect(screen.getByLabelText<HTMLInputElement>('List').value).toBe('Models');
  expect(screen.queryByLabelText('Of model')).toBeNull();
  await choose('List', 'Features');
  expect(query()).toEqual({ refId: 'Variable', query: 'features' });
  await choose('Of model', 'demand');
  expect(query()).toEqual({ refId: 'Variable', query: 'features(demand)' });
  await choose('List', 'Versions');
  expect(query()).toEqual({ refId: 'Variable', query: 'versions(demand)' });
});

test('the model may be another variable', async () => {
  const query = edit('features(income)');
  expect(screen.getByLabelText<HTMLInputElement>('Of model').value).toBe('income');
  await userEvent.type(screen.getByLabelText('Of model'), '$model');
  await userEvent.click(await screen.findByRole('option', { name: /\$model/ }));
  expect(query()).toEqual({ refId: 'Variable', query: 'features($model)' });
});

test('a text that is not understood says what is', () => {
  edit('label_values(x)');
  expect(screen.getByRole('alert').textContent).toContain('write models, versions');
});
