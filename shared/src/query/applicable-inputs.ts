import type { DistributionSource } from './measure-query.ts';

/** Inputs that mean nothing to a distribution of a kind. */
const LEFT_OUT: Record<DistributionSource['kind'], readonly string[]> = {
  features: [],
  prediction: ['feature'],
  outcomes: ['feature'],
  scores: ['feature'],
  histogram: ['model', 'version', 'feature', 'segment'],
};

/** The inputs of a measure that apply to the distribution that it is asked of. */
export function applicableInputs<Input extends string>(
  inputs: readonly Input[],
  of: DistributionSource = { kind: 'features' },
): Input[] {
  const names: readonly string[] = inputs;
  return names.includes('of') ? inputs.filter((input) => !LEFT_OUT[of.kind].includes(input)) : [...inputs];
}
