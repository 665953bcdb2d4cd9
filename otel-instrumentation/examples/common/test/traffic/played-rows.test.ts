import { playedRows, type Row } from '../../src/traffic/played-rows.ts';
import { parseScenario, phaseAt } from '../../src/traffic/scenario.ts';

/** Every age from 17 to 76, half of them women. */
const PEOPLE: readonly Row[] = Array.from({ length: 60 }, (_, i) => ({
  age: 17 + i,
  sex: i % 2 === 0 ? 'Female' : 'Male',
  occupation: 'Sales',
}));

function played(scenario: unknown, rows: number, seed = 1) {
  const generator = playedRows(PEOPLE, parseScenario(scenario), 10, seed);
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
  for (const { row, index } of shifted) {
    expect(row['age']).toBe(17 + index + 15);
    expect(row['occupation']).toBe(row['sex'] === 'Female' ? null : 'Sales');
  }
  expect(new Set(shifted.map(({ row }) => row['sex']))).toEqual(new Set(['Female', 'Male']));
});

test('a phase plays only the rows that it names', () => {
  const only = { sex: 'Male' };
  const men = played({ phases: [{ name: 'men', seconds: 1, only }] }, 500);
  expect(new Set(men.map(({ row }) => row['sex']))).toEqual(new Set(['Male']));
  expect(new Set(men.map(({ index }) => index)).size).toBe(30);
  expect(() => played({ phases: [{ name: 'nobody', seconds: 1, only: { sex: 'male' } }] }, 1)).toThrow(
    'No row has the values that the phase "nobody" plays only.',
  );
});

test('a canary answers its share of the requests, in its phase', () => {
  const phases = [
    { name: 'before', seconds: 100 },
    { name: 'canary', seconds: 100, canary: { version: '2', share: 0.3 } },
    { name: 'after', seconds: 100 },
  ];
  const rows = played({ phases }, 3000);
  const asked = rows.filter(({ version }) => version !== undefined);
  expect(new Set(asked.map(({ version, phase }) => `${version} in ${phase.name}`))).toEqual(new Set(['2 in canary']));
  // Four standard deviations of 1,000 draws.
  expect(Math.abs(asked.length / 1000 - 0.3)).toBeLessThan(0.058);
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

test.each([
  [{ phases: [] }, 'phases'],
  [{ phases: [{ name: 'a', seconds: 0 }] }, 'phases[0].seconds'],
  [{ phases: [{ name: 'a', seconds: 1, changes: [{ share: 2 }] }] }, 'phases[0].changes[0].share'],
  [{ phases: [{ name: 'a', seconds: 1, canary: { share: 0.1 } }] }, 'phases[0].canary.version'],
  [{ phases: [{ name: 'a', seconds: 1, chnages: [] }] }, 'chnages'],
])('a wrong scenario names the field: %#', (scenario, field) => {
  expect(() => parseScenario(scenario)).toThrow(field);
});
