package store

import (
	"bufio"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"
)

// grid is what a range of three times asks.
var grid = Ask{Kind: "range", Start: 100, End: 160, Step: 30}

// vector is an answer with one series, which has a label and a value.
const vector = `{"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":"b"},"value":[100,"1.5"]}]}}`

func parsed(text string, ask Ask) (Answer, error) {
	return parse(bufio.NewReader(strings.NewReader(text)), ask, 2)
}

func TestParseSeries(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	matrix := func(series string) string {
		return `{"status":"success","data":{"resultType":"matrix","result":[` + series + `]}}`
	}
	for name, test := range map[string]struct {
		text   string
		ask    Ask
		times  []float64
		values [][]float64
	}{
		"vector":          {vector, Ask{Kind: "instant", Time: 100}, []float64{100}, [][]float64{{1.5}}},
		"byte order mark": {"\ufeff\n" + vector, Ask{Kind: "instant", Time: 100}, []float64{100}, [][]float64{{1.5}}},
		"no series":       {matrix(""), grid, []float64{100, 130, 160}, [][]float64{}},
		"holes":           {matrix(`{"metric":{},"values":[[130,"2"]]}`), grid, []float64{100, 130, 160}, [][]float64{{nan, 2, nan}}},
		"infinities":      {matrix(`{"metric":{},"values":[[100,"+Inf"],[130,"-Inf"],[160,"NaN"]]}`), grid, []float64{100, 130, 160}, [][]float64{{inf, -inf, nan}}},
		"off the grid": {
			matrix(`{"metric":{},"values":[[40,"1"],[100.001,"2"],[190,"3"],[1e300,"4"]]}`), grid, []float64{100, 130, 160}, [][]float64{{2, nan, nan}},
		},
		"histograms and unknown fields": {
			`{"warnings":["w"],"status":"success","data":{"stats":{"x":[1]},"result":[{"histograms":[[100,{"count":"1","buckets":[[0,"1","2","3"]]}]],"metric":{},"values":[[160,"7",null]],"new":{}}]},"infos":[]}`,
			grid, []float64{100, 130, 160}, [][]float64{{nan, nan, 7}},
		},
		"numbers that are none": {matrix(`{"metric":{},"values":[[100,"x"],[130,""]]}`), grid, []float64{100, 130, 160}, [][]float64{{nan, nan, nan}}},
	} {
		t.Run(name, func(t *testing.T) {
			answer, err := parsed(test.text, test.ask)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(answer.Times, test.times) {
				t.Errorf("times %v, not %v", answer.Times, test.times)
			}
			if len(answer.Series) != len(test.values) {
				t.Fatalf("%d series, not %d", len(answer.Series), len(test.values))
			}
			for i, series := range answer.Series {
				if !sameNumbers(series.Values, test.values[i]) {
					t.Errorf("values %v, not %v", series.Values, test.values[i])
				}
			}
		})
	}
}

func sameNumbers(a, b []float64) bool {
	for i := range a {
		if i >= len(b) || (a[i] != b[i] && !(math.IsNaN(a[i]) && math.IsNaN(b[i]))) {
			return false
		}
	}
	return len(a) == len(b)
}

func TestParseLabels(t *testing.T) {
	answer, err := parsed(vector, Ask{Kind: "instant"})
	if err != nil || !reflect.DeepEqual(answer.Series[0].Labels, []Label{{"a", "b"}}) {
		t.Error(err, answer)
	}
}

func TestParseNames(t *testing.T) {
	for text, want := range map[string][]string{
		`{"status":"success","data":["a","ä\n"]}`: {"a", "ä\n"},
		`{"status":"success","data":[]}`:          {},
	} {
		answer, err := parsed(text, Ask{Kind: "labels"})
		if err != nil || !reflect.DeepEqual(answer.Names, want) {
			t.Error(text, err, answer)
		}
	}
}

func TestParseFailures(t *testing.T) {
	one := `{"metric":{},"value":[1,"1"]}`
	for name, test := range map[string]struct {
		text string
		want Failure
	}{
		"error":           {`{"status":"error","errorType":"bad_data","error":"why"}`, Failure{Kind: "refused", Reason: "why"}},
		"error with data": {`{"status":"error","data":{"result":[` + one + `]},"error":"why"}`, Failure{Kind: "refused", Reason: "why"}},
		"HTML":            {" \n<!doctype html><p>Log in", Failure{Kind: "foreign", IsHTML: true}},
		"text":            {"ok", Failure{Kind: "foreign"}},
		"nothing":         {"", Failure{Kind: "foreign"}},
		"other JSON":      {`{"took":3,"hits":{}}`, Failure{Kind: "foreign"}},
		"a list":          {`[1]`, Failure{Kind: "foreign"}},
		"too many series": {`{"status":"success","data":{"result":[` + one + "," + one + "," + one + `]}}`, Failure{Kind: "too many series"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := parsed(test.text, Ask{Kind: "instant"})
			var failure *Failure
			if !errors.As(err, &failure) || *failure != test.want {
				t.Errorf("%+v, not %+v", failure, test.want)
			}
		})
	}
}

// An answer that ends early is never taken for a whole one, wherever it ends.
func TestParseTruncated(t *testing.T) {
	for _, text := range []string{
		vector,
		`{"data":["a"],"status":"success"}`,
		`{"status":"success","data":["a","b"],"infos":[1,{"x":null}]}`,
		`{"status":"success","data":{"result":[{"metric":{},"values":[[100,"1"],[130,"2"]]}],"n":12}}`,
	} {
		for end := range len(text) {
			if _, err := parsed(text[:end], grid); err == nil {
				t.Errorf("%q was accepted", text[:end])
			}
		}
	}
}

// FuzzParse: whatever a store sends, there is either a failure or series of the right length.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		vector, "", "{", "<html>", `{"status":"error","error":"x"}`, `{"status":"success","data":["a"]}`, `{"status":"success","data":7}`,
		`{"status":"success","data":{"result":[{"metric":{"":""},"values":[[1e999,"1"],[null],{}]}]}}`,
		`{"status":"success","data":{"resultType":"scalar","result":[1,"2"]}}`, `{"":1,"status":"success"}`,
		`{"status":"success","data":` + strings.Repeat("[", 20_000),
	} {
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, text string, isRange bool) {
		ask, length := Ask{Kind: "instant"}, 1
		if isRange {
			ask, length = grid, 3
		}
		answer, err := parsed(text, ask)
		if err != nil {
			return
		}
		if len(answer.Times) != length || len(answer.Series) > 2 {
			t.Fatal(answer)
		}
		for _, series := range answer.Series {
			if len(series.Values) != length {
				t.Fatal(series)
			}
		}
	})
}
