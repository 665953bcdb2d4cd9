/** Runs one replica of the service; `serve` of the common part has the command line. */
import { serve } from '@driftline/example-common';
import { removeMonitor } from '@driftline/otel';
import { profileOf, STABLE } from './model/versions.ts';
import { incomeService } from './service.ts';

await serve({ serviceName: 'income-service', profile: profileOf(STABLE) }, ({ monitor, addModel }) =>
  incomeService({ monitor, addModel, removeModel: removeMonitor }),
);
