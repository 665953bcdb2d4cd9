import { describeAlertPath } from './alert-path.ts';

describeAlertPath('prometheus');
