import { describeAlertPath } from './alert-path.ts';

describeAlertPath('victoria-metrics');
