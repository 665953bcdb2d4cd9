package engine

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"driftline/store"
)

// BenchmarkFrames is the time from the answers of the store to frames: PSI of features with eleven bins each.
func BenchmarkFrames(b *testing.B) {
	for _, shape := range []struct{ features, steps int }{{100, 1}, {1000, 1}, {100, 300}} {
		b.Run(fmt.Sprintf("%dx%d", shape.features, shape.steps), func(b *testing.B) {
			pool, err := NewPool(1)
			if err != nil {
				b.Fatal(err)
			}
			plan, answers := psi(b, pool, shape.features, shape.steps)
			for b.Loop() {
				result, err := pool.Frames(context.Background(), plan, answers, "")
				if err != nil || result.Error != nil || len(result.Frames) != shape.features {
					b.Fatal(err, result.Error, len(result.Frames))
				}
			}
		})
	}
}

func psi(b testing.TB, pool *Pool, features, steps int) (json.RawMessage, []store.Answer) {
	b.Helper()
	var plan struct{ Queries []json.RawMessage }
	request := map[string]any{"queries": []any{map[string]any{
		"refId": "A", "model": map[string]any{"instant": steps == 1}, "from": 0, "to": 30_000 * steps, "intervalMs": 30_000,
	}}}
	if err := pool.Plan(context.Background(), "queries", request, &plan); err != nil {
		b.Fatal(err)
	}
	times := make([]float64, steps)
	for i := range times {
		times[i] = float64(30 * i)
	}
	of := func(value, growth float64, labels ...store.Label) store.Series {
		values := make([]float64, steps)
		for i := range values {
			values[i] = value + growth*float64(i%7)
		}
		return store.Series{Labels: append([]store.Label{
			{Name: "ml_model_name", Value: "m"}, {Name: "ml_model_version", Value: "1"}, {Name: "ml_profile_id", Value: "p"},
		}, labels...), Values: values}
	}
	var live, shares, rows []store.Series
	for f := range features {
		feature := store.Label{Name: "ml_feature_name", Value: fmt.Sprintf("feature_%d", f)}
		rows = append(rows, of(10_000, 0, feature))
		for bin := range 11 {
			label := store.Label{Name: "ml_feature_bin", Value: fmt.Sprintf("(%d, %d]", bin, bin+1)}
			live = append(live, of(float64(50+bin*f%7), float64(bin), feature, label))
			shares = append(shares, of(1.0/11, 0, feature, label))
		}
	}
	together := []store.Series{of(float64(features), 0)}
	answers := make([]store.Answer, 4)
	for i, series := range [][]store.Series{live, shares, rows, together} {
		answers[i] = store.Answer{Times: times, Series: series}
	}
	return plan.Queries[0], answers
}
