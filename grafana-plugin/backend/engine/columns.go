package engine

import (
	"fmt"
	"math"
	"strconv"

	"github.com/grafana/sobek"
)

// columns copies values out of the engine. Frames of one answer share their times, which are copied once.
func (e *engine) columns(list *sobek.Object) ([]any, error) {
	length := int(list.Get("length").ToInteger())
	columns := make([]any, length)
	known := map[*sobek.Object]any{}
	for i := range columns {
		object := list.Get(strconv.Itoa(i)).ToObject(e.runtime)
		if _, ok := known[object]; !ok {
			column, err := columnOf(object.Export())
			if err != nil {
				return nil, err
			}
			known[object] = column
		}
		columns[i] = known[object]
	}
	return columns, nil
}

func columnOf(exported any) (any, error) {
	values, ok := exported.([]any)
	if !ok {
		return nil, fmt.Errorf("a column is a %T, not a list", exported)
	}
	if len(values) > 0 {
		if _, isText := values[0].(string); isText {
			return columnOfTexts(values)
		}
	}
	column := make([]float64, len(values))
	for i, value := range values {
		switch number := value.(type) {
		case float64:
			column[i] = number
		case int64:
			column[i] = float64(number)
		default:
			return nil, fmt.Errorf("a column of numbers holds a %T", value)
		}
	}
	return column, nil
}

func columnOfTexts(values []any) (any, error) {
	column := make([]string, len(values))
	for i, value := range values {
		text, ok := value.(string)
		if !ok {
			return nil, fmt.Errorf("a column of texts holds a %T", value)
		}
		column[i] = text
	}
	return column, nil
}

// Nullable gives a number that frames of Grafana can hold: nothing where there is no value.
func Nullable(value float64) *float64 {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return nil
	}
	return &value
}
