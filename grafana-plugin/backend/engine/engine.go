package engine

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/grafana/sobek"

	"driftline/store"
)

// maxCallStack is about what Node allows.
const maxCallStack = 10_000

// engine has the language alone: no file, no network, no process.
type engine struct {
	runtime   *sobek.Runtime
	functions map[string]sobek.Callable
}

func newEngine(program *sobek.Program) (*engine, error) {
	runtime := sobek.New()
	// Endless recursion is an error of the query: without a bound it takes all memory, and the program with it.
	runtime.SetMaxCallStackSize(maxCallStack)
	if _, err := runtime.RunProgram(program); err != nil {
		return nil, fmt.Errorf("the engine does not start: %w", err)
	}
	driftline := runtime.Get("driftline").ToObject(runtime)
	functions := map[string]sobek.Callable{}
	for _, name := range []string{"planText", "answerText", "answerFrames", "laterFrameValues"} {
		function, ok := sobek.AssertFunction(driftline.Get(name))
		if !ok {
			return nil, fmt.Errorf("the engine has no %s: build shared/ again", name)
		}
		functions[name] = function
	}
	return &engine{runtime, functions}, nil
}

func (e *engine) call(name string, arguments ...any) (sobek.Value, error) {
	values := make([]sobek.Value, len(arguments))
	for i, argument := range arguments {
		values[i] = e.runtime.ToValue(argument)
	}
	return e.functions[name](sobek.Undefined(), values...)
}

// text runs a function that takes a request as JSON and gives JSON, which is read into result.
func (p *Pool) text(ctx context.Context, request, result any, name, kind string, more func(*engine) []any) error {
	text, err := json.Marshal(request)
	if err != nil {
		return fmt.Errorf("the request is no JSON: %w", err)
	}
	return p.use(ctx, func(e *engine) error {
		given, err := e.call(name, append([]any{kind, string(text)}, more(e)...)...)
		if err != nil {
			return err
		}
		return json.Unmarshal([]byte(given.String()), result)
	})
}

// Plan says what a request of a kind (settings, queries, health, resource) asks the store, and reads it into plan.
func (p *Pool) Plan(ctx context.Context, kind string, request any, plan any) error {
	return p.text(ctx, request, plan, "planText", kind, func(*engine) []any { return nil })
}

// Answer gives the result of a request that has no frames, and reads it into result.
func (p *Pool) Answer(ctx context.Context, kind string, request any, answers []store.Answer, url string, result any) error {
	return p.text(ctx, request, result, "answerText", kind, func(e *engine) []any { return []any{e.answers(answers), url} })
}

// Frames answers one planned query.
func (p *Pool) Frames(ctx context.Context, planned json.RawMessage, answers []store.Answer, url string) (result Result, err error) {
	// Whoever helps ends with the query.
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	err = p.use(ctx, func(e *engine) error {
		help := func(call sobek.FunctionCall) sobek.Value {
			wait := p.later(ctx, planned, answers, call.Argument(0).ToInteger())
			if wait == nil {
				return sobek.Undefined()
			}
			return e.runtime.ToValue(func(sobek.FunctionCall) sobek.Value { return e.rows(wait()) })
		}
		answered, err := e.call("answerFrames", string(planned), e.answers(answers), url, help)
		if err != nil {
			return err
		}
		result, err = e.result(answered)
		return err
	})
	return result, err
}

// later lets an idle engine compute the values of the times from the first one on. It gives nil where none is idle, else
// what waits for them: that is nil where the engine failed.
func (p *Pool) later(ctx context.Context, planned json.RawMessage, answers []store.Answer, first int64) func() [][]float64 {
	lent := p.idle()
	if lent == nil {
		return nil
	}
	computed := make(chan [][]float64, 1)
	go func() {
		var rows [][]float64
		err := p.lend(ctx, lent, func(e *engine) error {
			values, err := e.call("laterFrameValues", string(planned), e.answers(answers), first)
			if err != nil {
				return err
			}
			return e.runtime.ExportTo(values, &rows)
		})
		if err != nil {
			rows = nil
		}
		computed <- rows
	}()
	return func() [][]float64 { return <-computed }
}
