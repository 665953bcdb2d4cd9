/** @jest-environment jsdom */
import '../../../jsdom.ts';
import { featureQuestions } from '../../../../src/pages/model/feature/feature-view.tsx';

test('all of a feature is asked of that feature, and replicas by themselves', () => {
  const questions = featureQuestions('income', 'age', ['1.4.0'], 'training');
  const { began, ...others } = questions;
  expect(Object.values(others).map(({ where }) => (where as { feature: unknown }).feature)).toEqual(
    Object.values(others).map(() => ['age']),
  );
  expect(began).toEqual({ where: { model: ['income'] }, format: 'annotations', marks: 'versions' });
  expect(questions['replicas']).toMatchObject({ byReplica: true, where: { version: ['1.4.0'] } });
  expect(questions['versions']).toMatchObject({ where: { version: [] } });
});

test('the week before stands beside another baseline, and is asked once where it is the baseline', () => {
  expect(featureQuestions('income', 'age', [], 'training')['week earlier']).toMatchObject({
    baseline: { kind: 'earlier', offset: '1w' },
  });
  const ofWeek = featureQuestions('income', 'age', [], '1w');
  expect(ofWeek['distribution']).toMatchObject({ baseline: { kind: 'earlier', offset: '1w' } });
  expect(ofWeek).not.toHaveProperty('week earlier');
});
