package engine

import (
	"encoding/binary"
	"encoding/json"

	"github.com/grafana/sobek"

	"driftline/store"
)

// answers shows the answers of the store to the engine as shared/src/backend/asks.ts has them.
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
			e.set(object, "times", e.numbers(answer.Times))
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

// list is an array of series that are made when they are asked for: of most, only what sideBySide does with them matters.
func (l *lists) list(series []store.Series) *sobek.Object {
	list := l.engine.runtime.NewDynamicArray(&seriesArray{lists: l, series: series, shown: make([]sobek.Value, len(series))})
	l.known[list] = series
	own := l.engine.runtime.NewObject()
	l.engine.set(own, "grouped", func(per []string) sobek.Value { return l.grouped(series, per) })
	l.engine.set(own, "sideBySide", func(call sobek.FunctionCall) sobek.Value { return l.sideBySide(series, call) })
	for _, err := range []error{own.SetPrototype(list.Prototype()), list.SetPrototype(own)} {
		if err != nil {
			panic(err)
		}
	}
	return list
}

type seriesArray struct {
	lists  *lists
	series []store.Series
	shown  []sobek.Value
}

func (s *seriesArray) Len() int                  { return len(s.series) }
func (s *seriesArray) Set(int, sobek.Value) bool { return false }
func (s *seriesArray) SetLen(int) bool           { return false }

func (s *seriesArray) Get(index int) sobek.Value {
	if index < 0 || index >= len(s.series) {
		return nil
	}
	if s.shown[index] == nil {
		e := s.lists.engine
		object := e.runtime.NewObject()
		e.set(object, "labels", s.lists.labels(s.series[index].Labels))
		e.set(object, "values", e.numbers(s.series[index].Values))
		s.shown[index] = object
	}
	return s.shown[index]
}

func (l *lists) labels(labels []store.Label) *sobek.Object {
	object := l.engine.runtime.NewObject()
	for _, label := range labels {
		l.engine.set(object, label.Name, l.text(label.Value))
	}
	return object
}

func (e *engine) numbers(values []float64) *sobek.Object {
	numbers := make([]any, len(values))
	for i, value := range values {
		numbers[i] = value
	}
	return e.runtime.NewArray(numbers...)
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
