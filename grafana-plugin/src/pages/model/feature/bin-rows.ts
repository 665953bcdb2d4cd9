import type { DataFrame } from '@grafana/data';
import { t } from '@grafana/i18n';
import { compareBins } from '@driftline/shared/bin-order';
import { binTexts } from '@driftline/shared/bin-text';
import { frameMeta } from '../../../panels/common/frame-meta.ts';
import { framesOf } from '../../values/measure-rows.ts';

/** One bin of one version, on all sides. Shares that are unknown are NaN. */
export interface BinRow {
  readonly version: string;
  readonly bin: string;
  /** How the bin is shown. */
  readonly text: string;
  readonly baseline: number;
  /** A week earlier. */
  readonly earlier: number;
  readonly live: number;
  /** Observations of the bin in the window. */
  readonly count: number;
  readonly contribution: number;
}

/** Bins in their order, version by version, from answers in the format `distribution`. */
export function binRows(frames: readonly DataFrame[]): BinRow[] {
  const earlier = framesOf(frames, 'week earlier').flatMap((frame) => sharesOf(frame, baselineOf(frame)));
  return framesOf(frames, 'distribution')
    .flatMap((frame) => {
      const [baseline, live] = [sharesOf(frame, baselineOf(frame)), sharesOf(frame, 'Live')];
      const [counts, contributions] = [sharesOf(frame, 'Live count'), sharesOf(frame, 'Contribution')];
      const textOf = binTexts(live.map(({ bin }) => bin));
      return live.map(({ version, bin, value }): BinRow => {
        const of = (others: readonly Share[]): number =>
          others.find((other) => other.version === version && other.bin === bin)?.value ?? NaN;
        return {
          version,
          bin,
          text: textOf(bin),
          baseline: of(baseline),
          earlier: of(earlier),
          live: value,
          count: of(counts),
          contribution: of(contributions),
        };
      });
    })
    .sort((a, b) => a.version.localeCompare(b.version) || compareBins(a.bin, b.bin));
}

/** What the column of the baseline is called. */
export function baselineTitle(frames: readonly DataFrame[]): string {
  const [first] = framesOf(frames, 'distribution');
  return (first && baselineOf(first)) ?? t('pages.columns.baseline', 'Baseline');
}

interface Share {
  readonly version: string;
  readonly bin: string;
  readonly value: number;
}

const baselineOf = (frame: DataFrame): string | undefined => frameMeta(frame).baseline;

function sharesOf({ fields }: DataFrame, column: string | undefined): Share[] {
  const bins = fields.find(({ name }) => name === 'Bin');
  const field = fields.find(({ name }) => name === column);
  if (bins === undefined || field === undefined) return [];
  const version = field.labels?.['ml_model_version'] ?? '';
  return (bins.values as unknown[]).map((bin, index) => {
    const value: unknown = field.values[index];
    return { version, bin: String(bin), value: typeof value === 'number' ? value : NaN };
  });
}
