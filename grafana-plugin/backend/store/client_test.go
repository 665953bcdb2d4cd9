package store

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

var plenty = Limits{MaxSeries: 10, MaxMegabytes: 1}

// clientOf asks a server that lives as long as the test.
func clientOf(t *testing.T, method string, limits Limits, handler http.HandlerFunc) (*Client, *httptest.Server) {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return NewClient(&http.Client{Timeout: 10 * time.Second}, server.URL+"/prefix/", method, limits), server
}

func instant(promql string) []Ask { return []Ask{{Kind: "instant", PromQL: promql, Time: 12.5}} }

func TestClientRequests(t *testing.T) {
	ranged := Ask{Kind: "range", PromQL: "b", Start: 0, End: 1_700_000_000, Step: 30}
	labels := Ask{Kind: "labels", Label: "a/b", Selector: `{x="y"}`, Start: 1, End: 2}
	rangeForm := url.Values{"query": {"b"}, "start": {"0"}, "end": {"1700000000"}, "step": {"30"}}
	for name, test := range map[string]struct {
		method, wantMethod, path string
		ask                      Ask
		form                     url.Values
	}{
		"instant":       {"POST", "POST", "/prefix/api/v1/query", instant("a + b")[0], url.Values{"query": {"a + b"}, "time": {"12.5"}}},
		"range":         {"POST", "POST", "/prefix/api/v1/query_range", ranged, rangeForm},
		"range by GET":  {"GET", "GET", "/prefix/api/v1/query_range", ranged, rangeForm},
		"label's names": {"POST", "GET", "/prefix/api/v1/label/a%2Fb/values", labels, url.Values{"match[]": {`{x="y"}`}, "start": {"1"}, "end": {"2"}}},
	} {
		t.Run(name, func(t *testing.T) {
			client, _ := clientOf(t, test.method, plenty, func(w http.ResponseWriter, r *http.Request) {
				_ = r.ParseForm()
				if r.Method != test.wantMethod || r.URL.EscapedPath() != test.path || r.Form.Encode() != test.form.Encode() {
					t.Errorf("%s %s %v", r.Method, r.URL.EscapedPath(), r.Form)
				}
				if (r.Method == "POST") != (r.URL.RawQuery == "") {
					t.Errorf("%s has the query %q in its URL", r.Method, r.URL.RawQuery)
				}
				_, _ = fmt.Fprint(w, vector)
			})
			if answer := client.AskAll(t.Context(), []Ask{test.ask})[0]; answer.Failure != nil {
				t.Error(answer.Failure)
			}
		})
	}
}

func TestClientFailures(t *testing.T) {
	status := func(code int, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(code)
			_, _ = fmt.Fprint(w, body)
		}
	}
	for name, test := range map[string]struct {
		handler http.HandlerFunc
		limits  Limits
		want    Failure
	}{
		"reason":             {status(422, `{"status":"error","error":"why"}`), plenty, Failure{Kind: "refused", Status: 422, Reason: "why"}},
		"text":               {status(503, "busy"), plenty, Failure{Kind: "refused", Status: 503}},
		"success that fails": {status(500, vector), plenty, Failure{Kind: "refused", Status: 500}},
		"page":               {status(200, "<html>"), plenty, Failure{Kind: "foreign", Status: 200, IsHTML: true}},
		"series":             {status(200, vector), Limits{MaxSeries: 0, MaxMegabytes: 1}, Failure{Kind: "too many series"}},
		"size":               {status(200, vector), Limits{MaxSeries: 1, MaxMegabytes: 50e-6}, Failure{Kind: "too large", Megabytes: 50e-6}},
		"connection that closes in the answer": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			_, _ = fmt.Fprint(w, vector[:50])
		}, plenty, Failure{Kind: "unreachable", Reason: "connection closed"}},
	} {
		t.Run(name, func(t *testing.T) {
			client, _ := clientOf(t, "POST", test.limits, test.handler)
			if answer := client.AskAll(t.Context(), instant("a"))[0]; answer.Failure == nil || *answer.Failure != test.want {
				t.Errorf("%+v, not %+v", answer.Failure, test.want)
			}
		})
	}
}

func TestClientStopsReadingWhatIsTooLarge(t *testing.T) {
	var sent atomic.Int64
	client, _ := clientOf(t, "POST", plenty, func(w http.ResponseWriter, r *http.Request) {
		_, _ = fmt.Fprint(w, `{"status":"success","data":["`)
		for r.Context().Err() == nil {
			n, err := fmt.Fprint(w, strings.Repeat("x", 64<<10))
			if sent.Add(int64(n)); err != nil {
				return
			}
		}
	})
	if answer := client.AskAll(t.Context(), []Ask{{Kind: "labels"}})[0]; answer.Failure == nil || answer.Failure.Kind != "too large" {
		t.Errorf("%+v", answer.Failure)
	}
	// What the sockets hold comes on top of the limit of 1 MB.
	if sent.Load() > 50e6 {
		t.Errorf("%d bytes were sent", sent.Load())
	}
}

