import { readFileSync } from 'node:fs';
import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.null()]);

const changeSchema = z.strictObject({
  where: z.record(z.string(), value).optional().describe('Only people with these values; all of them unless given'),
  share: z.number().min(0).max(1).default(1).describe('Part of those people that is changed'),
  set: z.record(z.string(), value).optional().describe('Columns that get one value'),
  add: z.record(z.string(), z.number()).optional().describe('Numeric columns that grow by a number'),
});

const scenarioSchema = z.strictObject({
  repeat: z.boolean().default(false).describe('Whether the first phase follows the last'),
  phases: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        seconds: z.number().positive(),
        changes: z.array(changeSchema).default([]),
      }),
    )
    .min(1),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type Phase = Scenario['phases'][number];
export type Change = z.infer<typeof changeSchema>;

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
