import { describeRules } from './describe-rules.ts';

describeRules({ whole: true });
