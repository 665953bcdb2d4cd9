import { people } from '../../src/traffic/people.ts';
import { playedRows } from '../../src/traffic/played-rows.ts';
import { parseScenario, phaseAt, readScenario } from '../../src/traffic/scenario.ts';

const everybody = people();

function played(scenario: unknown, rows: number, seed = 1) {
  const generator = playedRows(everybody, parseScenario(scenario), 10, seed);
  return Array.from({ length: rows }, () => generator.next().value);
}

test('a seed fixes the rows', () => {
  const scenario = { phases: [{ name: 'steady', seconds: 1 }] };
  expect(played(scenario, 100)).toEqual(played(scenario, 100));
  expect(played(scenario, 100)).not.toEqual(played(scenario, 100, 2));
});

test('a phase changes the people that it means and no others', () => {
  const changes = [{ add: { age: 15 } }, { where: { sex: 'Female' }, set: { occupation: null } }];
  const shifted = played({ phases: [{ name: 'shift', seconds: 1, changes }] }, 500);
  const ages = (rows: typeof shifted) => rows.map(({ person }) => person['age'] as number);
  expect(Math.min(...ages(shifted))).toBeGreaterThanOrEqual(17 + 15);
  for (const { person } of shifted) if (person['sex'] === 'Female') expect(person['occupation']).toBeNull();
  expect(shifted.some(({ person }) => person['sex'] === 'Male' && person['occupation'] !== null)).toBe(true);
});

test('phases follow each other by time, and begin again where the scenario repeats', () => {
  const scenario = parseScenario({
    repeat: true,
    phases: [
      { name: 'a', seconds: 2 },
      { name: 'b', seconds: 3 },
    ],
  });
  expect([0, 1.9, 2, 4.9, 5, 7].map((seconds) => phaseAt(scenario, seconds).name)).toEqual([
    'a',
    'a',
    'b',
    'b',
    'a',
    'b',
  ]);
  expect(phaseAt({ ...scenario, repeat: false }, 100).name).toBe('b');
});

test('the scenario of the example is well-formed and tells its five parts', () => {
  const { phases } = readScenario(new URL('../../scenarios/drift.json', import.meta.url));
  expect(phases.map(({ name }) => name.split(':')[0])).toEqual([
    'steady',
    'age shift',
    'a column goes null',
    'fewer approvals for women',
    'recovery',
  ]);
});

test.each([
  [{ phases: [] }, 'phases'],
  [{ phases: [{ name: 'a', seconds: 0 }] }, 'phases[0].seconds'],
  [{ phases: [{ name: 'a', seconds: 1, changes: [{ share: 2 }] }] }, 'phases[0].changes[0].share'],
  [{ phases: [{ name: 'a', seconds: 1, chnages: [] }] }, 'chnages'],
])('a wrong scenario names the field: %#', (scenario, field) => {
  expect(() => parseScenario(scenario)).toThrow(field);
});
