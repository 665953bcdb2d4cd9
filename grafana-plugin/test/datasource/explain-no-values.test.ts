import type { DataFrame } from '@grafana/data';
import type { Choice, NoValues } from '@driftline/shared';
import { explainNoValues } from '../../src/datasource/explain-no-values.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = { models: ['income'], versions: ['1'], features: ['age'] };
const names = (choice: Choice) => Promise.resolve(NAMES[choice] ?? []);
const empty = (noValues: NoValues): DataFrame => ({
  length: 0,
  fields: [],
  meta: { custom: { measure: 'psi', noValues } },
});
const nothing = empty({ reason: 'nothing recorded', needsOutcomes: false });
const said = async (frame: DataFrame, where: object) =>
  ((await explainNoValues(frame, where, names)).meta?.custom as { noValues: object }).noValues;

test('regression: a misspelled name is not too few observations', async () => {
  expect(await said(nothing, { model: ['incme'] })).toEqual({
    reason: 'unknown',
    what: 'model',
    asked: ['incme'],
    known: ['income'],
  });
  expect(await said(nothing, { model: ['income'], feature: ['agee'] })).toMatchObject({
    what: 'feature',
    known: ['age'],
  });
  expect(await said(nothing, { group: ['sex'] })).toMatchObject({ what: 'group', known: [] });
});

test('regression: without outcomes, there is no ground truth yet', async () => {
  const outcomes = empty({ reason: 'nothing recorded', needsOutcomes: true });
  expect(await said(outcomes, { model: ['income'], version: ['1'] })).toEqual({ reason: 'no ground truth' });
  expect(await said(outcomes, { model: ['incme'] })).toMatchObject({ reason: 'unknown' });
});

test('what is explained already stays, and so does a frame with values', async () => {
  const few = empty({ reason: 'too few observations', observations: 3, minimum: 200 });
  expect(await explainNoValues(few, {}, names)).toBe(few);
  const values: DataFrame = { length: 0, fields: [] };
  expect(await explainNoValues(values, {}, names)).toBe(values);
});

test('names that report explain nothing where they are all there', async () => {
  expect(await said(nothing, { model: ['income'] })).toEqual({ reason: 'nothing recorded', needsOutcomes: false });
});

test('no model at all reports', async () => {
  const none = await explainNoValues(nothing, {}, () => Promise.resolve([]));
  expect(none.meta?.custom).toMatchObject({ noValues: { reason: 'unknown', what: 'model', asked: [], known: [] } });
});
