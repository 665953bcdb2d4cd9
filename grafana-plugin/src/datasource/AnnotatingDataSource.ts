import { annotationSupport } from './annotation-support.ts';
import { DriftlineDataSource } from './DriftlineDataSource.ts';

/** The data source with what dashboards need of it for annotations, whose editor needs the data source in turn. */
export class AnnotatingDataSource extends DriftlineDataSource {
  override annotations = annotationSupport;
}
