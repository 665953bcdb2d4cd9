import type { Dimension, MeasureId, MeasureQuery } from '@driftline/shared';

/** What a panel asks: a query without what the variables of its dashboard fill in. */
export interface Question extends Pick<MeasureQuery, 'show' | 'of' | 'quantile' | 'byReplica'> {
  readonly measure: MeasureId;
  /** Name of each series with values of its labels, such as `p99 {{ml_model_version}}`; the measure's own unless given. */
  readonly legend?: string;
}

/**
 * How a panel shows its questions: over time with their limits (`lines`), features over time in colors (`map`), bin by bin
 * (`distribution`), a rate of each group with its interval (`groups`), predicted against actual classes (`confusion`), or the
 * last value (`now`).
 */
type Kind = 'lines' | 'map' | 'distribution' | 'groups' | 'confusion' | 'now';

export interface PanelContent {
  readonly kind: Kind;
  readonly title: string;
  /** What to see in it. What the limit is and what to do beyond it, the measure says. */
  readonly description: string;
  readonly questions: readonly [Question, ...Question[]];
  /** Part of the width, beside the others of its line; 1 unless given. */
  readonly weight?: number;
}

/** Panels side by side, over the whole width. */
interface LineContent {
  /** In units of Grafana's grid, of about 38 pixels each. */
  readonly height: number;
  readonly panels: readonly PanelContent[];
}

interface RowContent {
  /** Without one, its lines stand at the top of the dashboard. */
  readonly title?: string;
  /** Whether it is closed at first, as what only some models have. */
  readonly collapsed?: boolean;
  readonly lines: readonly LineContent[];
}

/** What a variable of a dashboard narrows its queries to. */
export type Narrowing = Exclude<Dimension, 'profile'>;

/** What a dashboard shows, whichever data source it asks. */
export interface DashboardContent {
  /** Such as `data-quality`: ends its uid and names its file, and the tab of the app's page of a model. */
  readonly id: string;
  /** As links call it. */
  readonly name: string;
  readonly title: string;
  /** The question that it answers. */
  readonly description: string;
  /** Its variables beside the data source, in their order. */
  readonly variables: readonly Narrowing[];
  /** Variables of which several values can be chosen; the others have one. */
  readonly several: readonly Narrowing[];
  /** Time over which observations are counted, unless a reader chooses another; 15 minutes unless given. */
  readonly window?: '1h';
  /** Measures of which annotations mark when they were beyond their critical limit. */
  readonly marked: readonly MeasureId[];
  readonly rows: readonly RowContent[];
}
