import { readFileSync } from 'node:fs';
import { z } from 'zod';

const valuesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

const changeSchema = z.strictObject({
  where: valuesSchema.optional().describe('Only rows with these values; all of them unless given'),
  share: z.number().min(0).max(1).default(1).describe('Part of those rows that is changed'),
  set: valuesSchema.optional().describe('Columns that get one value'),
  add: z.record(z.string(), z.number()).optional().describe('Numeric columns that grow by a number'),
});

const canarySchema = z.strictObject({
  version: z.string().min(1).describe('Version of the model that is tried'),
  share: z.number().min(0).max(1).describe('Part of the requests that it answers'),
});

const troubleSchema = z.strictObject({
  share: z.number().min(0).max(1).default(1).describe('Part of the requests that it happens to'),
  delayMs: z.number().int().nonnegative().optional().describe('Milliseconds that a prediction takes longer'),
  fails: z.boolean().default(false).describe('Whether the prediction fails'),
});

const scenarioSchema = z.strictObject({
  repeat: z.boolean().default(false).describe('Whether the first phase follows the last'),
  phases: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        seconds: z.number().positive(),
        only: valuesSchema.optional().describe('Plays only rows with these values; all of them unless given'),
        changes: z.array(changeSchema).default([]),
        trouble: z.array(troubleSchema).default([]).describe('What happens to the service itself'),
        canary: canarySchema.optional().describe('A second version of the model beside the first, for this phase'),
      }),
    )
    .min(1),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type Phase = Scenario['phases'][number];
export type Values = z.infer<typeof valuesSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Trouble = z.infer<typeof troubleSchema>;

/** @throws {Error} that names each wrong field of the scenario */
export function parseScenario(json: unknown): Scenario {
  const result = scenarioSchema.safeParse(json);
  if (result.success) return result.data;
  throw new Error(`The scenario cannot be played:\n${z.prettifyError(result.error)}`);
}

export function readScenario(path: string | URL): Scenario {
  return parseScenario(JSON.parse(readFileSync(path, 'utf8')));
}

/** The phase at `seconds` from the start; the last one goes on unless the scenario repeats. */
export function phaseAt(scenario: Scenario, seconds: number): Phase {
  const whole = scenario.phases.reduce((sum, phase) => sum + phase.seconds, 0);
  let left = scenario.repeat ? seconds % whole : seconds;
  for (const phase of scenario.phases) {
    if (left < phase.seconds) return phase;
    left -= phase.seconds;
  }
  return scenario.phases[scenario.phases.length - 1] as Phase;
}
