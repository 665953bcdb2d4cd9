package engine

import (
	"context"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/sobek"
)

// resultOf reads a script's value as the result of a query.
func resultOf(t *testing.T, script string) Result {
	t.Helper()
	e := &engine{runtime: sobek.New()}
	value, err := e.runtime.RunString(script)
	if err != nil {
		t.Fatal(err)
	}
	result, err := e.result(value)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestFrames(t *testing.T) {
	result := resultOf(t, `
		const time = { name: 'Time', type: 'time', config: {}, values: [1700000000500, 0, -1000] };
		const meta = { type: 'timeseries-multi', typeVersion: [0, 1] };
		const frame = (labels) => ({ name: "n", meta, fields: [
			time, { name: 'Value', type: "number", ...(labels && { labels }), config: { unit: 'percentunit' }, values: [1.5, NaN, Infinity] },
		] });
		({ frames: [frame(undefined), frame({}), frame({ a: 'b' })] });`)
	for i, labels := range []data.Labels{nil, nil, {"a": "b"}} {
		frame := result.Frames[i]
		if frame.Name != "n" || frame.Meta.Type != data.FrameTypeTimeSeriesMulti {
			t.Error(frame.Name, frame.Meta)
		}
		for row, want := range []string{"2023-11-14T22:13:20.5Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z"} {
			if at := frame.Fields[0].At(row).(time.Time); at.Format(time.RFC3339Nano) != want {
				t.Errorf("%s, not %s", at, want)
			}
		}
		value := frame.Fields[1]
		if (value.Labels == nil) != (labels == nil) || !value.Labels.Equals(labels) {
			t.Errorf("labels %v, not %v", value.Labels, labels)
		}
		if at := value.At(0).(*float64); at == nil || *at != 1.5 {
			t.Error(at)
		}
		if !value.NilAt(1) || !value.NilAt(2) {
			t.Error("a hole or an infinity is a number")
		}
		if frame.Fields[0].Config != nil || value.Config.Unit != "percentunit" {
			t.Error(frame.Fields[0].Config, value.Config)
		}
	}
	if result.Frames[0].Fields[0] != result.Frames[1].Fields[0] || result.Frames[0].Meta != result.Frames[1].Meta {
		t.Error("what frames share is read more than once")
	}
}

func TestFramesOfTexts(t *testing.T) {
	for values, rows := range map[string]int{"['a', 'b']": 2, "[]": 0} {
		result := resultOf(t, `({ frames: [{ name: 'n', meta: {}, fields: [{ name: 'Feature', type: 'string', config: {}, values: `+values+` }] }] })`)
		if field := result.Frames[0].Fields[0]; field.Type() != data.FieldTypeString || field.Len() != rows {
			t.Error(field)
		}
	}
}

func TestFailure(t *testing.T) {
	result := resultOf(t, `({ error: { message: 'No.', status: 400, source: 'plugin' } })`)
	if result.Failure == nil || *result.Failure != (Failure{"No.", 400, "plugin"}) || result.Frames != nil {
		t.Error(result)
	}
}

// Whatever one query of a request does, the others are answered.
func TestFramesOfEachQuery(t *testing.T) {
	pool := poolOf(t, 1)
	plan, answers := psi(t, pool, 1, 2)
	refused := json.RawMessage(`{"refId":"B","error":{"message":"No.","status":400,"source":"plugin"}}`)
	results := pool.Frames(t.Context(), []json.RawMessage{plan, []byte("{"), refused, plan}, answers, "")
	if results[1].Err == nil || results[2].Failure == nil {
		t.Error(results)
	}
	for _, i := range []int{0, 3} {
		if results[i].Err != nil || len(results[i].Frames) != 1 {
			t.Error(results[i])
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, result := range pool.Frames(ctx, []json.RawMessage{plan, plan}, answers, "") {
		// An engine may be faster than the end of its request.
		if !errors.Is(result.Err, context.Canceled) && len(result.Frames) != 1 {
			t.Error(result)
		}
	}
}
