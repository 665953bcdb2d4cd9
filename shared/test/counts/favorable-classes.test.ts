import { favorableClasses, favorableSelection } from '../../src/counts/favorable-classes.ts';
import { toPromql } from '../../src/promql/to-promql.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { MODEL, series } from './made-up-series.ts';

test('a class that the query names is asked of nobody', () => {
  const query = { ...DEFAULT_QUERY, favorable: 'yes' };
  expect(favorableSelection(query)).toEqual({});
  expect(favorableClasses(query, {})(MODEL, 0)).toBe('yes');
});

test('otherwise the store is asked for the class of each profile', () => {
  const { favorable } = favorableSelection(DEFAULT_QUERY);
  expect(favorable && toPromql(favorable.build())).toBe(
    'max by (ml_model_name, ml_model_version, ml_prediction_class) ' +
      '(last_over_time(ml_reference_prediction_favorable[5m])) == 1',
  );
});

test('each model has its own, at each time', () => {
  const other = { ...MODEL, ml_model_name: 'n' };
  const classOf = favorableClasses(DEFAULT_QUERY, {
    favorable: [
      series({ ...MODEL, ml_prediction_class: 'old' }, 1, NaN, NaN),
      series({ ...MODEL, ml_prediction_class: 'new' }, NaN, 1, NaN),
      series({ ...other, ml_prediction_class: 'yes' }, 1, 1, 1),
    ],
  });
  expect([0, 1, 2].map((index) => classOf(MODEL, index))).toEqual(['old', 'new', undefined]);
  expect(classOf({ ...other, ml_group_attribute: 'sex' }, 2)).toBe('yes');
  expect(classOf({ ml_model_name: 'unknown' }, 0)).toBeUndefined();
});
