import { diag } from '@opentelemetry/api';
import { recordCall, type ModelMapping } from '../../src/instrumentation/model-call.ts';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { exampleProfile } from '../example-profile.ts';
import { foreign } from '../foreign.ts';

type Mapping = ModelMapping<string, number, unknown>;

function setUp(change: Partial<Mapping> = {}) {
  const monitor = createMonitor(exampleProfile(), { registry: new ModelRegistry() });
  const recordBatch = jest.spyOn(monitor, 'recordBatch');
  const recordFailure = jest.spyOn(monitor, 'recordFailure');
  const batch = (_input: number, output: unknown) => ({ predictions: [output] });
  const mapping: Mapping = { monitor, batch, ...change };
  const call = (run: () => unknown) => recordCall([mapping], 'model', 30, run);
  return { call, recordBatch, recordFailure, total: () => [...monitor.recording.predictions.total] };
}

afterEach(() => jest.restoreAllMocks());

test('a synchronous result comes back and is recorded', () => {
  const { call, recordBatch, total } = setUp();
  expect(call(() => 'yes')).toBe('yes');
  expect(total()).toEqual([0, 1, 0]);
  expect(recordBatch.mock.calls).toEqual([[{ predictions: ['yes'], durationSeconds: expect.any(Number) as number }]]);
});

test('a promise of another realm is recorded by its result, not as one', async () => {
  const { call, total, recordBatch } = setUp();
  const promise = foreign<Promise<string>>("Promise.resolve('yes')");
  expect(promise instanceof Promise).toBe(false);
  expect(call(() => promise)).toBe(promise);
  expect(recordBatch).not.toHaveBeenCalled();
  await promise;
  expect(total()).toEqual([0, 1, 0]);
});

test('a thenable is neither asked nor recorded, and is warned of once', () => {
  const warn = jest.spyOn(diag, 'warn').mockImplementation();
  const { call, recordBatch } = setUp();
  const lazy = { then: jest.fn() };
  for (let i = 0; i < 2; i++) expect(call(() => lazy)).toBe(lazy);
  expect(lazy.then).not.toHaveBeenCalled();
  expect(recordBatch).not.toHaveBeenCalled();
  expect(warn.mock.calls).toEqual([[expect.stringContaining('a call of income returned a thenable')]]);
});

test('an error is thrown on, a rejection stays one, and both are failures', async () => {
  const { call, recordFailure, recordBatch } = setUp();
  const fault = new TypeError('fault');
  expect(() =>
    call(() => {
      throw fault;
    }),
  ).toThrow(fault);
  await expect(call(() => Promise.reject(fault))).rejects.toBe(fault);
  expect(recordFailure.mock.calls.map(([error]) => error)).toEqual([fault, fault]);
  expect(recordBatch).not.toHaveBeenCalled();
});

test('a mapping that throws costs features and predictions, and neither latency nor the result', () => {
  const warn = jest.spyOn(diag, 'warn').mockImplementation();
  const batch = () => {
    throw foreign("new Error('no such tensor')");
  };
  const { call, recordBatch } = setUp({ batch });
  expect(call(() => 'yes')).toBe('yes');
  expect(recordBatch.mock.calls).toEqual([[{ durationSeconds: expect.any(Number) as number }]]);
  expect(warn.mock.calls).toEqual([[expect.stringContaining('the mapping of income threw (no such tensor)')]]);
});

test('a call of another model, and one that cannot be told, is made and not recorded', () => {
  for (const matches of [
    () => false,
    () => {
      throw new Error('cannot tell');
    },
  ]) {
    const { call, recordBatch } = setUp({ matches });
    expect(call(() => 'yes')).toBe('yes');
    expect(recordBatch).not.toHaveBeenCalled();
  }
});
