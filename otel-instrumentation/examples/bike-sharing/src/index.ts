export { startDemandReplica, startDemandTraffic } from './start.ts';
