package datasource

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

type resourceRequest struct {
	Settings   json.RawMessage `json:"settings"`
	Path       string          `json:"path"`
	Parameters url.Values      `json:"parameters"`
	Body       json.RawMessage `json:"body,omitempty"`
	Now        int64           `json:"now"`
}

type resourceResponse struct {
	Status int             `json:"status"`
	Body   json.RawMessage `json:"body"`
}

// CallResource answers editors, variables and pages: names in the store, measures, the PromQL of a query.
func (d *Datasource) CallResource(ctx context.Context, call *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	request := resourceRequest{
		Settings: d.settings, Path: strings.Trim(call.Path, "/"), Parameters: url.Values{}, Now: time.Now().UnixMilli(),
	}
	if address, err := url.Parse(call.URL); err == nil {
		request.Parameters = address.Query()
	}
	var response resourceResponse
	switch {
	case len(call.Body) == 0:
	case len(call.Body) <= maxQueryBytes && json.Valid(call.Body):
		request.Body = call.Body
	default:
		response = resourceResponse{Status: http.StatusBadRequest, Body: json.RawMessage(`{"message":"The body is no JSON, or larger than 1 MB."}`)}
	}
	if response.Status == 0 {
		if err := d.answer(ctx, "resource", request, &response); err != nil {
			return err
		}
	}
	return sender.Send(&backend.CallResourceResponse{
		Status:  response.Status,
		Headers: map[string][]string{"Content-Type": {"application/json"}},
		Body:    response.Body,
	})
}
