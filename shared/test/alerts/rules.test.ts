import { describeRules } from './describe-rules.ts';

// How alerts end of every measure takes a minute: told of all at night.
describeRules({ whole: false });
