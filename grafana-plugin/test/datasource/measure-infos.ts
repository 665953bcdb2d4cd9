import { planResource, type MeasureInfo } from '@driftline/shared';

/** The measures as the back end sends them. */
export const MEASURE_INFOS = measuresOfBackEnd();

export function infoOf(id: string): MeasureInfo {
  const info = MEASURE_INFOS.find((each) => each.id === id);
  if (info === undefined) throw new Error(`There is no measure ${id}.`);
  return info;
}

function measuresOfBackEnd(): readonly MeasureInfo[] {
  const answer = planResource({ settings: {}, path: 'measures', parameters: {}, now: 0 });
  return 'body' in answer ? (JSON.parse(JSON.stringify(answer.body)) as MeasureInfo[]) : [];
}
