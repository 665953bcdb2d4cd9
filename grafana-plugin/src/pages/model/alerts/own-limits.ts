import type { MeasureInfo } from '@driftline/shared';

/** Limits of a model in place of the defaults, by measure. */
export type OwnLimits = Readonly<Record<string, number>>;

/** Reads limits as the address keeps them, such as `psi:0.3,latency-quantile:0.5`; what is none is left out. */
export function limitsIn(text: string): OwnLimits {
  const parts = text.split(',').map((part) => /^([\w-]+):([\d.e+-]+)$/.exec(part));
  return Object.fromEntries(
    parts.flatMap((part) => {
      const limit = Number(part?.[2]);
      return part?.[1] === undefined || !Number.isFinite(limit) ? [] : [[part[1], limit] as const];
    }),
  );
}

/** Limits as the address keeps them; empty where there are none. */
export function limitsText(limits: OwnLimits): string {
  return Object.entries(limits)
    .map(([measure, limit]) => `${measure}:${limit}`)
    .join(',');
}

/** A measure with a limit of its own in place of its critical one. */
export function withLimit(info: MeasureInfo, limits: OwnLimits): MeasureInfo {
  const { thresholds } = info;
  const critical = limits[info.id];
  return thresholds === undefined || critical === undefined
    ? info
    : { ...info, thresholds: { ...thresholds, critical } };
}
