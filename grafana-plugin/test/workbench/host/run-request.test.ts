import {
  dateTime,
  FieldType,
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type PanelData,
} from '@grafana/data';
import { lastValueFrom, NEVER, of, throwError, toArray, type Observable } from 'rxjs';
import { runRequest } from '../../../workbench/src/host/run-request.ts';

const now = dateTime(0);
const request = { range: { from: now, to: now, raw: { from: now, to: now } } } as DataQueryRequest;
const dataSource = {} as DataSourceApi;

const run = (answer: Observable<DataQueryResponse> | Promise<DataQueryResponse>): Promise<PanelData[]> =>
  lastValueFrom(runRequest(dataSource, request, () => answer).pipe(toArray()));

test('a panel loads, then has its frames', async () => {
  const frame = { fields: [{ name: 'Value', type: FieldType.number, config: {}, values: [1] }], length: 1 };
  const [loading, done, ...more] = await run(Promise.resolve({ data: [frame] }));
  expect(loading).toMatchObject({ state: LoadingState.Loading, series: [] });
  expect(done).toMatchObject({ state: LoadingState.Done, timeRange: request.range });
  expect(done?.series[0]?.fields[0]?.values).toEqual([1]);
  expect(more).toEqual([]);
});

test('an error in the answer is shown beside the frames', async () => {
  const [, failed] = await run(of({ data: [], errors: [{ message: 'no store' }] }));
  expect(failed).toMatchObject({
    state: LoadingState.Error,
    error: { message: 'no store' },
    errors: [{ message: 'no store' }],
  });
});

test.each([
  ['a query that throws', new Error('refused'), 'refused'],
  ['a query that throws a text', 'refused', 'refused'],
])('%s is an error, not an end', async (_, error, message) => {
  const [, failed] = await run(throwError(() => error));
  expect(failed).toMatchObject({ state: LoadingState.Error, error: { message } });
});

test('a panel loads before there is any answer', (done) => {
  const states: LoadingState[] = [];
  const running = runRequest(dataSource, request, () => NEVER).subscribe(({ state }) => states.push(state));
  running.unsubscribe();
  expect(states).toEqual([LoadingState.Loading]);
  done();
});
