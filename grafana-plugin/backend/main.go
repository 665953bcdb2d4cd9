// The back end of Driftline's data source in Grafana: it runs the measures of shared/, which are TypeScript.
package main

import (
	"os"
	"runtime/debug"

	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	driftline "driftline/datasource"
	"driftline/engine"
)

const pluginID = "driftline-model-datasource"

// A query makes much garbage and leaves none of it: to collect less often saves a third of its time. The limit keeps the
// whole process small; Go's own variables for both go first.
const (
	gcPercent   = 400
	memoryLimit = 88 << 20
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	pool, err := engine.NewPool(engine.DefaultSize())
	if err == nil {
		err = datasource.Manage(pluginID, driftline.Factory(pool), datasource.ManageOpts{})
	}
	if err != nil {
		log.DefaultLogger.Error("The Driftline data source stopped", "error", err)
		os.Exit(1)
	}
}
