import { predictionsOfModel, referencedFeatures, reportsOfModel } from '../../src/counts/presence.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { MODEL, readFrom, series, textsOf } from './made-up-series.ts';

const NAME = { ml_model_name: 'm' };

test('predictions of all versions of a model are looked for over the window and over a day', () => {
  const texts = textsOf(predictionsOfModel, DEFAULT_QUERY);
  expect(texts['predictions']).toContain('sum by (ml_model_name) (increase(ml_predictions_total[5m])) > 0');
  expect(texts['predictionsBefore']).toContain('sum by (ml_model_name) (increase(ml_predictions_total[1d])) > 0');
  expect(texts['reports']).toBe(
    'count by (ml_model_name) (last_over_time(ml_reference_rows[5m]))' +
      ' or count by (ml_model_name) (last_over_time(ml_predictions_total[5m]))',
  );
});

test('models that run in batches are left out, whatever their names hold', () => {
  const query = { ...DEFAULT_QUERY, where: { model: ['a', 'b'] }, batchModels: ['b', 'c.d'] };
  for (const text of Object.values(textsOf(reportsOfModel, query))) {
    expect(text).toContain(String.raw`{ml_model_name=~"a|b", ml_model_name!~"b|c\\.d"}`);
  }
});

test('what the store has of a model is told apart from what it lacks', () => {
  const read = readFrom(predictionsOfModel, DEFAULT_QUERY, {
    predictions: [series(NAME, 9, NaN, NaN)],
    predictionsBefore: [series(NAME, 99, 90, NaN)],
    reports: [series(NAME, 1, 1, NaN)],
  });
  expect(read).toEqual([
    {
      labels: NAME,
      counts: [
        { predictions: 9, predictionsBefore: 99, reports: 1 },
        { predictions: NaN, predictionsBefore: 90, reports: 1 },
        undefined,
      ],
    },
  ]);
});

test('a model of which all is lost is known by what it was', () => {
  const read = readFrom(reportsOfModel, DEFAULT_QUERY, { reports: [], reportsBefore: [series(NAME, 2)] });
  expect(read).toEqual([{ labels: NAME, counts: [{ reports: NaN, reportsBefore: 2 }] }]);
});

test('features without a reference are counted of those that were observed', () => {
  const read = readFrom(referencedFeatures, DEFAULT_QUERY, {
    observed: [series(MODEL, 4, 4, NaN)],
    unreferenced: [series(MODEL, 1, NaN, NaN)],
  });
  expect(read[0]?.counts).toEqual([{ numerator: 1, denominator: 4 }, { numerator: 0, denominator: 4 }, undefined]);
});
