/** @jest-environment jsdom */
import '../../jsdom.ts';
import { CustomVariable, EmbeddedScene, SceneVariableSet, type SceneObject } from '@grafana/scenes';
import { setTemplateRoot, templates } from '../../../workbench/src/host/templates.ts';

const scene = (value: string): EmbeddedScene =>
  new EmbeddedScene({
    $variables: new SceneVariableSet({ variables: [new CustomVariable({ name: 'model', value, text: value })] }),
    body: {} as unknown as SceneObject,
  });

test('without a scene a text stays as it is', () => {
  expect(templates.replace('$model')).toBe('$model');
  expect(templates.replace(undefined)).toBe('');
});

test("a variable has the value of the page's scene", () => {
  setTemplateRoot(scene('income'));
  expect(templates.replace('model $model')).toBe('model income');
});

test('variables tell what is chosen, also where that is all', () => {
  setTemplateRoot(scene('$__all'));
  expect(templates.getVariables()).toEqual([{ name: 'model', type: 'custom', current: { value: '$__all' } }]);
});

test('the scene of a query comes before that of the page', () => {
  setTemplateRoot(scene('income'));
  const own = scene('credit');
  expect(templates.replace('${model}', { __sceneObject: { value: { valueOf: () => own } } })).toBe('credit');
});

test.each([
  ['$model', true],
  ['${model:csv}', true],
  ['[[model]]', true],
  ['income', false],
  [undefined, false],
])('%s holds a variable: %s', (text, expected) => {
  expect(templates.containsTemplate(text)).toBe(expected);
});
