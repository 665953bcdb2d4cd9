import { AskList, type Ask } from '../../src/backend/asks.ts';

const instant = (promql: string, time = 60): Ask => ({ kind: 'instant', promql, time });

test('a question is asked once, and another time is another question', () => {
  const list = new AskList([]);
  const indexes = [instant('up'), instant('up'), instant('up', 120), instant('down'), instant('up', 120)].map((ask) =>
    list.add(ask),
  );
  expect(indexes).toEqual([0, 0, 1, 2, 1]);
  expect(list.asks).toEqual([instant('up'), instant('up', 120), instant('down')]);
});

test('the matchers of the settings stand in every kind of question', () => {
  const list = new AskList([{ label: 'team', operator: '=', value: 'credit' }]);
  list.add(instant('up'));
  list.add({ kind: 'range', promql: 'sum(up)', start: 0, end: 60, step: 15 });
  list.add({ kind: 'labels', label: 'job', selector: 'up{a="1"}', start: 0, end: 60 });
  expect(list.asks.map((ask) => (ask.kind === 'labels' ? ask.selector : ask.promql))).toEqual([
    'up{team="credit"}',
    'sum(up{team="credit"})',
    'up{team="credit", a="1"}',
  ]);
});
