/** A number as the files hold it: what JSON has no numeral for is text. */
export type Golden = number | 'NaN' | 'Infinity';

/** Fails unless the statistic agrees in every case: to a part in 10⁹, or to 10⁻¹² near zero. */
export function expectAgreement<T>(cases: readonly T[], statistic: (of: T) => number, golden: (of: T) => Golden): void {
  expect(cases.length).toBeGreaterThanOrEqual(200);
  const differing = cases.filter((each) => !agree(statistic(each), Number(golden(each))));
  expect(differing.map((each) => [each, statistic(each), golden(each)])).toEqual([]);
}

function agree(ours: number, theirs: number): boolean {
  if (Number.isNaN(theirs) || !Number.isFinite(theirs)) return Object.is(ours, theirs);
  return Math.abs(ours - theirs) <= Math.max(1e-9 * Math.abs(theirs), 1e-12);
}
