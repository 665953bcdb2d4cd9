export { describeWithStore } from './describe-with-store.ts';
export { waitUntil } from './wait-until.ts';
