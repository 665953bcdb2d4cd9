/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NumberField, TextField } from '../../src/datasource/query-fields.tsx';

const common = { label: 'Field', tooltip: 'What it is for.', placeholder: 'nothing' };

test('texts and numbers have their names, and are taken on Enter', async () => {
  const onText = jest.fn();
  const onNumber = jest.fn();
  render(
    <>
      <TextField {...common} value={undefined} onChange={onText} />
      <NumberField {...common} label="Number" value={1} onChange={onNumber} />
    </>,
  );
  await userEvent.type(screen.getByLabelText('Field'), 'Male{Enter}');
  const number = screen.getByRole('spinbutton', { name: 'Number' });
  await userEvent.clear(number);
  await userEvent.type(number, '0.95{Enter}');
  expect([onText.mock.calls, onNumber.mock.calls]).toEqual([[['Male']], [[0.95]]]);
});

test('what is wrong with a value is told beside it', () => {
  render(<NumberField {...common} value={undefined} problem="Give the number." onChange={() => undefined} />);
  expect(screen.getByText('Give the number.')).toBeTruthy();
});
