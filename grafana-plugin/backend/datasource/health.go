package datasource

import (
	"context"
	"encoding/json"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"driftline/store"
)

type healthRequest struct {
	Settings json.RawMessage `json:"settings"`
	Now      int64           `json:"now"`
}

type health struct {
	Status  string          `json:"status"`
	Message string          `json:"message"`
	Details json.RawMessage `json:"details"`
}

// CheckHealth says whether the store answers, and what reports to it.
func (d *Datasource) CheckHealth(ctx context.Context, _ *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	request := healthRequest{Settings: d.settings, Now: time.Now().UnixMilli()}
	var found health
	if err := d.answer(ctx, "health", request, &found); err != nil {
		return nil, err
	}
	status := backend.HealthStatusError
	if found.Status == "OK" {
		status = backend.HealthStatusOk
	}
	return &backend.CheckHealthResult{Status: status, Message: found.Message, JSONDetails: found.Details}, nil
}

// answer plans a request without frames, asks the store where that is needed, and reads the result.
func (d *Datasource) answer(ctx context.Context, kind string, request any, result any) error {
	var planned json.RawMessage
	if err := d.engines.Plan(ctx, kind, request, &planned); err != nil {
		return err
	}
	var asks struct {
		Asks []store.Ask `json:"asks"`
	}
	if err := json.Unmarshal(planned, &asks); err != nil {
		return err
	}
	if asks.Asks == nil {
		return json.Unmarshal(planned, result)
	}
	return d.engines.Answer(ctx, kind, request, d.store.AskAll(ctx, asks.Asks), d.url, result)
}
