package store

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/sync/semaphore"
)

// Limits of one answer.
type Limits struct {
	MaxSeries    float64 `json:"maxSeries"`
	MaxMegabytes float64 `json:"maxResponseMegabytes"`
}

// atOnce bounds the requests of all data sources together, and with them the memory. The one that waits longest is next.
var atOnce = semaphore.NewWeighted(16)

// Client of one store.
type Client struct {
	http   *http.Client
	base   string
	get    bool
	limits Limits
}

// NewClient takes over a client that authenticates, and refuses redirects to other hosts: only the configured one is asked.
func NewClient(client *http.Client, base, method string, limits Limits) *Client {
	client.CheckRedirect = func(request *http.Request, via []*http.Request) error {
		first := via[0].URL
		if request.URL.Host != first.Host || request.URL.Scheme != first.Scheme || len(via) > 5 {
			return &Failure{Kind: "redirected", Status: request.Response.StatusCode}
		}
		return nil
	}
	return &Client{http: client, base: strings.TrimRight(base, "/"), get: method == http.MethodGet, limits: limits}
}

// AskAll asks everything at once, as far as the bound on requests allows.
func (c *Client) AskAll(ctx context.Context, asks []Ask) []Answer {
	answers := make([]Answer, len(asks))
	var waiting sync.WaitGroup
	for i, ask := range asks {
		waiting.Go(func() {
			if err := atOnce.Acquire(ctx, 1); err != nil {
				answers[i] = Answer{Failure: failureOf(ctx, err)}
				return
			}
			defer atOnce.Release(1)
			answers[i] = c.ask(ctx, ask)
		})
	}
	waiting.Wait()
	return answers
}

func (c *Client) ask(ctx context.Context, ask Ask) Answer {
	request, err := c.request(ctx, ask)
	if err != nil {
		return Answer{Failure: &Failure{Kind: "unreachable", Reason: "the URL is not valid"}}
	}
	response, err := c.http.Do(request)
	if err != nil {
		return Answer{Failure: failureOf(ctx, err)}
	}
	defer func() { _ = response.Body.Close() }()
	// Settings may hold any number, and one beyond what Go counts would be negative.
	limit := int64(min(c.limits.MaxMegabytes*1e6, 1<<50))
	body := &limitedReader{reader: response.Body, left: limit}
	answer, err := parse(bufio.NewReader(body), ask, c.limits.MaxSeries)
	if err == nil && response.StatusCode < 300 {
		return answer
	}
	// What ended the reading tells more than that the rest is no JSON.
	if err != nil && body.failed != nil {
		err = body.failed
	}
	return Answer{Failure: c.failureOfAnswer(ctx, response.StatusCode, err)}
}

// Stores take a form for queries alone, and some gateways take GET alone.
func (c *Client) request(ctx context.Context, ask Ask) (*http.Request, error) {
	path, form := formOf(ask)
	if _, err := url.ParseRequestURI(c.base); err != nil {
		return nil, err
	}
	if c.get || ask.Kind == "labels" {
		return http.NewRequestWithContext(ctx, http.MethodGet, c.base+path+"?"+form.Encode(), nil)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+path, strings.NewReader(form.Encode()))
	if err == nil {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	return request, err
}

func formOf(ask Ask) (string, url.Values) {
	number := func(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }
	switch ask.Kind {
	case "instant":
		return "/api/v1/query", url.Values{"query": {ask.PromQL}, "time": {number(ask.Time)}}
	case "range":
		return "/api/v1/query_range", url.Values{
			"query": {ask.PromQL}, "start": {number(ask.Start)}, "end": {number(ask.End)}, "step": {number(ask.Step)},
		}
	default:
		return "/api/v1/label/" + url.PathEscape(ask.Label) + "/values", url.Values{
			"match[]": {ask.Selector}, "start": {number(ask.Start)}, "end": {number(ask.End)},
		}
	}
}

func (c *Client) failureOfAnswer(ctx context.Context, status int, err error) *Failure {
	var failure *Failure
	switch {
	case errors.As(err, &failure):
		failure.Status = status
		switch failure.Kind {
		case "too large":
			return &Failure{Kind: failure.Kind, Megabytes: c.limits.MaxMegabytes}
		case "too many series":
			return &Failure{Kind: failure.Kind, Series: int(min(c.limits.MaxSeries, 1<<50))}
		case "foreign":
			if status >= 400 {
				return &Failure{Kind: "refused", Status: status}
			}
		}
		return failure
	case err != nil:
		return failureOf(ctx, err)
	default:
		return &Failure{Kind: "refused", Status: status}
	}
}

// limitedReader fails when more is read than an answer may hold.
type limitedReader struct {
	reader io.Reader
	left   int64
	// failed is why no more could be read, unless the answer was at its end.
	failed error
}

func (l *limitedReader) Read(buffer []byte) (int, error) {
	n, err := l.reader.Read(buffer)
	if l.left -= int64(n); l.left < 0 {
		n, err = 0, &Failure{Kind: "too large"}
	}
	if err != nil && l.failed == nil && !errors.Is(err, io.EOF) {
		l.failed = err
	}
	return n, err
}
