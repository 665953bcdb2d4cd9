package engine

import "testing"

// TestColumns holds the loops of Go to the numbers of shared/test/statistics/columns.test.ts.
func TestColumns(t *testing.T) {
	pool := poolOf(t, 1)
	for script, want := range map[string]string{
		"add(of(1, 2), of(3, NaN))":             "4,NaN",
		"subtract(1, of(3, 0.5))":               "-2,0.5",
		"multiply(of(1, 2, 3, 4), of(10, 100))": "10,200,30,400",
		"divide(of(1, 0, -1), 0)":               "Infinity,NaN,-Infinity",
		"maximum(of(-1, 2, NaN), 0)":            "0,2,NaN",
		"log(of(1, 0, -1))":                     "0,-Infinity,NaN",
		"sqrt(of(4, -1))":                       "2,NaN",
		"abs(of(-4, 1))":                        "4,1",
		"where(of(1, 0, NaN, 2), of(5, 6), -1)": "5,-1,-1,6",
		"sumOfBins(of(1, 2, 3, 4, 5, 6), 2)":    "9,12",
		"sumOfBins(of(), 2)":                    "0,0",
		"add(of(), 1)":                          "",
	} {
		got, err := run(t.Context(), pool, "{ const of = (...numbers) => Float64Array.of(...numbers); driftlineColumns."+script+".join() }")
		if err != nil || got != want {
			t.Errorf("%s is %s, not %s (%v)", script, got, want, err)
		}
	}
}
