// Package datasource is Grafana's side: queries, health and resources of one configured data source.
package datasource

import (
	"context"
	"encoding/json"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"

	"driftline/engine"
	"driftline/store"
)

// Datasource is one configured data source. Grafana makes another when its settings change.
type Datasource struct {
	url      string
	settings json.RawMessage
	engines  *engine.Pool
	store    *store.Client
}

// limitsOf every data source, as shared/src/backend/settings.ts completes them.
type limitsOf struct {
	HTTPMethod string `json:"httpMethod"`
	store.Limits
}

// Factory makes data sources that share the engines.
func Factory(engines *engine.Pool) datasource.InstanceFactoryFunc {
	return func(ctx context.Context, settings backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
		if len(settings.JSONData) == 0 {
			settings.JSONData = json.RawMessage("{}")
		}
		options, err := settings.HTTPClientOptions(ctx)
		if err != nil {
			return nil, backend.DownstreamError(err)
		}
		// Where OAuth forwarding or cookies are on, the request goes on as the user who asks.
		options.ForwardHTTPHeaders = true
		client, err := httpclient.New(options)
		if err != nil {
			return nil, backend.DownstreamError(err)
		}
		var limits limitsOf
		if err := engines.Plan(ctx, "settings", settings.JSONData, &limits); err != nil {
			return nil, err
		}
		return &Datasource{
			url:      settings.URL,
			settings: settings.JSONData,
			engines:  engines,
			store:    store.NewClient(client, settings.URL, limits.HTTPMethod, limits.Limits),
		}, nil
	}
}

var (
	_ backend.QueryDataHandler    = (*Datasource)(nil)
	_ backend.CheckHealthHandler  = (*Datasource)(nil)
	_ backend.CallResourceHandler = (*Datasource)(nil)
)
