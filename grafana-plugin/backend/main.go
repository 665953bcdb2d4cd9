// The back end of Driftline's data source in Grafana: it runs the measures of shared/, which are TypeScript.
package main

import (
	"os"

	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	driftline "driftline/datasource"
	"driftline/engine"
)

const pluginID = "driftline-model-datasource"

func main() {
	pool, err := engine.NewPool(engine.DefaultSize())
	if err == nil {
		err = datasource.Manage(pluginID, driftline.Factory(pool), datasource.ManageOpts{})
	}
	if err != nil {
		log.DefaultLogger.Error("The Driftline data source stopped", "error", err)
		os.Exit(1)
	}
}
