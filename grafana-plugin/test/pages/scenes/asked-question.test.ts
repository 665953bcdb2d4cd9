/** @jest-environment jsdom */
import '../../jsdom.ts';
import type { PanelData } from '@grafana/data';
import { setTemplateSrv } from '@grafana/runtime';
import { CustomVariable, EmbeddedScene, SceneFlexLayout, SceneVariableSet } from '@grafana/scenes';
import { askedQuestion } from '../../../src/pages/scenes/asked-question.ts';
import { templates } from '../../../workbench/src/host/templates.ts';
import { answerOf } from '../made-up-rows.ts';

beforeAll(() => setTemplateSrv(templates));

/** An answer to one question of a page whose version is chosen. */
function answered(version: readonly string[], question: object): PanelData {
  const scene = new EmbeddedScene({
    body: new SceneFlexLayout({ children: [] }),
    $variables: new SceneVariableSet({
      variables: [
        new CustomVariable({ name: 'version', query: '1,2', isMulti: true, includeAll: true, value: [...version] }),
        new CustomVariable({ name: 'window', query: '1h', value: '1h' }),
      ],
    }),
  });
  const request = {
    targets: [{ refId: 'time', datasource: { uid: '${ds}' }, window: '${window}', ...question }],
    scopedVars: { __sceneObject: { value: scene } },
  };
  return { ...answerOf([]), request: request as never };
}

const QUESTION = { measure: 'psi', where: { model: ['income'], version: ['${version}'], feature: ['age'] } };

test('a question has the values of the page and its data source', () => {
  expect(askedQuestion(answered(['2'], QUESTION), 'time', 'driftline')).toEqual({
    refId: 'A',
    datasource: { type: 'driftline-model-datasource', uid: 'driftline' },
    measure: 'psi',
    window: '1h',
    where: { model: ['income'], version: ['2'], feature: ['age'] },
  });
});

test('all versions are those to come, too', () => {
  expect(askedQuestion(answered(['$__all'], QUESTION), 'time', 'driftline')?.where?.version).toEqual([]);
});

test('nothing comes of what was not asked, or of a variable that has no value', () => {
  const unknown = answered(['2'], { ...QUESTION, where: { model: ['${unknown}'] } });
  expect(askedQuestion(undefined, 'time', 'driftline')).toBeUndefined();
  expect(askedQuestion(answered(['2'], QUESTION), 'other', 'driftline')).toBeUndefined();
  expect(askedQuestion(unknown, 'time', 'driftline')).toBeUndefined();
});
