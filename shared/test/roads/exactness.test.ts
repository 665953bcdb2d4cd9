import { describeExactness } from './describe-exactness.ts';

// The other store takes as long: it is asked at night, and half of the sweep asks it too.
describeExactness('prometheus');
