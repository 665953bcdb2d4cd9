package datasource

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"driftline/engine"
)

// fakeStore gives one series of ones to everything, and keeps what it is asked.
type fakeStore struct {
	*httptest.Server
	mutex sync.Mutex
	asked []string
}

func startStore(t testing.TB) *fakeStore {
	store := &fakeStore{}
	store.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text := r.FormValue("query") + r.FormValue("match[]")
		store.mutex.Lock()
		store.asked = append(store.asked, text)
		store.mutex.Unlock()
		value := `"value":[1,"1"]`
		if r.URL.Path == "/api/v1/query_range" {
			value = fmt.Sprintf(`"values":[[%s,"1"],[%s,"1"]]`, r.FormValue("start"), r.FormValue("end"))
		}
		_, _ = fmt.Fprintf(w, `{"status":"success","data":{"result":[{"metric":{"ml_model_name":"m","ml_model_version":"1"},%s}]}}`, value)
	}))
	t.Cleanup(store.Close)
	return store
}

func newDatasource(t testing.TB, url, settings string) *Datasource {
	t.Helper()
	pool, err := engine.NewPool(2)
	if err != nil {
		t.Fatal(err)
	}
	made, err := Factory(pool)(context.Background(), backend.DataSourceInstanceSettings{URL: url, JSONData: []byte(settings)})
	if err != nil {
		t.Fatal(err)
	}
	return made.(*Datasource)
}

// ask sends queries with the names A, B, C and so on.
func ask(t testing.TB, d *Datasource, headers map[string]string, queries ...string) backend.Responses {
	t.Helper()
	request := &backend.QueryDataRequest{Headers: headers}
	end := time.Unix(1_700_000_000, 0)
	for i, query := range queries {
		request.Queries = append(request.Queries, backend.DataQuery{
			RefID: string(rune('A' + i)), JSON: []byte(query), Interval: 30 * time.Second, TimeRange: backend.TimeRange{From: end.Add(-5 * time.Minute), To: end},
		})
	}
	response, err := d.QueryData(context.Background(), request)
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range request.Queries {
		if each, ok := response.Responses[query.RefID]; !ok || (each.Error == nil) != (each.Status == backend.StatusOK) {
			t.Fatalf("%s of %q: %+v", query.RefID, query.JSON, each)
		}
	}
	return response.Responses
}

func TestQueriesShareWhatTheyAsk(t *testing.T) {
	counts := []int{}
	for _, queries := range [][]string{{`{"measure":"psi"}`}, {`{"measure":"psi"}`, `{"measure":"psi"}`}} {
		store := startStore(t)
		ask(t, newDatasource(t, store.URL, ""), nil, queries...)
		counts = append(counts, len(store.asked))
	}
	if counts[0] == 0 || counts[0] != counts[1] {
		t.Errorf("one query asks %d times, the same twice %d times", counts[0], counts[1])
	}
}

func TestWrongQueriesFailAlone(t *testing.T) {
	wrong := []string{`{"measure":"no-such-measure"}`, `[]`, `{`, ``, `{"window":"soon"}`, `{"where":7}`, `{"format":"pie"}`, `"` + strings.Repeat("x", maxQueryBytes) + `"`}
	store := startStore(t)
	responses := ask(t, newDatasource(t, store.URL, "{}"), nil, append(wrong, `{"measure":"throughput"}`)...)
	for i, query := range wrong {
		if each := responses[string(rune('A'+i))]; each.Status != 400 || each.ErrorSource != backend.ErrorSourcePlugin {
			t.Errorf("%.40s: %d %s %v", query, each.Status, each.ErrorSource, each.Error)
		}
	}
	if good := responses[string(rune('A'+len(wrong)))]; good.Error != nil || len(good.Frames) != 1 {
		t.Error(good.Error, good.Frames)
	}
}

func TestFrameTypes(t *testing.T) {
	store := startStore(t)
	source := newDatasource(t, store.URL, "{}")
	for _, test := range []struct {
		query   string
		headers map[string]string
		want    data.FrameType
	}{
		{`{"measure":"throughput"}`, nil, data.FrameTypeTimeSeriesMulti},
		{`{"measure":"throughput"}`, map[string]string{"FromAlert": "true"}, data.FrameTypeNumericMulti},
		{`{"measure":"throughput","format":"table"}`, map[string]string{"FromAlert": "true"}, data.FrameTypeNumericMulti},
		{`{"measure":"throughput"}`, map[string]string{"http_Fromalert": "true"}, data.FrameTypeNumericMulti},
	} {
		response := ask(t, source, test.headers, test.query)["A"]
		if response.Error != nil || len(response.Frames) != 1 || response.Frames[0].Meta.Type != test.want {
			t.Errorf("%s %v: %v %v", test.query, test.headers, response.Error, response.Frames)
		}
	}
}

