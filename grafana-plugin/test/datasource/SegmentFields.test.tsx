/** @jest-environment jsdom */
import '../jsdom.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SegmentFields } from '../../src/datasource/SegmentFields.tsx';
import { renderFields } from './render-fields.tsx';

const where = { model: ['churn'] };

test('an attribute is chosen, and then values of it', async () => {
  const choices = jest.fn().mockResolvedValue(['channel', 'country']);
  const segmentValues = jest.fn().mockResolvedValue(['DE', 'FR', 'other']);
  const query = renderFields(SegmentFields, { where }, { choices, segmentValues });
  await userEvent.click(await screen.findByLabelText('Segment'));
  await userEvent.click(await screen.findByRole('option', { name: 'country' }));
  expect(query().segment).toEqual({ name: 'country' });
  expect(choices).toHaveBeenCalledWith('segments', { model: ['churn'], version: [] }, undefined);
  await userEvent.click(screen.getByLabelText('Segment values'));
  await userEvent.click(await screen.findByRole('option', { name: 'FR' }));
  expect(query().segment).toEqual({ name: 'country', values: ['FR'] });
  expect(segmentValues).toHaveBeenCalledWith('country', where, undefined);
});

test('a model without segments has no such field, and a query that names one keeps it', async () => {
  const choices = jest.fn().mockResolvedValue([]);
  renderFields(SegmentFields, { where }, { choices });
  await waitFor(() => expect(choices).toHaveBeenCalled());
  expect(screen.queryByLabelText('Segment')).toBeNull();
  renderFields(SegmentFields, { segment: { name: 'country' } }, { choices: () => Promise.reject(new Error('down')) });
  expect(await screen.findByLabelText('Segment')).toHaveProperty('value', 'country');
});
