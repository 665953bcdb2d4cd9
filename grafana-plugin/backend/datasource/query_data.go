package datasource

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync"

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
	// Queries are plans that only the engine reads, but for these fields.
	Queries []json.RawMessage `json:"queries"`
}

type plannedQuery struct {
	RefID string          `json:"refId"`
	Asks  []int           `json:"asks"`
	Error *engine.Failure `json:"error"`
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
	answers := d.store.AskAll(ctx, plan.Asks)
	var waiting sync.WaitGroup
	responses := make([]backend.DataResponse, len(plan.Queries))
	refIDs := make([]string, len(plan.Queries))
	for i, text := range plan.Queries {
		var planned plannedQuery
		if err := json.Unmarshal(text, &planned); err != nil {
			return nil, fmt.Errorf("the engine gave no plan: %w", err)
		}
		refIDs[i] = planned.RefID
		waiting.Go(func() { responses[i] = d.respond(ctx, planned, text, answers) })
	}
	waiting.Wait()
	for i, refID := range refIDs {
		response.Responses[refID] = responses[i]
	}
	return response, nil
}

func (d *Datasource) respond(ctx context.Context, planned plannedQuery, text json.RawMessage, all []store.Answer) backend.DataResponse {
	if planned.Error != nil {
		return failureResponse(planned.Error)
	}
	answers := make([]store.Answer, len(planned.Asks))
	for i, index := range planned.Asks {
		answers[i] = all[index]
	}
	result, err := d.engines.Frames(ctx, text, answers, d.url)
	if err != nil {
		return failed(err)
	}
	if result.Error != nil {
		return failureResponse(result.Error)
	}
	for _, frame := range result.Frames {
		frame.RefID = planned.RefID
	}
	return backend.DataResponse{Status: backend.StatusOK, Frames: result.Frames}
}

func failureResponse(failure *engine.Failure) backend.DataResponse {
	return refused(failure.Status, backend.ErrorSource(failure.Source), failure.Message)
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
