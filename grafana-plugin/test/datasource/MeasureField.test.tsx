/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MeasureField } from '../../src/datasource/MeasureField.tsx';
import { infoOf, MEASURE_INFOS } from './measure-infos.ts';

test('a measure is found by its name, under its family', async () => {
  const onChange = jest.fn();
  render(<MeasureField measures={MEASURE_INFOS} measure={infoOf('psi')} onChange={onChange} />);
  const field = screen.getByLabelText<HTMLInputElement>('Measure');
  expect(field.value).toBe('PSI');
  await userEvent.type(field, 'Missing');
  expect(await screen.findByText('Data quality')).toBeTruthy();
  await userEvent.click(screen.getByRole('option', { name: /^Missing share/ }));
  expect(onChange.mock.calls).toEqual([['missing-share']]);
});

test('without a measure it asks for one', () => {
  render(<MeasureField measures={MEASURE_INFOS} measure={undefined} onChange={() => undefined} />);
  expect(screen.getByPlaceholderText('Choose a measure')).toBeTruthy();
});

test('what is typed is found whatever its case', async () => {
  render(<MeasureField measures={MEASURE_INFOS} measure={undefined} onChange={() => undefined} />);
  await userEvent.type(screen.getByLabelText('Measure'), 'psi noise');
  expect(await screen.findByRole('option', { name: /^PSI noise floor/ })).toBeTruthy();
});
