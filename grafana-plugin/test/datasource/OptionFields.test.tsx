/** @jest-environment jsdom */
import '../jsdom.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OptionFields } from '../../src/datasource/OptionFields.tsx';
import type { CompleteQuery } from '../../src/datasource/types.ts';
import { infoOf } from './measure-infos.ts';
import { renderFields } from './render-fields.tsx';

const renderOptions = (measure: string, defaultMinimum?: number): (() => CompleteQuery) =>
  renderFields((props) => <OptionFields measure={infoOf(measure)} defaultMinimum={defaultMinimum} {...props} />, {
    measure,
  });

test.each([
  ['disparate-impact', 'Favorable class', '>50K', { favorable: '>50K' }],
  ['disparate-impact', 'Reference group', 'Male', { privileged: 'Male' }],
  ['disparate-impact', 'Min. group size', '30', { minimumGroupSize: 30 }],
  ['latency-quantile', 'Quantile', '0.5', { quantile: 0.5 }],
  ['psi', 'Min. observations', '1000', { minimumObservations: 1000 }],
  ['psi', 'Significance', '0.01', { significance: 0.01 }],
])('%s takes %s', async (measure, label, text, change) => {
  const query = renderOptions(measure);
  await userEvent.type(screen.getByLabelText(label), `${text}{Enter}`);
  expect(query()).toMatchObject(change);
});

test('an average is chosen; the favorable class is the default', async () => {
  const query = renderOptions('f1');
  const field = screen.getByLabelText<HTMLInputElement>('Average');
  expect(field.value).toBe('Favorable class only');
  await userEvent.click(field);
  await userEvent.click(await screen.findByRole('option', { name: /^Macro/ }));
  expect(query().average).toBe('macro');
  await userEvent.click(field);
  await userEvent.click(await screen.findByRole('option', { name: /^Favorable/ }));
  expect(query().average).toBeUndefined();
});

test('how groups are compared is chosen; extremes need no reference group', async () => {
  const query = renderOptions('disparate-impact');
  const field = screen.getByLabelText<HTMLInputElement>('Compare groups');
  expect(field.placeholder).toBe('as the profile says');
  expect(screen.queryByLabelText('Reference group')).not.toBeNull();
  await userEvent.click(field);
  await userEvent.click(await screen.findByRole('option', { name: /^Lowest/ }));
  expect(query().compare).toBe('extremes');
  expect(screen.queryByLabelText('Reference group')).toBeNull();
});

test.each([
  ['disparate-impact', 'Min. group size', '10'],
  ['latency-quantile', 'Quantile', '0.99'],
  ['psi', 'Min. observations', '200, and 20 a bin'],
  ['mean-shift', 'Min. observations', '200'],
  ['psi', 'Significance', 'show all values'],
  ['missing-share', 'Significance', '0.05'],
])('an empty field of %s says what holds: %s %s', (measure, label, placeholder) => {
  renderOptions(measure);
  expect(screen.getByLabelText<HTMLInputElement>(label).placeholder).toBe(placeholder);
});

test('the minimum of the data source goes before that of the measure', () => {
  renderOptions('psi', 500);
  expect(screen.getByLabelText<HTMLInputElement>('Min. observations').placeholder).toBe('500');
});

test('throughput has none', () => {
  renderOptions('throughput');
  expect(screen.queryAllByRole('textbox')).toEqual([]);
  expect(screen.queryAllByRole('spinbutton')).toEqual([]);
});
