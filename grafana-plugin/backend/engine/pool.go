// Package engine runs the compiled TypeScript of shared/: every formula, plan and text comes from there.
package engine

import (
	"context"
	_ "embed"
	"fmt"
	"runtime"

	"github.com/grafana/sobek"
)

// script is shared/dist/engine.iife.js, which the build copies here.
//
//go:embed engine.js
var script string

// Pool holds a fixed number of engines: each serves one goroutine at a time, and the one that waits longest is next.
type Pool struct {
	program *sobek.Program
	// slots hold an engine, or nil for one that is made when it is needed.
	slots chan *engine
}

// DefaultSize is one engine for each processor, and few enough that their memory stays small.
func DefaultSize() int { return min(runtime.GOMAXPROCS(0), 4) }

// NewPool compiles the script once for all engines.
func NewPool(size int) (*Pool, error) {
	program, err := sobek.Compile("engine.js", script, true)
	if err != nil {
		return nil, fmt.Errorf("the engine does not compile: %w", err)
	}
	pool := &Pool{program: program, slots: make(chan *engine, size)}
	for range size {
		pool.slots <- nil
	}
	return pool, nil
}

// use lends an engine, as soon as one is free, and takes it back after the work. One that panics, or whose query is
// canceled, is thrown away: its state is unknown.
func (p *Pool) use(ctx context.Context, work func(*engine) error) (err error) {
	var lent *engine
	select {
	case lent = <-p.slots:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() {
		if thrown := recover(); thrown != nil {
			lent, err = nil, fmt.Errorf("the engine panicked: %v", thrown)
		}
		p.slots <- lent
	}()
	if lent == nil {
		if lent, err = newEngine(p.program); err != nil {
			return err
		}
	}
	// An engine that panicked is gone when its request ends: this must not reach for it through the pool's variable.
	lentRuntime := lent.runtime
	interrupted := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		lentRuntime.Interrupt(ctx.Err())
		close(interrupted)
	})
	defer stop()
	err = work(lent)
	if !stop() {
		<-interrupted
		lent = nil
		return ctx.Err()
	}
	return err
}
