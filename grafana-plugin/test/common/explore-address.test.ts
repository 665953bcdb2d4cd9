import { dateTime, textUtil } from '@grafana/data';
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

test('regression: signs of addresses stay in a query, also where its link is decoded', () => {
  const refId = 'a + b & c # d % 25';
  const address = exploreAddress('p', [{ refId }], { from: 'now-1h', to: 'now' });
  for (const href of [address, textUtil.sanitizeUrl(address)]) {
    const panes = new URL(href, 'http://grafana').searchParams.get('panes') ?? '';
    expect(JSON.parse(panes)).toMatchObject({ driftline: { queries: [{ refId }] } });
  }
});
