/** @jest-environment jsdom */
import '../jsdom.ts';
import { dateTime } from '@grafana/data';
import { setTemplateSrv } from '@grafana/runtime';
import type { AskedContext } from '../../src/extensions/asked-context.ts';
import { modelLink } from '../../src/extensions/model-link.ts';
import { templatesOf } from '../datasource/templates.ts';
import { EXPLORE, PANEL_MENU } from './recorded-contexts.ts';

const MODELS = '/a/driftline-model-app/models';

const withTargets = (...queries: object[]): AskedContext =>
  ({ ...EXPLORE, targets: queries.map((query) => ({ ...EXPLORE.targets[0], ...query })) }) as AskedContext;

beforeEach(() => setTemplateSrv(templatesOf({ model: 'income', window: '6h' })));

test('the menu of a panel leads to the model that its variables stand for, with its time, data source and window', () => {
  expect(modelLink(PANEL_MENU)).toEqual({
    path: `${MODELS}/income/serving?from=now-15m&to=now&var-ds=driftline&var-window=6h`,
  });
});

test('a panel that repeats leads to its own model', () => {
  const scopedVars = { model: { text: 'demand', value: 'demand' } };
  expect(modelLink({ ...PANEL_MENU, scopedVars })?.path).toContain(`${MODELS}/demand/serving?`);
});

test('a query of one feature leads to it', () => {
  const where = { model: ['income'], feature: ['age'], version: ['1', '2'] };
  expect(modelLink(withTargets({ where }))?.path).toBe(
    `${MODELS}/income/drift?feature=age&from=now-1h&to=now&var-ds=driftline&var-version=1&var-version=2`,
  );
});

test('an ad hoc filter names the model', () => {
  const filters = [{ key: 'model', operator: '=', value: 'demand' }];
  const context = { ...EXPLORE, data: { request: { filters } } } as unknown as AskedContext;
  expect(modelLink(context)?.path).toContain(`${MODELS}/demand/drift?`);
});

test.each([
  ['of all', withTargets({})],
  ['of several', withTargets({ where: { model: ['income', 'demand'] } })],
  ['of which one asks for all', withTargets({ where: { model: ['income'] } }, {})],
  ['of a variable without a value', withTargets({ where: { model: ['$absent'] } })],
])('queries %s lead to all models', (_, context) => {
  expect(modelLink(context)?.path).toBe(`${MODELS}?from=now-1h&to=now&var-ds=driftline`);
});

test.each([
  ['other data sources', withTargets({ datasource: { type: 'prometheus', uid: 'p' } })],
  ['hidden queries', withTargets({ hide: true })],
  ['a histogram', withTargets({ of: { kind: 'histogram', selector: 'latency', edges: [1], by: [] } })],
  ['nothing', undefined],
])('there is no link for %s', (_, context) => {
  expect(modelLink(context)).toBeUndefined();
});

test('an absolute time is one of the address', () => {
  const timeRange = { from: dateTime(1_700_000_000_000), to: dateTime(1_700_000_600_000) };
  expect(modelLink({ ...EXPLORE, timeRange })?.path).toContain('from=1700000000000&to=1700000600000');
});
