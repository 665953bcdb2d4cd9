package engine

import (
	"encoding/binary"
	"encoding/json"

	"github.com/grafana/sobek"

	"driftline/store"
)

// answers shows the answers of the store to the engine as shared/src/backend/asks.ts has them. Nothing is copied: labels
// and values are read from Go's memory when they are asked for.
func (e *engine) answers(answers []store.Answer) sobek.Value {
	shown := make([]any, len(answers))
	for i, answer := range answers {
		object := e.runtime.NewObject()
		switch {
		case answer.Failure != nil:
			e.set(object, "failure", e.parsed(answer.Failure))
		case answer.Names != nil:
			e.set(object, "names", e.parsed(answer.Names))
		default:
			times := make([]any, len(answer.Times))
			for t, time := range answer.Times {
				times[t] = time
			}
			e.set(object, "times", e.runtime.NewArray(times...))
			e.set(object, "series", e.seriesList(answer.Series))
		}
		shown[i] = object
	}
	return e.runtime.NewArray(shown...)
}

func (e *engine) set(object *sobek.Object, name string, value any) {
	if err := object.Set(name, value); err != nil {
		panic(err)
	}
}

func (e *engine) parsed(value any) any {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	var plain any
	if err := json.Unmarshal(text, &plain); err != nil {
		panic(err)
	}
	return plain
}

func (e *engine) seriesList(series []store.Series) *sobek.Object {
	shown := make([]any, len(series))
	texts := map[string]sobek.Value{}
	for i := range series {
		shown[i] = e.runtime.NewDynamicObject(&seriesObject{engine: e, series: &series[i], texts: texts})
	}
	list := e.runtime.NewArray(shown...)
	e.set(list, "grouped", func(per []string) sobek.Value {
		groups := grouped(series, per)
		lists := make([]any, len(groups))
		for i, indexes := range groups {
			lists[i] = e.runtime.NewArray(indexes...)
		}
		return e.runtime.NewArray(lists...)
	})
	return list
}

// grouped gives the indexes of the series that agree in some labels, in the order of the store.
func grouped(series []store.Series, per []string) [][]any {
	groups := [][]any{}
	found := map[string]int{}
	ids := map[string]uint32{"": 0}
	key := make([]byte, 4*len(per))
	for i, each := range series {
		for p, name := range per {
			value := valueOf(each.Labels, name)
			id, known := ids[value]
			if !known {
				id = uint32(len(ids))
				ids[value] = id
			}
			binary.LittleEndian.PutUint32(key[4*p:], id)
		}
		group, known := found[string(key)]
		if !known {
			group = len(groups)
			found[string(key)] = group
			groups = append(groups, nil)
		}
		groups[group] = append(groups[group], i)
	}
	return groups
}

func valueOf(labels []store.Label, name string) string {
	for _, label := range labels {
		if label.Name == name {
			return label.Value
		}
	}
	return ""
}

// readOnly is the rest of what an object has to be able to do.
type readOnly struct{}

func (readOnly) Set(string, sobek.Value) bool { return false }
func (readOnly) Delete(string) bool           { return false }

// seriesObject is one series: its labels and its values.
type seriesObject struct {
	readOnly
	engine *engine
	series *store.Series
	texts  map[string]sobek.Value
	labels sobek.Value
	values sobek.Value
}

func (s *seriesObject) Get(name string) sobek.Value {
	switch name {
	case "labels":
		if s.labels == nil {
			s.labels = s.engine.runtime.NewDynamicObject(&labelsObject{engine: s.engine, labels: s.series.Labels, texts: s.texts})
		}
		return s.labels
	case "values":
		if s.values == nil {
			s.values = s.engine.runtime.NewDynamicArray(&valuesArray{engine: s.engine, values: s.series.Values})
		}
		return s.values
	default:
		return nil
	}
}

func (s *seriesObject) Has(name string) bool { return name == "labels" || name == "values" }
func (s *seriesObject) Keys() []string       { return []string{"labels", "values"} }

type labelsObject struct {
	readOnly
	engine *engine
	labels []store.Label
	// A label's value is made once, however many series carry it.
	texts map[string]sobek.Value
}

func (l *labelsObject) Get(name string) sobek.Value {
	for _, label := range l.labels {
		if label.Name != name {
			continue
		}
		text, known := l.texts[label.Value]
		if !known {
			text = l.engine.runtime.ToValue(label.Value)
			l.texts[label.Value] = text
		}
		return text
	}
	return nil
}

func (l *labelsObject) Has(name string) bool { return l.Get(name) != nil }

func (l *labelsObject) Keys() []string {
	names := make([]string, len(l.labels))
	for i, label := range l.labels {
		names[i] = label.Name
	}
	return names
}

type valuesArray struct {
	engine *engine
	values []float64
}

func (v *valuesArray) Len() int                  { return len(v.values) }
func (v *valuesArray) Set(int, sobek.Value) bool { return false }
func (v *valuesArray) SetLen(int) bool           { return false }

func (v *valuesArray) Get(index int) sobek.Value {
	if index < 0 || index >= len(v.values) {
		return nil
	}
	return v.engine.runtime.ToValue(v.values[index])
}
