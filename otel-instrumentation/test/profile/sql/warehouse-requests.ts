import type { ProfileRequest } from '../../../src/profile/profile-request.ts';

/** The table that the requests are about: UCI Adult. */
export const PEOPLE = 'shop.people';

/** A profile of a classification, with every statistic that one may have. */
export const CLASSES: ProfileRequest = {
  model: 'income',
  version: '1',
  types: { age: 'numeric', 'hours-per-week': 'numeric', 'capital-gain': 'numeric', workclass: 'categorical' },
  label: 'class',
  prediction: 'class',
  score: 'education-num',
  favorable: '>50K',
  groups: ['sex', 'sex,race'],
  privileged: { sex: 'Male' },
  edges: { age: [18, 30, 50] },
  missing: ['?', '-999'],
  bins: 10,
  maxCategories: 5,
};

/** One of a regression. */
const NUMBERS: ProfileRequest = {
  model: 'hours',
  version: '1',
  types: { age: 'numeric', sex: 'categorical' },
  task: 'regression',
  label: 'hours-per-week',
  prediction: 'education-num',
  bins: 10,
  maxCategories: 5,
};

/** All of them, with held-out rows, for which any rows will do. */
export const REQUESTS: readonly ProfileRequest[] = [{ ...CLASSES, calibrateOn: [PEOPLE] }, NUMBERS];
