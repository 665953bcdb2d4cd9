/** @jest-environment jsdom */
import '../jsdom.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BaselineFields } from '../../src/datasource/BaselineFields.tsx';
import { renderFields } from './render-fields.tsx';

const HISTOGRAM = { kind: 'histogram', selector: 'latency', edges: [1], by: [] } as const;

const choose = async (label: string, option: string): Promise<void> => {
  await userEvent.click(screen.getByLabelText(label));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

test.each([
  ['features', {}, ['Reference profile', 'Earlier time window', 'Another version']],
  ['a histogram', { of: HISTOGRAM }, ['Earlier time window', 'Another selector']],
])('offers what %s can be compared with', async (_, query, names) => {
  renderFields(BaselineFields, query);
  await userEvent.click(screen.getByLabelText('Baseline'));
  await screen.findAllByRole('option');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(names);
});

test('an earlier window is a day ago until another offset is chosen or typed', async () => {
  const query = renderFields(BaselineFields, {});
  await choose('Baseline', 'Earlier time window');
  expect(query().baseline).toEqual({ kind: 'earlier', offset: '1d' });
  await choose('Offset', '1w');
  expect(query().baseline).toEqual({ kind: 'earlier', offset: '1w' });
  await userEvent.type(screen.getByLabelText('Offset'), '$ago');
  await userEvent.click(await screen.findByRole('option', { name: /\$ago/ }));
  expect(query().baseline).toEqual({ kind: 'earlier', offset: '$ago' });
});

test('versions of the chosen model are offered', async () => {
  const choices = jest.fn().mockResolvedValue(['1', '2']);
  const where = { model: ['income'], version: ['2'] };
  const query = renderFields(BaselineFields, { where }, { choices });
  await choose('Baseline', 'Another version');
  expect(query().baseline).toEqual({ kind: 'version', version: '' });
  await choose('Baseline version', '1');
  expect(choices).toHaveBeenCalledWith('versions', where, undefined);
  expect(query().baseline).toEqual({ kind: 'version', version: '1' });
});

test('a selector is typed in', async () => {
  const query = renderFields(BaselineFields, { of: HISTOGRAM, baseline: { kind: 'selector', selector: 'a' } });
  const field = screen.getByLabelText('Baseline selector');
  await userEvent.clear(field);
  await userEvent.type(field, 'latency{Enter}');
  expect(query().baseline).toEqual({ kind: 'selector', selector: 'latency' });
});

test('the reference profile needs nothing more', () => {
  renderFields(BaselineFields, {});
  expect(screen.getAllByRole('combobox')).toHaveLength(1);
});
