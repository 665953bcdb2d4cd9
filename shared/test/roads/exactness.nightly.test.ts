import { describeExactness } from './describe-exactness.ts';

describeExactness('victoria-metrics');
