package engine

import (
	"math"

	"github.com/grafana/sobek"
)

// columns is the arithmetic of shared/src/statistics/columns.ts in loops of Go: the engine takes as long for one operation
// on one number.
func (e *engine) columns() *sobek.Object {
	shown := e.runtime.NewObject()
	for name, of := range map[string]func(x, y float64) float64{
		"add":      func(x, y float64) float64 { return x + y },
		"subtract": func(x, y float64) float64 { return x - y },
		"multiply": func(x, y float64) float64 { return x * y },
		"divide":   func(x, y float64) float64 { return x / y },
		"maximum":  func(x, y float64) float64 { return max(x, y) },
	} {
		e.set(shown, name, func(call sobek.FunctionCall) sobek.Value { return e.combined(call, of) })
	}
	for name, of := range map[string]func(x float64) float64{"log": math.Log, "sqrt": math.Sqrt, "abs": math.Abs} {
		e.set(shown, name, func(call sobek.FunctionCall) sobek.Value {
			values := operand(call.Argument(0))
			object, column := e.column(len(values))
			for i, value := range values {
				column[i] = of(value)
			}
			return object
		})
	}
	e.set(shown, "where", e.where)
	e.set(shown, "sumOfBins", e.sumOfBins)
	return shown
}

// column is a Float64Array, with its numbers.
func (e *engine) column(length int) (*sobek.Object, []float64) {
	object, err := e.runtime.New(e.float64Array, e.runtime.ToValue(length))
	if err != nil {
		panic(err)
	}
	return object, object.Export().([]float64)
}

// operand is a column, or one number that counts for all.
func operand(value sobek.Value) []float64 {
	if object, is := value.(*sobek.Object); is {
		return object.Export().([]float64)
	}
	return []float64{value.ToFloat()}
}

func (e *engine) combined(call sobek.FunctionCall, of func(x, y float64) float64) sobek.Value {
	a, b := operand(call.Argument(0)), operand(call.Argument(1))
	length := max(len(a), len(b))
	if len(a) == 0 || len(b) == 0 {
		length = 0
	}
	object, column := e.column(length)
	for i, j, k := 0, 0, 0; k < length; k++ {
		column[k] = of(a[i], b[j])
		i, j = next(i, a), next(j, b)
	}
	return object
}

func (e *engine) where(call sobek.FunctionCall) sobek.Value {
	condition := operand(call.Argument(0))
	yes, no := operand(call.Argument(1)), operand(call.Argument(2))
	object, column := e.column(len(condition))
	for i, j, k := 0, 0, 0; k < len(condition); k++ {
		if condition[k] > 0 {
			column[k] = yes[i]
		} else {
			column[k] = no[j]
		}
		i, j = next(i, yes), next(j, no)
	}
	return object
}

func (e *engine) sumOfBins(call sobek.FunctionCall) sobek.Value {
	object, sums := e.column(int(call.Argument(1).ToInteger()))
	i := 0
	for _, value := range operand(call.Argument(0)) {
		sums[i] += value
		i = next(i, sums)
	}
	return object
}

// next index of an operand that repeats.
func next(i int, of []float64) int {
	if i++; i < len(of) {
		return i
	}
	return 0
}
