import { checkNames } from '../../src/profile/column-names.ts';
import { Faults } from '../../src/profile/faults.ts';

function check(...names: (string | null)[]): string[] {
  const faults = new Faults();
  const named = checkNames('f.csv', names, faults);
  try {
    faults.refuse();
  } catch (error) {
    expect(named).toBe(false);
    return (error as Error).message.split('\n');
  }
  expect(named).toBe(true);
  return [];
}

test('each column needs a name of its own, also without regard to case', () => {
  expect(check('a', 'b')).toEqual([]);
  expect(check('a', '', 'b', ' ', null)).toEqual(
    [2, 4, 5].map((i) => `Column ${i} of f.csv has no name: name each column once.`),
  );
  expect(check('a', 'b', 'a', 'a')).toEqual(['Two columns of f.csv are called a: name each column once.']);
  expect(check('Age', 'age')).toEqual(['Columns Age and age of f.csv differ only in case: name each column once.']);
});
