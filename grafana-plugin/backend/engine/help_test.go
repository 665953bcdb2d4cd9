package engine

import (
	"context"
	"reflect"
	"testing"
)

// warm makes all engines of a pool.
func warm(t *testing.T, size int) *Pool {
	t.Helper()
	pool := poolOf(t, size)
	for range size {
		works(t, pool)
	}
	return pool
}

func TestIdleEngineHelps(t *testing.T) {
	const features, steps, first = 20, 200, 100
	alone, two := warm(t, 1), warm(t, 2)
	plan, answers := psi(t, two, features, steps)
	want, err := alone.Frames(t.Context(), plan, answers, "")
	if err != nil || len(want.Frames) != features {
		t.Fatal(err, want.Error, len(want.Frames))
	}
	got, err := two.Frames(t.Context(), plan, answers, "")
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Error(err, got.Error, "two engines give other frames than one")
	}
	if wait := two.later(t.Context(), plan, answers, first); wait == nil {
		t.Error("no engine is idle")
	} else if rows := wait(); len(rows) != features || len(rows[0]) != steps-first {
		t.Errorf("the helper gives %d rows", len(rows))
	}
}

func TestNobodyHelps(t *testing.T) {
	made, fresh := warm(t, 1), poolOf(t, 1)
	plan, answers := psi(t, made, 1, 2)
	lent := <-made.slots
	for name, pool := range map[string]*Pool{"busy": made, "not made yet": fresh} {
		if pool.later(t.Context(), plan, answers, 1) != nil {
			t.Error("an engine helps that is", name)
		}
	}
	made.slots <- lent
	works(t, made)
	works(t, fresh)
}

// A helper that fails leaves the work to the engine that asked for it.
func TestHelperFails(t *testing.T) {
	pool := warm(t, 2)
	_, answers := psi(t, pool, 1, 2)
	if wait := pool.later(t.Context(), []byte("{"), answers, 1); wait == nil || wait() != nil {
		t.Error("what failed gives values")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if wait := pool.later(ctx, []byte("{}"), answers, 1); wait == nil || wait() != nil {
		t.Error("what is canceled gives values")
	}
	for range 2 {
		works(t, pool)
	}
}
