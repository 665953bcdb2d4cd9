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
	lists := &lists{e, map[*sobek.Object][]store.Series{}, map[string]sobek.Value{}}
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
			e.set(object, "series", lists.list(answer.Series))
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

// lists are the series of one call, as the engine sees them.
type lists struct {
	engine *engine
	known  map[*sobek.Object][]store.Series
	// A label's value is made once, however many series carry it.
	shown map[string]sobek.Value
}

func (l *lists) text(value string) sobek.Value {
	text, known := l.shown[value]
	if !known {
		text = l.engine.runtime.ToValue(value)
		l.shown[value] = text
	}
	return text
}

func (l *lists) texts(values []string) sobek.Value {
	shown := make([]any, len(values))
	for i, value := range values {
		shown[i] = l.text(value)
	}
	return l.engine.runtime.NewArray(shown...)
}

func (l *lists) list(series []store.Series) *sobek.Object {
	shown := make([]any, len(series))
	for i := range series {
		shown[i] = l.engine.runtime.NewDynamicObject(&seriesObject{lists: l, series: &series[i]})
	}
	list := l.engine.runtime.NewArray(shown...)
	l.known[list] = series
	l.engine.set(list, "grouped", func(per []string) sobek.Value { return l.grouped(series, per) })
	l.engine.set(list, "sideBySide", func(call sobek.FunctionCall) sobek.Value { return l.sideBySide(series, call) })
	return list
}

func (l *lists) grouped(series []store.Series, per []string) sobek.Value {
	groups := groupsOf(series, per)
	shown := make([]any, len(groups))
	for i, group := range groups {
		indexes := make([]any, len(group))
		for j, index := range group {
			indexes[j] = index
		}
		shown[i] = l.engine.runtime.NewArray(indexes...)
	}
	return l.engine.runtime.NewArray(shown...)
}

// groupsOf gives the indexes of the series that agree in some labels, in the order of the store.
func groupsOf(series []store.Series, per []string) [][]int {
	groups := [][]int{}
	found := map[string]int{}
	for i, each := range series {
		key := keyOf(each.Labels, per)
		group, known := found[key]
		if !known {
			group = len(groups)
			found[key] = group
			groups = append(groups, nil)
		}
		groups[group] = append(groups[group], i)
	}
	return groups
}

// keyOf is one text of the values of some labels; their lengths keep any two apart.
func keyOf(labels []store.Label, per []string) string {
	key := make([]byte, 0, 64)
	for _, name := range per {
		value := valueOf(labels, name)
		key = binary.AppendUvarint(key, uint64(len(value)))
		key = append(key, value...)
	}
	return string(key)
}

// picked are some labels of a series; an empty one is one that is missing.
func picked(labels []store.Label, per []string) []store.Label {
	own := make([]store.Label, 0, len(per))
	for _, name := range per {
		if value := valueOf(labels, name); value != "" {
			own = append(own, store.Label{Name: name, Value: value})
		}
	}
	return own
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
	lists  *lists
	series *store.Series
	labels sobek.Value
	values sobek.Value
}

func (s *seriesObject) Get(name string) sobek.Value {
	switch name {
	case "labels":
		if s.labels == nil {
			s.labels = s.lists.engine.runtime.NewDynamicObject(&labelsObject{lists: s.lists, labels: s.series.Labels})
		}
		return s.labels
	case "values":
		if s.values == nil {
			s.values = s.lists.engine.runtime.NewDynamicArray(&valuesArray{engine: s.lists.engine, values: s.series.Values})
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
	lists  *lists
	labels []store.Label
}

func (l *labelsObject) Get(name string) sobek.Value {
	for _, label := range l.labels {
		if label.Name == name {
			return l.lists.text(label.Value)
		}
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
