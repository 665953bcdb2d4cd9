import { playedRows, readScenario } from '@driftline/example-common';
import { IncomeModel } from '../../src/model/income-model.ts';
import { CANARY } from '../../src/model/versions.ts';
import { labeledPeople } from '../../src/traffic/people.ts';

const scenario = readScenario(new URL('../../scenarios/drift.json', import.meta.url));

test('the scenario of the example is well-formed and tells its six parts', () => {
  expect(scenario.phases.map(({ name }) => name.split(':')[0])).toEqual([
    'steady',
    'age shift',
    'a column goes null',
    'fewer approvals for women',
    'a canary',
    'recovery',
  ]);
});

test('in its act, the canary answers three requests in ten, more often right and to fewer women', () => {
  const labeled = labeledPeople();
  const [stable, canary] = [IncomeModel.load(), IncomeModel.load(CANARY)];
  const phases = scenario.phases.filter((phase) => phase.canary !== undefined);
  expect(phases.map((phase) => phase.canary?.version)).toEqual([CANARY]);
  const people = labeled.map(({ person }) => person);
  const rows = playedRows(people, { repeat: false, phases }, 100, 1);
  const played = Array.from({ length: 9000 }, () => rows.next().value);
  const asked = played.filter(({ version }) => version === CANARY);
  expect(asked.length / played.length).toBeCloseTo(0.3, 1);
  const share = (model: IncomeModel, of: (predicted: string, i: number) => boolean, sex?: string): number => {
    const meant = asked.filter(({ row }) => sex === undefined || row['sex'] === sex);
    return meant.filter(({ row, index }) => of(model.predict(row).prediction, index)).length / meant.length;
  };
  const isRight = (predicted: string, i: number): boolean => predicted === labeled[i]?.label;
  const isFavorable = (predicted: string): boolean => predicted === '>50K';
  expect(share(canary, isRight) - share(stable, isRight)).toBeGreaterThan(0.015);
  expect(share(canary, isFavorable, 'Female') / share(canary, isFavorable, 'Male')).toBeLessThan(0.5);
  expect(share(stable, isFavorable, 'Female') / share(stable, isFavorable, 'Male')).toBeGreaterThan(0.8);
});
