/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { Matcher } from '@driftline/shared';
import { LabelFilterFields } from '../../src/datasource/LabelFilterFields.tsx';

function edit(given?: readonly Matcher[]): () => readonly Matcher[] | undefined {
  let current = given;
  function Host() {
    const [filters, setFilters] = useState(current);
    const onChange = (next: readonly Matcher[]): void => {
      current = next;
      setFilters(next);
    };
    return <LabelFilterFields filters={filters} onChange={onChange} />;
  }
  render(<Host />);
  return () => current;
}

test('a filter is added, typed and chosen', async () => {
  const filters = edit();
  await userEvent.click(screen.getByRole('button', { name: 'Add a label filter' }));
  await userEvent.type(screen.getByLabelText('Label 1'), 'team');
  await userEvent.click(screen.getByLabelText('Operator 1'));
  await userEvent.click(await screen.findByRole('option', { name: /^!=/ }));
  await userEvent.type(screen.getByLabelText('Value 1'), 'credit{Enter}');
  expect(filters()).toEqual([{ label: 'team', operator: '!=', value: 'credit' }]);
});

test('a filter is removed, and the others stay', async () => {
  const [a, b, c] = ['a', 'b', 'c'].map((label): Matcher => ({ label, operator: '=', value: '1' }));
  const filters = edit([a, b, c] as Matcher[]);
  await userEvent.click(screen.getByRole('button', { name: 'Remove filter 2' }));
  expect(filters()).toEqual([a, c]);
});
