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
	for _, name := range []string{"planText", "answerText", "answerColumns"} {
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

// Plan says what a request of a kind (settings, queries, health, resource) asks the store, and reads it into plan.
func (p *Pool) Plan(ctx context.Context, kind string, request any, plan any) error {
	text, err := json.Marshal(request)
	if err != nil {
		return fmt.Errorf("the request is no JSON: %w", err)
	}
	return p.use(ctx, func(e *engine) error {
		planned, err := e.call("planText", kind, string(text))
		if err != nil {
			return err
		}
		return json.Unmarshal([]byte(planned.String()), plan)
	})
}

// Answer gives the result of a request that has no frames, and reads it into result.
func (p *Pool) Answer(ctx context.Context, kind string, request any, answers []store.Answer, url string, result any) error {
	text, err := json.Marshal(request)
	if err != nil {
		return fmt.Errorf("the request is no JSON: %w", err)
	}
	return p.use(ctx, func(e *engine) error {
		answered, err := e.call("answerText", kind, string(text), e.answers(answers), url)
		if err != nil {
			return err
		}
		return json.Unmarshal([]byte(answered.String()), result)
	})
}

// Result is what one query gives: frames without their values, which stand in Columns in the same order, or an error.
type Result struct {
	Frames []Frame  `json:"frames"`
	Error  *Failure `json:"error"`
	// Columns are []float64 or []string.
	Columns []any `json:"-"`
}

// Failure is a sentence with cause and action, a status of HTTP, and whose fault it is: plugin or downstream.
type Failure struct {
	Message string `json:"message"`
	Status  int    `json:"status"`
	Source  string `json:"source"`
}

// Frame is shared/src/backend/data-frame.ts without the values.
type Frame struct {
	Name   string          `json:"name"`
	Meta   json.RawMessage `json:"meta"`
	Fields []Field         `json:"fields"`
}

// Field is a column: time (milliseconds since 1970), number or string.
type Field struct {
	Name   string            `json:"name"`
	Type   string            `json:"type"`
	Labels map[string]string `json:"labels"`
	Config json.RawMessage   `json:"config"`
}

// Frames answers one planned query.
func (p *Pool) Frames(ctx context.Context, planned json.RawMessage, answers []store.Answer, url string) (Result, error) {
	var result Result
	err := p.use(ctx, func(e *engine) error {
		answered, err := e.call("answerColumns", string(planned), e.answers(answers), url)
		if err != nil {
			return err
		}
		object := answered.ToObject(e.runtime)
		if err := json.Unmarshal([]byte(object.Get("json").String()), &result); err != nil {
			return err
		}
		result.Columns, err = e.columns(object.Get("columns").ToObject(e.runtime))
		return err
	})
	return result, err
}
