import type { MeasureRow } from '../../values/measure-rows.ts';

/** The labels that a version got in the window. */
export interface LabelRow {
  readonly version: string;
  readonly labels: number;
  /** Labels for each prediction of the window; NaN where there are none. */
  readonly perPrediction: number;
  /** Seconds from a prediction to its label; undefined where no service measures it. */
  readonly median: MeasureRow | undefined;
  readonly late: MeasureRow | undefined;
}

interface Asked {
  /** Of measures that rest on labels. */
  readonly measured: readonly MeasureRow[];
  readonly throughput: readonly MeasureRow[];
  readonly median: readonly MeasureRow[];
  readonly late: readonly MeasureRow[];
  readonly windowSeconds: number;
}

/** Labels by version: how many there are, and how late they come. */
export function labelRows({ measured, throughput, median, late, windowSeconds }: Asked): LabelRow[] {
  const versions = [...new Set(measured.map(({ version }) => version))].sort();
  return versions.map((version) => {
    const of = (rows: readonly MeasureRow[]): MeasureRow | undefined => rows.find((row) => row.version === version);
    const labels = Math.max(
      ...measured
        .filter((row) => row.version === version)
        .map(({ observations }) => (Number.isNaN(observations) ? 0 : observations)),
    );
    const share = labels / ((of(throughput)?.value ?? NaN) * windowSeconds);
    return {
      version,
      labels,
      perPrediction: Number.isFinite(share) ? share : NaN,
      median: of(median),
      late: of(late),
    };
  });
}
