import {
  ReduceDataOptionsBuilder,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';

/** The last value of each series. */
export function nowPanel(): PanelBuilder {
  return (
    new PanelBuilder()
      .graphMode(BigValueGraphMode.None)
      .colorMode(BigValueColorMode.Value)
      .textMode(BigValueTextMode.ValueAndName)
      // The name above the value, however wide the panel is.
      .wideLayout(false)
      .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false).fields(''))
  );
}
