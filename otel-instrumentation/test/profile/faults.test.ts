import { Faults } from '../../src/profile/faults.ts';
import { TrainingError } from '../../src/profile/training-error.ts';

test('all faults are refused together, each once', async () => {
  const faults = new Faults();
  faults.refuse();
  faults.add('One.');
  expect(await faults.collect(() => Promise.reject(new TrainingError('Two.')))).toBeUndefined();
  expect(await faults.collect(() => Promise.resolve(3))).toBe(3);
  faults.add('One.');
  expect(() => faults.refuse()).toThrow(new TrainingError('One.\nTwo.'));
});

test('an error of ours is no fault of the data', async () => {
  await expect(new Faults().collect(() => Promise.reject(new RangeError('bug')))).rejects.toThrow(RangeError);
});
