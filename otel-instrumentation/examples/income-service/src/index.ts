export { endWithParent } from './end-with-parent.ts';
export { IncomeModel, type IncomePrediction, type Person } from './model/income-model.ts';
export { labeledPeople, people, type LabeledPerson } from './traffic/people.ts';
export { playedRows, type PlayedRow } from './traffic/played-rows.ts';
export { parseScenario, readScenario, type Scenario } from './traffic/scenario.ts';
export { Sender } from './traffic/send.ts';
export { startReplica, type Replica, type ReplicaOptions } from './start-replica.ts';
export { startTraffic, type Traffic } from './start-traffic.ts';
