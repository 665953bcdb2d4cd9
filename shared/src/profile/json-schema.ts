import { z } from 'zod';
import { profileSchema } from './schema.ts';

/**
 * The profile's format as JSON Schema 2020-12, for editors and for programs in other languages. What JSON Schema cannot
 * say, such as that edges ascend and counts match them, is in the descriptions, and `parseProfile` checks it.
 */
export function profileJsonSchema(): object {
  return {
    title: 'Driftline reference profile',
    description:
      'What the training data of a model look like; written by `driftline profile`, read by @driftline/otel.',
    ...z.toJSONSchema(profileSchema, { io: 'input' }),
  };
}
