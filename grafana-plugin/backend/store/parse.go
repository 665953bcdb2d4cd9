package store

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"math"
	"strconv"

	jsoniter "github.com/json-iterator/go"
)

// parse reads an answer as it arrives: only its numbers and one copy of each label stay in memory.
func parse(body *bufio.Reader, ask Ask, maxSeries float64) (Answer, error) {
	peeked, _ := body.Peek(64)
	begin := bytes.TrimLeft(peeked, " \t\r\n\ufeff")
	if len(begin) == 0 || begin[0] != '{' {
		return Answer{}, &Failure{Kind: "foreign", IsHTML: len(begin) > 0 && begin[0] == '<'}
	}
	// A byte order mark is nothing that the iterator knows.
	_, _ = body.Discard(len(peeked) - len(begin))
	reader := &reader{
		iterator: jsoniter.Parse(jsoniter.ConfigDefault, body, 64<<10),
		ask:      ask, maxSeries: maxSeries, texts: map[string]string{},
	}
	return reader.answer()
}

type reader struct {
	iterator  *jsoniter.Iterator
	ask       Ask
	maxSeries float64
	// Each label is kept once, however many series carry it.
	texts map[string]string
	found Answer
	times int
}

func (r *reader) answer() (Answer, error) {
	r.setTimes()
	status, reason := "", ""
	for field := r.iterator.ReadObject(); field != ""; field = r.iterator.ReadObject() {
		switch field {
		case "status":
			status = r.iterator.ReadString()
		case "error":
			reason = r.iterator.ReadString()
		case "data":
			r.data()
		default:
			r.iterator.Skip()
		}
	}
	err := r.iterator.Error
	var failure *Failure
	switch {
	case errors.As(err, &failure):
		return Answer{}, failure
	case status == "error":
		return Answer{}, &Failure{Kind: "refused", Reason: reason}
	case err != nil && !errors.Is(err, io.EOF):
		return Answer{}, &Failure{Kind: "foreign"}
	case status != "success":
		return Answer{}, &Failure{Kind: "foreign"}
	}
	return r.found, nil
}

func (r *reader) setTimes() {
	switch r.ask.Kind {
	case "instant":
		r.found.Times = []float64{r.ask.Time}
	case "range":
		r.times = int(math.Floor((r.ask.End-r.ask.Start)/r.ask.Step+1e-9)) + 1
		r.found.Times = make([]float64, r.times)
		for i := range r.found.Times {
			r.found.Times[i] = r.ask.Start + float64(i)*r.ask.Step
		}
	}
}

func (r *reader) data() {
	switch r.iterator.WhatIsNext() {
	case jsoniter.ArrayValue:
		r.found.Names = []string{}
		for r.iterator.ReadArray() {
			r.found.Names = append(r.found.Names, r.iterator.ReadString())
		}
	case jsoniter.ObjectValue:
		for field := r.iterator.ReadObject(); field != ""; field = r.iterator.ReadObject() {
			if field == "result" && r.iterator.WhatIsNext() == jsoniter.ArrayValue {
				for r.iterator.ReadArray() {
					r.series()
				}
			} else {
				r.iterator.Skip()
			}
		}
	default:
		r.iterator.Skip()
	}
}

func (r *reader) series() {
	if float64(len(r.found.Series)) >= r.maxSeries {
		r.iterator.ReportError("series", "too many")
		r.iterator.Error = &Failure{Kind: "too many series"}
		return
	}
	// A scalar is no object: nothing that is asked here gives one.
	if r.iterator.WhatIsNext() != jsoniter.ObjectValue {
		r.iterator.Skip()
		return
	}
	series := Series{Values: make([]float64, max(r.times, 1))}
	for i := range series.Values {
		series.Values[i] = math.NaN()
	}
	for field := r.iterator.ReadObject(); field != ""; field = r.iterator.ReadObject() {
		switch field {
		case "metric":
			series.Labels = r.labels()
		case "value":
			_, series.Values[0] = r.sample()
		case "values":
			for r.iterator.ReadArray() {
				time, value := r.sample()
				if i := int(math.Round((time - r.ask.Start) / r.ask.Step)); i >= 0 && i < r.times {
					series.Values[i] = value
				}
			}
		default:
			r.iterator.Skip()
		}
	}
	r.found.Series = append(r.found.Series, series)
}

func (r *reader) labels() []Label {
	labels := make([]Label, 0, 6)
	for name := r.iterator.ReadObject(); name != ""; name = r.iterator.ReadObject() {
		labels = append(labels, Label{Name: r.once(name), Value: r.once(r.iterator.ReadString())})
	}
	return labels
}

func (r *reader) once(text string) string {
	if known, ok := r.texts[text]; ok {
		return known
	}
	r.texts[text] = text
	return text
}

// sample is a pair of a time and a number as text, in which infinities are written as +Inf and -Inf.
func (r *reader) sample() (time, value float64) {
	value = math.NaN()
	for i := 0; r.iterator.ReadArray(); i++ {
		switch i {
		case 0:
			time = r.iterator.ReadFloat64()
		case 1:
			if parsed, err := strconv.ParseFloat(r.iterator.ReadString(), 64); err == nil {
				value = parsed
			}
		default:
			r.iterator.Skip()
		}
	}
	return time, value
}
