/** @jest-environment jsdom */
import '../jsdom.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Where } from '@driftline/shared';
import { NamesField, type NamedDimension } from '../../src/datasource/NamesField.tsx';
import type { CompleteQuery } from '../../src/datasource/types.ts';
import { renderFields, type Names } from './render-fields.tsx';

const renderNames = (dimension: NamedDimension, where: Where, names?: Names): (() => CompleteQuery) =>
  renderFields((props) => <NamesField dimension={dimension} {...props} />, { where }, names);

test.each([
  ['model', 'models', 'Model'],
  ['version', 'versions', 'Version'],
  ['feature', 'features', 'Feature'],
  ['group', 'groups', 'Group attribute'],
] as const)(
  'of a %s, the %s that the store holds are offered, narrowed to what is chosen',
  async (dimension, choice, label) => {
    const choices = jest.fn().mockResolvedValue(['first', 'second']);
    const where = { model: ['income'] };
    const query = renderNames(dimension, where, { choices });
    await userEvent.click(screen.getByLabelText(label));
    await userEvent.click(await screen.findByRole('option', { name: 'second' }));
    expect(choices).toHaveBeenCalledWith(choice, where, undefined);
    expect(query().where).toEqual({ ...where, [dimension]: [...(dimension === 'model' ? ['income'] : []), 'second'] });
  },
);

test('what is typed narrows the names, whatever its case', async () => {
  renderNames('feature', {}, { choices: () => Promise.resolve(['Age', 'hours']) });
  await userEvent.type(screen.getByLabelText('Feature'), 'ag');
  expect(await screen.findByRole('option', { name: 'Age' })).toBeTruthy();
  expect(screen.queryByRole('option', { name: 'hours' })).toBeNull();
});

test('a template variable can be typed in, also when the store does not answer', async () => {
  const query = renderNames('model', {}, { choices: () => Promise.reject(new Error('down')) });
  await userEvent.type(screen.getByLabelText('Model'), '$model');
  await userEvent.click(await screen.findByRole('option', { name: /\$model/ }));
  expect(query().where).toEqual({ model: ['$model'] });
});
