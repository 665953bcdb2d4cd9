import { distributionOf } from '../distributions/distribution-of.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { About } from './description.ts';

/** Name of one series in Grafana's legend format, by what its values are about. */
export function legendOf(about: About, query: MeasureQuery): string {
  switch (about) {
    case 'feature':
      return '{{ml_feature_name}}';
    case 'distribution':
      return distributionOf(query).legend;
    case 'bin': {
      const { legend, bin } = distributionOf(query);
      return `${legend} {{${bin}}}`;
    }
    case 'group':
      return '{{ml_group_attribute}}: {{ml_group_value}}';
    case 'group attribute':
      return '{{ml_group_attribute}}';
    case 'model':
      return '{{ml_model_name}} {{ml_model_version}}';
  }
}
