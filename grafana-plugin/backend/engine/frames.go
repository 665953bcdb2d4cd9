package engine

import (
	"encoding/json"
	"math"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/sobek"
)

// Result is what one query gives: frames, or a failure. Err is what should never happen.
type Result struct {
	Frames  data.Frames
	Failure *Failure
	Err     error
}

// Failure is a sentence with cause and action, a status of HTTP, and whose fault it is: plugin or downstream.
type Failure struct {
	Message string `json:"message"`
	Status  int    `json:"status"`
	Source  string `json:"source"`
}

// frameReader reads frames, which shared/src/backend/data-frame.ts describes, where they stand in an engine. Most share
// their times and their meta: one object is read once.
type frameReader struct {
	runtime *sobek.Runtime
	fields  map[*sobek.Object]*data.Field
	configs map[*sobek.Object]*data.FieldConfig
	metas   map[*sobek.Object]*data.FrameMeta
}

func (e *engine) result(value sobek.Value) (result Result, err error) {
	reader := frameReader{e.runtime, map[*sobek.Object]*data.Field{}, map[*sobek.Object]*data.FieldConfig{}, map[*sobek.Object]*data.FrameMeta{}}
	object := value.ToObject(e.runtime)
	if failure := object.Get("error"); failure != nil {
		return result, readJSON(failure.ToObject(e.runtime), &result.Failure)
	}
	err = reader.each(object.Get("frames"), func(frame *sobek.Object) error {
		read, err := reader.frame(frame)
		result.Frames = append(result.Frames, read)
		return err
	})
	return result, err
}

func (r *frameReader) each(list sobek.Value, read func(*sobek.Object) error) (err error) {
	r.runtime.ForOf(list, func(item sobek.Value) bool {
		err = read(item.ToObject(r.runtime))
		return err == nil
	})
	return err
}

func (r *frameReader) frame(object *sobek.Object) (*data.Frame, error) {
	frame := data.NewFrame(object.Get("name").String())
	meta, err := readOnce(object.Get("meta").ToObject(r.runtime), r.metas)
	if err != nil {
		return nil, err
	}
	frame.Meta = meta
	return frame, r.each(object.Get("fields"), func(field *sobek.Object) (err error) {
		if r.fields[field] == nil {
			r.fields[field], err = r.field(field)
		}
		frame.Fields = append(frame.Fields, r.fields[field])
		return err
	})
}

func (r *frameReader) field(object *sobek.Object) (*data.Field, error) {
	values, err := r.column(object.Get("type").String(), object.Get("values"))
	if err != nil {
		return nil, err
	}
	field := data.NewField(object.Get("name").String(), nil, values)
	if given := object.Get("labels"); given != nil {
		labels := given.ToObject(r.runtime)
		for _, name := range labels.Keys() {
			if field.Labels == nil {
				field.Labels = data.Labels{}
			}
			field.Labels[name] = labels.Get(name).String()
		}
	}
	config := object.Get("config").ToObject(r.runtime)
	name := object.Get("displayName")
	if name == nil && len(config.Keys()) == 0 {
		return field, nil
	}
	shared, err := readOnce(config, r.configs)
	if err != nil {
		return nil, err
	}
	own := *shared
	if name != nil {
		own.DisplayNameFromDS = name.String()
	}
	field.Config = &own
	return field, nil
}

func readOnce[T any](object *sobek.Object, known map[*sobek.Object]*T) (*T, error) {
	if known[object] == nil {
		read := new(T)
		if err := readJSON(object, read); err != nil {
			return nil, err
		}
		known[object] = read
	}
	return known[object], nil
}

func readJSON(object *sobek.Object, into any) error {
	text, err := object.MarshalJSON()
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

// column gives the values of a field as Grafana has them: texts, times of milliseconds since 1970, or numbers, of which
// holes and infinities are nil.
func (r *frameReader) column(kind string, values sobek.Value) (any, error) {
	if kind == "string" {
		texts := []string{}
		err := r.runtime.ExportTo(values, &texts)
		return texts, err
	}
	var numbers []float64
	if err := r.runtime.ExportTo(values, &numbers); err != nil {
		return nil, err
	}
	if kind == "time" {
		times := make([]time.Time, len(numbers))
		for i, milliseconds := range numbers {
			times[i] = time.UnixMilli(int64(milliseconds)).UTC()
		}
		return times, nil
	}
	nullable := make([]*float64, len(numbers))
	for i, number := range numbers {
		if !math.IsNaN(number) && !math.IsInf(number, 0) {
			nullable[i] = &numbers[i]
		}
	}
	return nullable, nil
}
