import { dateTime } from '@grafana/data';
import { exploreAddress } from '../../src/common/explore-address.ts';

test('times are texts as they are typed, or milliseconds', () => {
  const address = exploreAddress('p', [{ refId: 'A' }], { from: dateTime(1_700_000_000_000), to: 'now' });
  const { pathname, searchParams } = new URL(address, 'http://grafana');
  expect(pathname).toBe('/explore');
  expect(searchParams.get('schemaVersion')).toBe('1');
  expect(JSON.parse(searchParams.get('panes') ?? '')).toEqual({
    driftline: { datasource: 'p', queries: [{ refId: 'A' }], range: { from: '1700000000000', to: 'now' } },
  });
});