// Neither the URL with its credentials nor a secret of the settings gets into what is said of a failure.
func TestClientKeepsSecrets(t *testing.T) {
	for _, base := range []string{
		"http://user:secret@127.0.0.1:1", "http://user:secret@no-such-host.invalid", "ftp://user:secret@x", "user:secret", "http://user:secret@[", "",
	} {
		client := NewClient(&http.Client{Timeout: 5 * time.Second}, base, "POST", plenty)
		failure := client.AskAll(t.Context(), instant("a"))[0].Failure
		if failure == nil || failure.Kind != "unreachable" || failure.Reason == "" || strings.Contains(fmt.Sprintf("%+v %s", *failure, failure), "secret") {
			t.Errorf("%q: %+v", base, failure)
		}
	}
}

func TestClientRedirects(t *testing.T) {
	var asked atomic.Int64
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer other.Close()
	for name, test := range map[string]struct{ to, want string }{
		"to another host":   {other.URL, "redirected"},
		"to the same host":  {"/elsewhere", ""},
		"without an end":    {"/prefix/", "redirected"},
		"to another scheme": {"https://$host/", "redirected"},
	} {
		t.Run(name, func(t *testing.T) {
			client, _ := clientOf(t, "POST", plenty, func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/elsewhere" {
					_, _ = fmt.Fprint(w, vector)
					return
				}
				http.Redirect(w, r, strings.Replace(test.to, "$host", r.Host, 1), http.StatusTemporaryRedirect)
			})
			got := ""
			if failure := client.AskAll(t.Context(), instant("a"))[0].Failure; failure != nil {
				got = failure.Kind
			}
			if got != test.want || asked.Load() != 0 {
				t.Errorf("%q, not %q; the other host was asked %d times", got, test.want, asked.Load())
			}
		})
	}
}

// Whether the store has begun its answer or not, a request that nobody waits for ends at the store too.
func TestClientCancel(t *testing.T) {
	for _, begun := range []string{"", vector[:40]} {
		arrived, ended := make(chan struct{}), make(chan struct{})
		client, _ := clientOf(t, "GET", plenty, func(w http.ResponseWriter, r *http.Request) {
			if begun != "" {
				_, _ = fmt.Fprint(w, begun)
				w.(http.Flusher).Flush()
			}
			close(arrived)
			<-r.Context().Done()
			close(ended)
		})
		ctx, cancel := context.WithCancel(t.Context())
		go func() { <-arrived; cancel() }()
		if failure := client.AskAll(ctx, instant("a"))[0].Failure; failure == nil || failure.Kind != "canceled" {
			t.Errorf("after %q: %+v", begun, failure)
		}
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			t.Error("the store still works on it")
		}
	}
}

func TestClientTimeout(t *testing.T) {
	for _, begun := range []string{"", vector[:40]} {
		client, _ := clientOf(t, "GET", plenty, func(w http.ResponseWriter, r *http.Request) {
			if begun != "" {
				_, _ = fmt.Fprint(w, begun)
				w.(http.Flusher).Flush()
			}
			<-r.Context().Done()
		})
		client.http.Timeout = 200 * time.Millisecond
		if failure := client.AskAll(t.Context(), instant("a"))[0].Failure; failure == nil || failure.Kind != "timeout" {
			t.Errorf("after %q: %+v", begun, failure)
		}
	}
}

func TestClientBound(t *testing.T) {
	var now, most, all atomic.Int64
	client, _ := clientOf(t, "GET", plenty, func(w http.ResponseWriter, r *http.Request) {
		all.Add(1)
		count := now.Add(1)
		for high := most.Load(); count > high && !most.CompareAndSwap(high, count); high = most.Load() {
		}
		time.Sleep(5 * time.Millisecond)
		now.Add(-1)
		_, _ = fmt.Fprintf(w, `{"status":"success","data":[%q]}`, r.FormValue("match[]"))
	})
	asks := make([]Ask, 200)
	for i := range asks {
		asks[i] = Ask{Kind: "labels", Label: "a", Selector: fmt.Sprint(i)}
	}
	for i, answer := range client.AskAll(t.Context(), asks) {
		if answer.Failure != nil || len(answer.Names) != 1 || answer.Names[0] != fmt.Sprint(i) {
			t.Fatal(i, answer)
		}
	}
	if most.Load() > 16 || most.Load() < 2 || all.Load() != 200 {
		t.Errorf("%d at once, %d in all", most.Load(), all.Load())
	}
}
