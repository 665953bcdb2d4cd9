/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NumberField, TextField } from '../../src/datasource/fields.tsx';

const common = { label: 'Field', tooltip: 'What it is for.', placeholder: 'nothing' };

test('a text is taken when the field is left, without the spaces around it', async () => {
  const onChange = jest.fn();
  render(<TextField {...common} value={undefined} onChange={onChange} />);
  await userEvent.type(screen.getByLabelText('Field'), ' >50K ');
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.tab();
  expect(onChange.mock.calls).toEqual([['>50K']]);
});

test('Enter takes a text', async () => {
  const onChange = jest.fn();
  render(<TextField {...common} value="" onChange={onChange} />);
  await userEvent.type(screen.getByLabelText('Field'), 'Male{Enter}');
  expect(onChange.mock.calls).toEqual([['Male']]);
});

test('an empty field means that nothing is asked for', async () => {
  const onChange = jest.fn();
  render(<TextField {...common} value="Male" onChange={onChange} />);
  await userEvent.clear(screen.getByLabelText('Field'));
  await userEvent.tab();
  expect(onChange.mock.calls).toEqual([[undefined]]);
});

test('a field that is left as it was changes nothing', async () => {
  const onChange = jest.fn();
  render(<NumberField {...common} value={0.5} onChange={onChange} />);
  await userEvent.click(screen.getByLabelText('Field'));
  await userEvent.tab();
  expect(onChange).not.toHaveBeenCalled();
});

test('a number is taken as a number, and its field empty as none', async () => {
  const onChange = jest.fn();
  render(<NumberField {...common} value={undefined} onChange={onChange} />);
  const field = screen.getByRole('spinbutton', { name: 'Field' });
  await userEvent.type(field, '0.95{Enter}');
  expect(onChange.mock.calls).toEqual([[0.95]]);
});

test('regression: a value that changes elsewhere shows in the field', () => {
  const { rerender } = render(<TextField {...common} value="Male" onChange={() => undefined} />);
  rerender(<TextField {...common} value="Female" onChange={() => undefined} />);
  expect(screen.getByLabelText<HTMLInputElement>('Field').value).toBe('Female');
});

test('what is wrong with a value is told beside it', () => {
  render(<NumberField {...common} value={-1} problem="Write a number above 0." onChange={() => undefined} />);
  expect(screen.getByText('Write a number above 0.')).toBeTruthy();
});
