package datasource

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"driftline/engine"
	"driftline/store"
)

// maxQueryBytes of one saved query: what people build is a thousandth of it.
const maxQueryBytes = 1 << 20

type askedQuery struct {
	RefID      string          `json:"refId"`
	Model      json.RawMessage `json:"model"`
	From       int64           `json:"from"`
	To         int64           `json:"to"`
	IntervalMs int64           `json:"intervalMs"`
}

type queriesRequest struct {
	Settings json.RawMessage `json:"settings"`
	ForAlert bool            `json:"forAlert"`
	Queries  []askedQuery    `json:"queries"`
}

type queriesPlan struct {
	Asks []store.Ask `json:"asks"`
	// Queries are plans that only the engine reads, in the order of the request.
	Queries []json.RawMessage `json:"queries"`
}

// QueryData answers the queries of a panel, of Explore or of an alert rule. What several of them need, the store is asked
// once; one that fails takes none of the others with it.
func (d *Datasource) QueryData(ctx context.Context, request *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	response := backend.NewQueryDataResponse()
	asked := queriesRequest{Settings: d.settings, ForAlert: request.GetHTTPHeader(backend.FromAlertHeaderName) == "true" || request.Headers[backend.FromAlertHeaderName] == "true"}
	for _, query := range request.Queries {
		// Valid JSON may hold numbers such as 1e999, which the engine could not read: they would fail all queries.
		var readable any
		if len(query.JSON) > maxQueryBytes || json.Unmarshal(query.JSON, &readable) != nil {
			response.Responses[query.RefID] = refused(http.StatusBadRequest, backend.ErrorSourcePlugin,
				"The query is no JSON, or larger than 1 MB: build it again in the query editor.")
			continue
		}
		asked.Queries = append(asked.Queries, askedQuery{
			RefID: query.RefID, Model: query.JSON, IntervalMs: query.Interval.Milliseconds(),
			From: query.TimeRange.From.UnixMilli(), To: query.TimeRange.To.UnixMilli(),
		})
	}
	var plan queriesPlan
	if err := d.engines.Plan(ctx, "queries", asked, &plan); err != nil {
		for _, query := range asked.Queries {
			response.Responses[query.RefID] = failed(err)
		}
		return response, nil
	}
	for i, result := range d.engines.Frames(ctx, plan.Queries, d.store.AskAll(ctx, plan.Asks), d.url) {
		refID := asked.Queries[i].RefID
		response.Responses[refID] = respond(result, refID)
	}
	return response, nil
}

func respond(result engine.Result, refID string) backend.DataResponse {
	switch {
	case result.Err != nil:
		return failed(result.Err)
	case result.Failure != nil:
		return refused(result.Failure.Status, backend.ErrorSource(result.Failure.Source), result.Failure.Message)
	}
	for _, frame := range result.Frames {
		frame.RefID = refID
	}
	return backend.DataResponse{Status: backend.StatusOK, Frames: result.Frames}
}

func refused(status int, source backend.ErrorSource, message string) backend.DataResponse {
	return backend.DataResponse{Status: backend.Status(status), ErrorSource: source, Error: errors.New(message)}
}

// failed is for what should never happen, and for queries that nobody waits for any more.
func failed(err error) backend.DataResponse {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return refused(499, backend.ErrorSourceDownstream, "The query was canceled.")
	}
	backend.Logger.Error("A query failed in the engine", "error", err)
	return refused(http.StatusInternalServerError, backend.ErrorSourcePlugin,
		fmt.Sprintf("Driftline failed to compute the query (%s): please report this with the query.", err))
}
