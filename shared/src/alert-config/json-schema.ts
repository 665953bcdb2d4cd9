import { z } from 'zod';
import { alertConfigSchema } from './schema.ts';

/**
 * The format of `alerts.yaml` as JSON Schema 2020-12, for editors. What JSON Schema cannot say, such as that a warning lies
 * before its critical limit, `readAlertConfig` checks.
 */
export function alertConfigJsonSchema(): object {
  return {
    title: 'Driftline alerts',
    description: 'Which alert rules `driftline rules --config` writes, and with which limits.',
    ...z.toJSONSchema(alertConfigSchema, { io: 'input' }),
  };
}
