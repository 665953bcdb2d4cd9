package engine

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
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
				result := pool.Frames(context.Background(), []json.RawMessage{plan}, answers, "")[0]
				if result.Err != nil || result.Failure != nil || len(result.Frames) != shape.features {
					b.Fatal(result)
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

// BenchmarkFairness is the time of eight measures of one fairness page, from the request to frames, and of one alone.
func BenchmarkFairness(b *testing.B) {
	measures := []string{
		"equalized-odds-difference", "equal-opportunity-difference", "disparate-impact", "demographic-parity-difference",
		"selection-rate", "true-positive-rate", "false-positive-rate", "positive-predictive-value",
	}
	for _, asked := range [][]string{measures[:1], measures} {
		b.Run(fmt.Sprint(len(asked)), func(b *testing.B) {
			pool, err := NewPool(1)
			if err != nil {
				b.Fatal(err)
			}
			// The first time makes the engine.
			answerFairness(b, pool, asked)
			for b.Loop() {
				answerFairness(b, pool, asked)
			}
		})
	}
}

func answerFairness(b *testing.B, pool *Pool, measures []string) {
	b.Helper()
	queries := make([]any, len(measures))
	for i, measure := range measures {
		queries[i] = map[string]any{
			"refId": fmt.Sprint("Q", i), "model": map[string]any{"measure": measure, "instant": true}, "from": 0, "to": 30_000, "intervalMs": 30_000,
		}
	}
	var plan struct {
		Asks    []store.Ask
		Queries []json.RawMessage
	}
	if err := pool.Plan(context.Background(), "queries", map[string]any{"queries": queries}, &plan); err != nil {
		b.Fatal(err)
	}
	all := make([]store.Answer, len(plan.Asks))
	for i, ask := range plan.Asks {
		all[i] = store.Answer{Times: []float64{30}}
		switch {
		case strings.Contains(ask.PromQL, "favorable"):
			all[i].Series = fairness()[:1]
		case !strings.Contains(ask.PromQL, "privileged"):
			all[i].Series = fairness()
		}
	}
	for _, result := range pool.Frames(context.Background(), plan.Queries, all, "") {
		if result.Err != nil || result.Failure != nil || len(result.Frames) == 0 || len(result.Frames[0].Fields) == 0 {
			b.Fatal(result)
		}
	}
}

// fairness are series with the labels of all that fairness is about.
func fairness() []store.Series {
	var series []store.Series
	for _, group := range []string{"a", "b", "c"} {
		for _, predicted := range []string{"yes", "no"} {
			for _, actual := range []string{"yes", "no"} {
				series = append(series, store.Series{Values: []float64{1000}, Labels: []store.Label{
					{Name: "ml_model_name", Value: "m"}, {Name: "ml_model_version", Value: "1"},
					{Name: "ml_group_attribute", Value: "sex"}, {Name: "ml_group_value", Value: group},
					{Name: "ml_prediction_class", Value: predicted},
					{Name: "ml_outcome_predicted", Value: predicted}, {Name: "ml_outcome_actual", Value: actual},
				}})
			}
		}
	}
	return series
}
