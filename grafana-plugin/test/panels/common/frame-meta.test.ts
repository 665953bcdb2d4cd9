import type { DataFrame } from '@grafana/data';
import { frameMeta } from '../../../src/panels/common/frame-meta.ts';

const withCustom = (custom: unknown): DataFrame => ({ length: 0, fields: [], meta: { custom } }) as DataFrame;

test('reads what the data source says', () => {
  const custom = {
    measure: 'psi-contribution',
    subject: 'bin',
    bin: 'ml_feature_bin',
    limits: { side: 'above', warning: 0.1, critical: 0.25 },
  };
  expect(frameMeta(withCustom(custom))).toEqual(custom);
});

test('a frame of another data source has none of it', () => {
  expect(frameMeta({ length: 0, fields: [] })).toEqual({});
  expect(frameMeta(withCustom('text'))).toEqual({});
  expect(frameMeta(withCustom({ measure: 3, bin: {} }))).toEqual({});
});

test.each([
  ['no side', { critical: 1 }],
  ['an unknown side', { side: 'left', critical: 1 }],
  ['no critical limit', { side: 'above', warning: 1 }],
  ['a text', 'above 1'],
])('limits with %s are none', (_, limits) => {
  expect(frameMeta(withCustom({ limits })).limits).toBeUndefined();
});

test('a warning limit is optional', () => {
  expect(frameMeta(withCustom({ limits: { side: 'below', critical: 0.8 } })).limits).toEqual({
    side: 'below',
    critical: 0.8,
  });
});
