import type { PredictionBatch } from './batch.ts';
import type { ModelMonitor } from './model-monitor.ts';
import type { Observation } from './observation.ts';
import type { AnyTensor } from './tensor.ts';
import type { WrapOptions } from './wrap-options.ts';

/** Values of one row in the order of the profile. */
type FeatureVector = ArrayLike<string | number | bigint | boolean | Date | null | undefined>;

/** The features of many rows: columns, rows by name or by position, or a tensor with a row for each. */
export type TypedBatchFeatures<Features extends object> =
  | { readonly [Name in keyof Features]: ArrayLike<Features[Name]> | AnyTensor }
  | readonly (Features | FeatureVector)[]
  | AnyTensor;

type FeatureInput<Features extends object> = Features | FeatureVector | TypedBatchFeatures<Features>;

/** An observation whose features have the names of the profile. */
export interface TypedObservation<Features extends object> extends Observation {
  readonly features?: FeatureInput<Features>;
}

/** A batch whose features have the names of the profile. */
export interface TypedBatch<Features extends object> extends Omit<PredictionBatch, 'features'> {
  readonly features?: TypedBatchFeatures<Features> | undefined;
}

type TypedWrapOptions<Args extends readonly unknown[], Result, Features extends object> = WrapOptions<Args, Result> & {
  readonly features: (...args: Args) => FeatureInput<Features>;
};

/**
 * A monitor that knows the features of its profile, so that a wrong name does not compile.
 *
 * @typeParam Features - values by feature name, as `driftline types` writes them
 */
export interface TypedMonitor<Features extends object> extends ModelMonitor {
  record(observation: TypedObservation<Features>): void;
  recordBatch(batch: TypedBatch<Features>): void;
  wrap<Args extends readonly [Features, ...unknown[]], Result>(
    predict: (...args: Args) => Result,
    options?: WrapOptions<Args, Awaited<Result>>,
  ): (...args: Args) => Result;
  wrap<Args extends readonly [FeatureVector | TypedBatchFeatures<Features>, ...unknown[]], Result>(
    predict: (...args: Args) => Result,
    options?: WrapOptions<Args, Awaited<Result>>,
  ): (...args: Args) => Result;
  wrap<Args extends readonly unknown[], Result>(
    predict: (...args: Args) => Result,
    options: TypedWrapOptions<Args, Awaited<Result>, Features>,
  ): (...args: Args) => Result;
}
