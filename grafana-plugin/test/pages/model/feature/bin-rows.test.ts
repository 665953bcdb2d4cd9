/** @jest-environment jsdom */
import '../../../jsdom.ts';
import { binRows } from '../../../../src/pages/model/feature/FeatureView.tsx';
import { madeUpRow } from '../../made-up-rows.ts';

test('both sides of each bin stand together, in the order of the bins', () => {
  const bin = (name: string, value: number) => madeUpRow({ bin: name, value });
  const rows = binRows(
    [bin('>60', 0.1), bin('≤25', 0.2)],
    [bin('≤25', 0.1), bin('(25, 60]', 0.5), bin('>60', 0.4)],
    [bin('≤25', 0.07)],
  );
  expect(rows).toEqual([
    { version: '1', bin: '≤25', reference: 0.2, live: 0.1, contribution: 0.07 },
    { version: '1', bin: '(25, 60]', reference: NaN, live: 0.5, contribution: NaN },
    { version: '1', bin: '>60', reference: 0.1, live: 0.4, contribution: NaN },
  ]);
});
