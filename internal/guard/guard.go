package guard

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A Failure says what went wrong in an analyzer's Run.
type Failure struct {
	Analyzer string
	Reason   string // what the panic or the error said
	Frames   string // where it panicked: "file.go:12 < caller.go:34"; empty for an error
}

func (f *Failure) Error() string {
	text := fmt.Sprintf("%s failed: %s", f.Analyzer, f.Reason)
	if f.Frames != "" {
		text += " (" + f.Frames + ")"
	}
	return text
}

// Held is embedded in the Result of an analyzer, so that the Result can hold a failure.
type Held struct{ failure *Failure }

// Failure returns what went wrong, or nil. A Result that holds a failure is otherwise empty.
func (h *Held) Failure() error {
	if h == nil || h.failure == nil {
		return nil
	}
	return h.failure
}

func (h *Held) hold(f *Failure) { h.failure = f }

// A Result is that of an analyzer which has nothing else to hand on.
type Result struct{ Held }

// Guard changes an analyzer's Run so that it never fails: after a panic or an error, the Result is
// an empty one that holds the failure. An analyzer without a Result gets [Result]. Diagnostics lose
// fixes that would hit the wrong file (see fixable). Guard returns its argument.
//
// It panics if the ResultType is not a pointer to a struct that embeds [Held].
func Guard(a *analysis.Analyzer) *analysis.Analyzer {
	if a.ResultType == nil {
		a.ResultType = reflect.TypeFor[*Result]()
	}
	empty := func() any { return reflect.New(a.ResultType.Elem()).Interface() }
	if a.ResultType.Kind() != reflect.Pointer || !a.ResultType.Implements(reflect.TypeFor[holder]()) {
		panic(fmt.Sprintf("guard: the Result of %s, %v, embeds no guard.Held", a.Name, a.ResultType))
	}
	run := a.Run
	a.Run = func(pass *analysis.Pass) (result any, _ error) {
		failed := func(reason, frames string) {
			result = empty()
			result.(holder).hold(&Failure{a.Name, reason, frames})
		}
		defer func() {
			if r := recover(); r != nil {
				failed(fmt.Sprintf("panic: %v", r), frames())
			}
		}()
		guarded := *pass
		guarded.Report = func(d analysis.Diagnostic) {
			if !fixable(pass.Fset, d) {
				d.SuggestedFixes = nil
			}
			pass.Report(d)
		}
		result, err := run(&guarded)
		switch {
		case err != nil:
			failed(err.Error(), "")
		case result == nil:
			result = empty()
		}
		return result, nil
	}
	return a
}

type holder interface{ hold(*Failure) }

// frames names the innermost frames of a panic, without those of package runtime and of Guard. The
// stack as a whole would not fit on the line that an editor shows.
func frames() string {
	const most = 6
	pcs := make([]uintptr, 64)
	walk := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	var out []string
	for len(out) < most {
		f, more := walk.Next()
		if !strings.HasPrefix(f.Function, "runtime.") && !strings.HasSuffix(f.File, "/guard/guard.go") {
			out = append(out, fmt.Sprintf("%s:%d", f.File[strings.LastIndexByte(f.File, '/')+1:], f.Line))
		}
		if !more {
			break
		}
	}
	return strings.Join(out, " < ")
}
