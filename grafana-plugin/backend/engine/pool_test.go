package engine

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func poolOf(t *testing.T, size int) *Pool {
	t.Helper()
	pool, err := NewPool(size)
	if err != nil {
		t.Fatal(err)
	}
	return pool
}

// run evaluates a script in an engine of the pool, and gives what it says as text.
func run(ctx context.Context, pool *Pool, script string) (text string, err error) {
	err = pool.use(ctx, func(e *engine) error {
		value, err := e.runtime.RunString(script)
		if err == nil {
			text = value.String()
		}
		return err
	})
	return text, err
}

// works fails unless the pool still serves requests.
func works(t *testing.T, pool *Pool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	var settings struct{ Window string }
	if err := pool.Plan(ctx, "settings", map[string]any{"window": "7m"}, &settings); err != nil || settings.Window != "7m" {
		t.Error(err, settings)
	}
}

func TestPoolInterruptsWhatIsCanceled(t *testing.T) {
	pool := poolOf(t, 1)
	for range 3 {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		if _, err := run(ctx, pool, "for (;;) {}"); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		cancel()
		works(t, pool)
	}
}

func TestPoolGivesUpWaiting(t *testing.T) {
	pool := poolOf(t, 1)
	lent := <-pool.slots
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := run(ctx, pool, "1"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	pool.slots <- lent
	works(t, pool)
}

func TestPoolOutlivesPanics(t *testing.T) {
	pool := poolOf(t, 1)
	ctx, cancel := context.WithCancel(t.Context())
	err := pool.use(ctx, func(*engine) error { panic("oops") })
	if err == nil || !strings.Contains(err.Error(), "oops") {
		t.Error(err)
	}
	// The end of the request must not reach for the engine that is gone.
	cancel()
	time.Sleep(20 * time.Millisecond)
	works(t, pool)
}

func TestPoolOutlivesErrors(t *testing.T) {
	pool := poolOf(t, 1)
	for _, script := range []string{"throw new Error('x')", "}", "(function deeper() { return 1 + deeper(); })()"} {
		if _, err := run(t.Context(), pool, script); err == nil {
			t.Errorf("%s gives no error", script)
		}
		works(t, pool)
	}
}

func TestPoolServesEveryone(t *testing.T) {
	pool := poolOf(t, 2)
	var waiting sync.WaitGroup
	var now, most, served atomic.Int64
	for range 100 {
		waiting.Go(func() {
			err := pool.use(t.Context(), func(*engine) error {
				if count := now.Add(1); count > most.Load() {
					most.Store(count)
				}
				time.Sleep(time.Millisecond)
				now.Add(-1)
				served.Add(1)
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	waiting.Wait()
	if served.Load() != 100 || most.Load() > 2 {
		t.Errorf("%d were served, %d at once", served.Load(), most.Load())
	}
}

// Scripts have the language alone: nothing by which they could reach files, processes or the network.
func TestEngineHasTheLanguageAlone(t *testing.T) {
	pool := poolOf(t, 1)
	for _, name := range []string{"require", "process", "fetch", "XMLHttpRequest", "console", "setTimeout", "module", "Deno"} {
		if text, err := run(t.Context(), pool, "typeof globalThis."+name); err != nil || text != "undefined" {
			t.Errorf("%s is a %s (%v)", name, text, err)
		}
	}
	if text, err := run(t.Context(), pool, "typeof driftline.planText"); err != nil || text != "function" {
		t.Error(text, err)
	}
}
