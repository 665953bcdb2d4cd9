package engine

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/grafana/sobek"
)

// Result is what one query gives: frames, or an error.
type Result struct {
	Frames []Frame
	Error  *Failure
}

// Failure is a sentence with cause and action, a status of HTTP, and whose fault it is: plugin or downstream.
type Failure struct {
	Message string `json:"message"`
	Status  int    `json:"status"`
	Source  string `json:"source"`
}

// Frame is shared/src/backend/data-frame.ts.
type Frame struct {
	Name   string
	Meta   json.RawMessage
	Fields []Field
}

// Field is a column of times (milliseconds since 1970), numbers or strings.
type Field struct {
	Name   string
	Type   string
	Labels map[string]string
	Config json.RawMessage
	// Values are []float64 or []string.
	Values any
}

// frameReader reads frames where they stand in an engine. Most share their times, their meta and more: one object is read
// once.
type frameReader struct {
	runtime *sobek.Runtime
	columns map[*sobek.Object]any
	texts   map[*sobek.Object]json.RawMessage
}

func (e *engine) result(value sobek.Value) (result Result, err error) {
	reader := frameReader{e.runtime, map[*sobek.Object]any{}, map[*sobek.Object]json.RawMessage{}}
	object := value.ToObject(e.runtime)
	if failure := object.Get("error"); failure != nil {
		text, err := reader.json(failure)
		if err != nil {
			return result, err
		}
		return result, json.Unmarshal(text, &result.Error)
	}
	e.runtime.ForOf(object.Get("frames"), func(frame sobek.Value) bool {
		var read Frame
		read, err = reader.frame(frame.ToObject(e.runtime))
		result.Frames = append(result.Frames, read)
		return err == nil
	})
	return result, err
}

func (r *frameReader) frame(object *sobek.Object) (frame Frame, err error) {
	frame.Name = object.Get("name").String()
	if frame.Meta, err = r.json(object.Get("meta")); err != nil {
		return frame, err
	}
	r.runtime.ForOf(object.Get("fields"), func(field sobek.Value) bool {
		var read Field
		read, err = r.field(field.ToObject(r.runtime))
		frame.Fields = append(frame.Fields, read)
		return err == nil
	})
	return frame, err
}

func (r *frameReader) field(object *sobek.Object) (field Field, err error) {
	field.Name, field.Type = object.Get("name").String(), object.Get("type").String()
	if labels := object.Get("labels"); labels != nil {
		field.Labels = map[string]string{}
		of := labels.ToObject(r.runtime)
		for _, name := range of.Keys() {
			field.Labels[name] = of.Get(name).String()
		}
	}
	if field.Config, err = r.json(object.Get("config")); err != nil {
		return field, err
	}
	field.Values, err = r.column(object.Get("values").ToObject(r.runtime))
	return field, err
}

func (r *frameReader) json(value sobek.Value) (json.RawMessage, error) {
	object := value.ToObject(r.runtime)
	if text, known := r.texts[object]; known {
		return text, nil
	}
	text, err := object.MarshalJSON()
	r.texts[object] = text
	return text, err
}

func (r *frameReader) column(object *sobek.Object) (any, error) {
	if column, known := r.columns[object]; known {
		return column, nil
	}
	column, err := columnOf(object.Export())
	r.columns[object] = column
	return column, err
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
