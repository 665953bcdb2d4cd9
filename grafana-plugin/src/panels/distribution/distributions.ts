import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { compareBins } from '@driftline/shared';
import { measureOf } from '../../datasource/describe-frames.ts';

/** One bin as it is drawn. */
export interface Bin {
  readonly label: string;
  readonly reference: number;
  readonly live: number;
  /** The bin's part of the PSI; undefined where it was not asked for. */
  readonly part?: number;
}

/** One feature of one model. */
export interface Distribution {
  readonly name: string;
  readonly bins: readonly Bin[];
  /** Sum of the parts; undefined where they were not asked for. */
  readonly psi?: number;
}

interface Cell {
  reference: number;
  live: number;
  part?: number;
}

/** Puts the frames of the three measures by bin together: one distribution a feature, the most drifted first. */
export function distributions(frames: readonly DataFrame[]): Distribution[] {
  const models = new Set<string>();
  const features = new Map<string, { feature: string; model: string; cells: Map<string, Cell> }>();
  for (const frame of frames) {
    const measure = measureOf(frame);
    for (const field of frame.fields) {
      const { ml_feature_name: feature, ml_feature_bin: bin, ml_model_name, ml_model_version } = field.labels ?? {};
      const value = lastOf(field);
      if (feature === undefined || bin === undefined || value === undefined) continue;
      const model = `${ml_model_name ?? ''} ${ml_model_version ?? ''}`.trim();
      models.add(model);
      const key = JSON.stringify([model, feature]);
      const entry = features.get(key) ?? { feature, model, cells: new Map<string, Cell>() };
      features.set(key, entry);
      const cell = entry.cells.get(bin) ?? { reference: 0, live: 0 };
      entry.cells.set(bin, cell);
      if (measure === 'reference-share') cell.reference = value;
      else if (measure === 'live-share') cell.live = value;
      else if (measure === 'psi-contribution') cell.part = value;
    }
  }
  return [...features.values()]
    .map(({ feature, model, cells }) => distributionOf(models.size > 1 ? `${feature} (${model})` : feature, cells))
    .sort((a, b) => (b.psi ?? 0) - (a.psi ?? 0) || a.name.localeCompare(b.name));
}

function distributionOf(name: string, cells: Map<string, Cell>): Distribution {
  const bins = [...cells].map(([label, cell]) => ({ label, ...cell })).sort((a, b) => compareBins(a.label, b.label));
  const parts = bins.map((bin) => bin.part).filter((part) => part !== undefined);
  return { name, bins, ...(parts.length > 0 ? { psi: parts.reduce((sum, part) => sum + part, 0) } : {}) };
}

function lastOf(field: Field): number | undefined {
  if (field.type !== FieldType.number) return undefined;
  return (field.values as unknown[]).findLast((value) => typeof value === 'number' && Number.isFinite(value)) as
    number | undefined;
}
