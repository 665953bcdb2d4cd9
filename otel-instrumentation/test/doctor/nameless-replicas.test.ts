import { describeNamelessReplicas } from './describe-nameless-replicas.ts';

describeNamelessReplicas('victoria-metrics');
