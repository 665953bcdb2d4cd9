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
  ['features', {}, ['the training data', 'an earlier time', 'another version']],
  ['a histogram', { of: HISTOGRAM }, ['an earlier time', 'another histogram']],
])('offers what %s can be compared with', async (_, query, names) => {
  renderFields(BaselineFields, query);
  await userEvent.click(screen.getByLabelText('Compared with'));
  await screen.findAllByRole('option');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(names);
});

test('an earlier window is a day ago until another offset is chosen or typed', async () => {
  const query = renderFields(BaselineFields, {});
  await choose('Compared with', 'an earlier time');
  expect(query().baseline).toEqual({ kind: 'earlier', offset: '1d' });
  await choose('How much earlier', '7 days earlier');
  expect(query().baseline).toEqual({ kind: 'earlier', offset: '1w' });
  await userEvent.type(screen.getByLabelText('How much earlier'), '$ago');
  await userEvent.click(await screen.findByRole('option', { name: /\$ago/ }));
  expect(query().baseline).toEqual({ kind: 'earlier', offset: '$ago' });
  expect(screen.getByLabelText<HTMLInputElement>('How much earlier').value).toBe('$ago earlier');
});

test('versions of the chosen model are offered', async () => {
  const choices = jest.fn().mockResolvedValue(['1', '2']);
  const where = { model: ['income'], version: ['2'] };
  const query = renderFields(BaselineFields, { where }, { choices });
  await choose('Compared with', 'another version');
  expect(query().baseline).toEqual({ kind: 'version', version: '' });
  await choose('Version to compare with', 'version 1');
  expect(choices).toHaveBeenCalledWith('versions', where, undefined);
  expect(query().baseline).toEqual({ kind: 'version', version: '1' });
});

test('a selector is typed in', async () => {
  const query = renderFields(BaselineFields, { of: HISTOGRAM, baseline: { kind: 'selector', selector: 'a' } });
  const field = screen.getByLabelText('Histogram to compare with');
  await userEvent.clear(field);
  await userEvent.type(field, 'latency{Enter}');
  expect(query().baseline).toEqual({ kind: 'selector', selector: 'latency' });
});

test('the training data needs nothing more', () => {
  renderFields(BaselineFields, {});
  expect(screen.getAllByRole('combobox')).toHaveLength(1);
});
