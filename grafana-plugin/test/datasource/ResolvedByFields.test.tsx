/** @jest-environment jsdom */
import '../jsdom.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResolvedByFields } from '../../src/datasource/ResolvedByFields.tsx';
import { renderFields } from './render-fields.tsx';

test('a limit is held against five minutes, unless another window is chosen', async () => {
  const query = renderFields((props) => <ResolvedByFields {...props} />, { window: '1h' });
  expect(screen.queryByLabelText('Over')).toBeNull();
  await userEvent.type(screen.getByLabelText('Resolve within'), '0.25{Enter}');
  expect(query().resolvedBy).toEqual({ window: '5m', limit: 0.25 });
  await userEvent.click(screen.getByLabelText('Over'));
  await userEvent.click(await screen.findByRole('option', { name: '15m' }));
  expect(query().resolvedBy).toEqual({ window: '15m', limit: 0.25 });
});

test('without a limit nothing is held against it', async () => {
  const query = renderFields((props) => <ResolvedByFields {...props} />, { resolvedBy: { window: '5m', limit: 1 } });
  await userEvent.clear(screen.getByLabelText('Resolve within'));
  await userEvent.tab();
  expect(query().resolvedBy).toBeUndefined();
});
