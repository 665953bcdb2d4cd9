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
	runtime      *sobek.Runtime
	float64Array sobek.Value
	functions    map[string]sobek.Callable
}

func newEngine(program *sobek.Program) (*engine, error) {
	runtime := sobek.New()
	// Endless recursion is an error of the query: without a bound it takes all memory, and the program with it.
	runtime.SetMaxCallStackSize(maxCallStack)
	made := &engine{runtime, runtime.Get("Float64Array"), map[string]sobek.Callable{}}
	if err := runtime.Set("driftlineColumns", made.columns()); err != nil {
		return nil, err
	}
	if _, err := runtime.RunProgram(program); err != nil {
		return nil, fmt.Errorf("the engine does not start: %w", err)
	}
	driftline := runtime.Get("driftline").ToObject(runtime)
	for _, name := range []string{"planText", "answerText", "answerFrames"} {
		function, ok := sobek.AssertFunction(driftline.Get(name))
		if !ok {
			return nil, fmt.Errorf("the engine has no %s: build shared/ again", name)
		}
		made.functions[name] = function
	}
	return made, nil
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

// Frames answers the planned queries of one request, which share what an engine makes of the answers. One that fails takes
// none of the others with it.
func (p *Pool) Frames(ctx context.Context, planned []json.RawMessage, answers []store.Answer, url string) []Result {
	results := make([]Result, len(planned))
	for i := 0; i < len(planned); i++ {
		err := p.use(ctx, func(e *engine) error {
			shown := e.answers(answers)
			for ; i < len(planned); i++ {
				answered, err := e.call("answerFrames", string(planned[i]), shown, url)
				if err != nil {
					return err
				}
				if results[i], err = e.result(answered); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil && i < len(planned) {
			results[i] = Result{Err: err}
		}
	}
	return results
}
