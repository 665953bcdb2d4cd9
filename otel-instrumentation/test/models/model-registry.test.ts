import { createMonitor, removeMonitor } from '../../src/models/create-monitor.ts';
import { defaultRegistry, ModelRegistry } from '../../src/models/model-registry.ts';
import { monitorOf } from '../../src/models/monitor-of.ts';
import type { ModelMonitor } from '../../src/recorder/model-monitor.ts';
import { exampleProfile } from '../example-profile.ts';

function setUp() {
  const registry = new ModelRegistry();
  const create = (version: string): ModelMonitor =>
    createMonitor({ ...exampleProfile(), model: { name: 'income', version } }, { registry });
  return { registry, create };
}

test('versions stand side by side and are found by name and version, the last added by name alone', () => {
  const { registry, create } = setUp();
  const [one, two] = [create('1'), create('2')];
  expect(registry.monitors).toEqual([one, two]);
  expect(monitorOf('income', '1', registry)).toBe(one);
  expect(monitorOf('income', undefined, registry)).toBe(two);
  expect(monitorOf('income', '3', registry)).toBeUndefined();
  expect(monitorOf('credit', undefined, registry)).toBeUndefined();
});

test('a model that is removed is closed, once', () => {
  const { registry, create } = setUp();
  const monitor = create('1');
  const closed = jest.fn();
  monitor.onClose(closed);
  removeMonitor(monitor, registry);
  removeMonitor(monitor, registry);
  expect(registry.monitors).toEqual([]);
  expect(closed).toHaveBeenCalledTimes(1);
});

test('a model of the same name and version replaces the earlier one and closes it', () => {
  const { registry, create } = setUp();
  const earlier = create('1');
  const closed = jest.fn();
  earlier.onClose(closed);
  const later = create('1');
  expect(registry.monitors).toEqual([later]);
  expect(closed).toHaveBeenCalledTimes(1);
  registry.add(later);
  expect(registry.monitors).toEqual([later]);
});

test('every copy of the package in the process has the same registry', async () => {
  jest.resetModules();
  const copy = await import('../../src/models/model-registry.ts');
  expect(copy.ModelRegistry).not.toBe(ModelRegistry);
  expect(copy.defaultRegistry).toBe(defaultRegistry);
});

test('a monitor that takes on the version of another one by a new profile takes its place', () => {
  const { registry, create } = setUp();
  const [first, second] = [create('1'), create('2')];
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 1000);
  first.replaceProfile(second.profile);
  jest.restoreAllMocks();
  expect(registry.monitors).toEqual([first]);
  expect(registry.find('income', '2')).toBe(first);
});
