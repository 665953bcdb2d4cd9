import { annotationSupport } from './annotation-support.ts';
import { DriftlineDataSource } from './DriftlineDataSource.ts';
import { DriftlineVariableSupport } from './variable-support.ts';

/** The data source with what dashboards need of it for annotations and variables, whose editors need the data source in turn. */
export class DashboardDataSource extends DriftlineDataSource {
  override annotations = annotationSupport;
  override variables: DriftlineVariableSupport = new DriftlineVariableSupport(this);
}
