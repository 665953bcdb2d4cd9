// Package store asks the HTTP API of Prometheus, as Mimir, Thanos and VictoriaMetrics speak it too.
package store

// Ask is one question, as shared/src/backend/asks.ts has it. Times are in seconds since 1970.
type Ask struct {
	// Kind is instant, range or labels.
	Kind   string  `json:"kind"`
	PromQL string  `json:"promql"`
	Time   float64 `json:"time"`
	Start  float64 `json:"start"`
	End    float64 `json:"end"`
	Step   float64 `json:"step"`
	// Label whose values are wanted, of the series that match Selector.
	Label    string `json:"label"`
	Selector string `json:"selector"`
}

// Answer is what the store said to one ask: series on a grid of times, names, or why there is neither.
type Answer struct {
	// Times are in seconds since 1970, ascending.
	Times   []float64
	Series  []Series
	Names   []string
	Failure *Failure
}

// Series has a value at each time of its answer, NaN where the store has none.
type Series struct {
	Labels []Label
	Values []float64
}

// Label of a series.
type Label struct{ Name, Value string }

// Failure is why the store gave no answer, as shared/src/backend/store-failure.ts describes it.
type Failure struct {
	Kind      string  `json:"kind"`
	Reason    string  `json:"reason,omitempty"`
	Status    int     `json:"status,omitempty"`
	IsHTML    bool    `json:"isHtml"`
	Megabytes float64 `json:"megabytes,omitempty"`
	Series    int     `json:"series,omitempty"`
}

// Error lets a failure travel as an error inside this package.
func (f *Failure) Error() string { return f.Kind }
