import { ATTRIBUTES } from '../conventions/attributes.ts';
import { legendLabel } from '../conventions/series.ts';
import { distributionOf } from '../distributions/distribution-of.ts';
import { modelLegend } from '../distributions/model-legend.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { About } from './description.ts';

/** Name of one series in Grafana's legend format, by what its values are about. */
export function legendOf(about: About, query: MeasureQuery): string {
  switch (about) {
    case 'feature':
      return legendLabel(ATTRIBUTES.featureName);
    case 'distribution':
      return distributionOf(query).legend;
    case 'bin': {
      const { legend, bin } = distributionOf(query);
      return `${legend} {{${bin}}}`;
    }
    case 'group':
      return `${legendLabel(ATTRIBUTES.groupAttribute)}: ${legendLabel(ATTRIBUTES.groupValue)}`;
    case 'group attribute':
      return legendLabel(ATTRIBUTES.groupAttribute);
    case 'model':
      return modelLegend();
  }
}