func TestEmptyQuery(t *testing.T) {
	store := startStore(t)
	if response := ask(t, newDatasource(t, store.URL, ""), nil, "{}")["A"]; response.Error != nil || len(store.asked) == 0 {
		t.Error(response.Error, store.asked)
	}
}

// Whatever a query says, nothing that the store is asked is without the filter of the settings.
func TestEnforcedFilters(t *testing.T) {
	store := startStore(t)
	source := newDatasource(t, store.URL, `{"labelFilters":[{"label":"team","operator":"=","value":"credit"}]}`)
	ask(t, source, nil, `{}`, `{"measure":"throughput"}`, `{"measure":"psi","format":"table"}`, `{"measure":"missing-share","instant":true}`,
		`{"labelFilters":[]}`, `{"settings":{"labelFilters":[]}}`, `{"filters":[{"label":"team","operator":"=","value":"fraud"}]}`,
		`{"matchers":[{"label":"team","operator":"=~","value":".*"}]}`, `{"where":{"model":["m\"} or x{a=\"b"]}}`,
		`{"measure":"psi","baseline":{"kind":"selector","selector":"x_bucket{team=\"fraud\"} or y"}}`,
		`{"measure":"psi","of":{"kind":"histogram","selector":"x_bucket or y{team!=\"credit\"}","edges":[1,2],"by":[]}}`)
	if _, err := source.CheckHealth(t.Context(), nil); err != nil {
		t.Error(err)
	}
	if len(store.asked) < 5 {
		t.Errorf("only %q was asked", store.asked)
	}
	for _, promql := range store.asked {
		if selectors, filters := strings.Count(outsideTexts(promql), "{"), strings.Count(promql, `team="credit"`); selectors == 0 || selectors != filters {
			t.Errorf("%d selectors, %d filters in %s", selectors, filters, promql)
		}
	}
}

// outsideTexts leaves out what stands in quotes.
func outsideTexts(promql string) string {
	var outside strings.Builder
	quoted := false
	for i := 0; i < len(promql); i++ {
		switch {
		case quoted && promql[i] == '\\':
			i++
		case promql[i] == '"':
			quoted = !quoted
		case !quoted:
			outside.WriteByte(promql[i])
		}
	}
	return outside.String()
}

func TestStoreDown(t *testing.T) {
	store := startStore(t)
	store.Close()
	for refID, each := range ask(t, newDatasource(t, store.URL, ""), nil, `{}`, `{"measure":"throughput"}`) {
		if each.Status != 502 || each.ErrorSource != backend.ErrorSourceDownstream || each.Error == nil {
			t.Errorf("%s: %+v", refID, each)
		}
	}
}

// Settings that are refused are what each query says, and no reason for the data source not to start.
func TestWrongSettings(t *testing.T) {
	store := startStore(t)
	for _, settings := range []string{
		`{"maxSeries":"many"}`, `{"maxSeries":"5"}`, `{"maxSeries":1.5}`, `{"maxSeries":1e300}`, `{"maxResponseMegabytes":"64"}`, `{"maxResponseMegabytes":1e300}`,
		`{"httpMethod":7}`, `{"labelFilters":{}}`, `null`,
	} {
		t.Run(settings, func(t *testing.T) {
			each := ask(t, newDatasource(t, store.URL, settings), nil, `{"measure":"throughput"}`)["A"]
			if each.Error != nil && (each.Status != 400 || each.ErrorSource != backend.ErrorSourcePlugin) {
				t.Errorf("%d %s %v", each.Status, each.ErrorSource, each.Error)
			}
		})
	}
}

// FuzzQuery: whatever stands in a query, it has a response, and the query beside it is answered.
func FuzzQuery(f *testing.F) {
	for _, seed := range []string{
		"{}", "null", "[]", "1", `"x"`, "true", "", "{", strings.Repeat("[", 9000) + strings.Repeat("]", 9000),
		strings.Repeat(`{"models":`, 5000) + "1" + strings.Repeat("}", 5000), `{"minimumObservations":1e999}`, `{"minimumObservations":-1e308,"utcOffsetSec":1e308}`,
		`{"utcOffsetSec":"x","instant":7,"format":[]}`, `{"measure":{},"window":3,"show":null}`, `{"measure":"psi","window":"99999999999y"}`,
		`{"window":"$__range","measure":"throughput"}`, `{"measure":"__proto__"}`, `{"__proto__":{"measure":"psi"}}`, `{"measure":"psi","show":"constructor"}`,
	} {
		f.Add(seed)
	}
	store := startStore(f)
	source := newDatasource(f, store.URL, "{}")
	f.Fuzz(func(t *testing.T, query string) {
		if !json.Valid([]byte(query)) && len(query) > 100 {
			t.Skip()
		}
		responses := ask(t, source, nil, query, `{"measure":"throughput"}`)
		if good := responses["B"]; good.Error != nil {
			t.Error(good.Error)
		}
		if each := responses["A"]; each.Status == 500 {
			t.Error(each.Error)
		}
	})
}
