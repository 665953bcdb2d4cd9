export { IncomeModel, type IncomePrediction, type Person } from './model/income-model.ts';
export { startIncomeReplica, startIncomeTraffic } from './start.ts';
export { labeledPeople, people, type LabeledPerson } from './traffic/people.ts';
