package datasource

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"driftline/engine"
)

// frame has a time and a value, as the engine gives them.
func frame(labels map[string]string, times, numbers []float64) engine.Frame {
	return engine.Frame{
		Name: "n", Meta: json.RawMessage(`{"type":"timeseries-multi","typeVersion":[0,1]}`),
		Fields: []engine.Field{
			{Name: "Time", Type: "time", Config: json.RawMessage("{}"), Values: times},
			{Name: "Value", Type: "number", Labels: labels, Config: json.RawMessage(`{"unit":"percentunit"}`), Values: numbers},
		},
	}
}

func TestFramesOf(t *testing.T) {
	times := []float64{1_700_000_000_500, 0, -1000}
	numbers := []float64{1.5, math.NaN(), math.Inf(1)}
	result := engine.Result{}
	for _, labels := range []map[string]string{nil, {}, {"a": "b"}} {
		result.Frames = append(result.Frames, frame(labels, times, numbers))
	}
	frames, err := framesOf("A", result)
	if err != nil {
		t.Fatal(err)
	}
	for i, labels := range []data.Labels{nil, nil, {"a": "b"}} {
		frame := frames[i]
		if frame.RefID != "A" || frame.Name != "n" || frame.Meta.Type != data.FrameTypeTimeSeriesMulti {
			t.Error(frame.RefID, frame.Name, frame.Meta)
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
}

func TestFramesOfTexts(t *testing.T) {
	for _, test := range []struct {
		column any
		rows   int
	}{{[]string{"a", "b"}, 2}, {[]float64{}, 0}} {
		field, err := fieldOf(engine.Field{Name: "Feature", Type: "string", Values: test.column})
		if err != nil || field.Type() != data.FieldTypeString || field.Len() != test.rows {
			t.Error(err, field)
		}
	}
}
