/** @jest-environment jsdom */
import '../jsdom.ts';
import { dateTime, type DataFrame, type DataQueryRequest } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import type { DriftlineDataSource } from '../../src/datasource/DriftlineDataSource.ts';
import type { SavedVariableQuery } from '../../src/datasource/variable-query.ts';
import { DriftlineVariableSupport } from '../../src/datasource/variable-support.ts';

const range = { from: dateTime(0), to: dateTime(60_000), raw: { from: 'now-1m', to: 'now' } };

test.each<[SavedVariableQuery | string, string]>([
  [{ refId: 'Variable', query: 'features($model)' }, 'features($model)'],
  ['versions', 'versions'],
])('the names that %j lists are texts and values', async (saved, text) => {
  const metricFindQuery = jest.fn().mockResolvedValue([{ text: 'age' }, { text: 'hours' }]);
  const support = new DriftlineVariableSupport({ metricFindQuery } as unknown as DriftlineDataSource);
  const scopedVars = { __sceneObject: { value: {} } };
  const request = { targets: [saved], range, scopedVars } as unknown as DataQueryRequest<SavedVariableQuery>;
  const { data } = await lastValueFrom(support.query(request));
  const [frame] = data as [DataFrame];
  expect(frame.fields.map(({ name, values }) => [name, values])).toEqual([
    ['text', ['age', 'hours']],
    ['value', ['age', 'hours']],
  ]);
  expect(metricFindQuery).toHaveBeenCalledWith(text, expect.objectContaining({ range, scopedVars }));
});
