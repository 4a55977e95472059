package foreign

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// enders are what the names of functions and methods begin with that never return, if they have no results, by their
// package's path without major versions. x/tools' ctrlflow would need facts of the standard library, and fails on
// packages with type errors.
var enders = map[string][]string{
	"os":      {"Exit"},
	"runtime": {"Goexit"},
	"log":     {"Fatal", "Panic"},
	"testing": {"Fatal", "FailNow", "Skip"},

	"github.com/apex/log":            {"Fatal"},
	"github.com/charmbracelet/log":   {"Fatal"},
	"github.com/gofiber/fiber/log":   {"Fatal", "Panic"},
	"github.com/golang/glog":         {"Fatal", "Exit"},
	"github.com/kataras/golog":       {"Fatal"},
	"github.com/labstack/echo":       {"Fatal", "Panic"}, // of its Logger
	"github.com/labstack/gommon/log": {"Fatal", "Panic"},
	"github.com/sirupsen/logrus":     {"Fatal", "Panic", "Exit"},
	"go.uber.org/zap":                {"Fatal", "Panic"},
	"k8s.io/klog":                    {"Fatal", "Exit"},
}

// NeverReturns reports whether a function never returns.
func NeverReturns(fn *types.Func) bool {
	if fn.Pkg() == nil || fn.Signature().Results().Len() > 0 {
		return false
	}
	return slices.ContainsFunc(enders[syntax.UnversionedPath(fn.Pkg().Path())], func(begin string) bool {
		return strings.HasPrefix(fn.Name(), begin)
	})
}

// IsFatalEvent recognises log.Fatal().Msg("…"): zerolog's Fatal and Panic return, an event which ends the program
// once it is sent.
func IsFatalEvent(info *types.Info, call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "github.com/rs/zerolog" {
		return false
	}
	switch fn.Name() {
	case "Msg", "Msgf", "Send", "MsgFunc":
	default:
		return false
	}
	for e := ast.Expr(call); ; {
		c, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return false
		}
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		if !ok {
			return false
		}
		if sel.Sel.Name == "Fatal" || sel.Sel.Name == "Panic" {
			return true
		}
		e = sel.X
	}
}

// letsGo matches the names of functions that are deferred to let go of something, or to write something down.
var letsGo = lazyregexp.New(`^(Close|Unlock|RUnlock|Done|Stop|Cancel|Release|End|Finish|Flush|Sync|Rollback|Commit|Put|Wait|Free|Delete|Remove|Clean|Shutdown|Disconnect|Restore|Observe|Inc|Dec|Add|Set|Record|Log|Debug|Info|Warn|Error|Print)`)

// recoverers matches those of functions that are deferred to recover, too: span.EndOnPanic.
var recoverers = lazyregexp.New(`(?i)recover|catch|rescue|panic|crash`)

// MayRecover reports whether the name of a function that is deferred leaves it open whether it recovers.
func MayRecover(fn *types.Func) bool {
	return !letsGo().MatchString(fn.Name()) || recoverers().MatchString(fn.Name())
}

// launchers are what functions and methods of other packages are called that run the function which
// they get in a goroutine of its own: wg.Go, (*errgroup.Group).TryGo, time.AfterFunc, pool.Submit.
var launchers = map[string]bool{"Go": true, "TryGo": true, "AfterFunc": true, "Submit": true, "Spawn": true, "Async": true}

// Launches reports whether a function is called like those that run what they get in a goroutine of its own.
func Launches(fn *types.Func) bool { return launchers[fn.Name()] }

// later matches the names of functions that keep what they get, or call it for each of something, again and again, or only if there
// is need.
var later = lazyregexp.New(`^(On|Register|Handle|Subscribe|Listen|Notify|Watch|Observe|Hook|Use|Add|Set|Append|Push|Put|Enqueue|Defer|Cleanup|After|Before|Every|Schedule|Each|ForEach|For|Range|Iterate|Walk|Visit|Map|Filter|Reduce|Find|Any|All|Sort|Retry|Repeat|Poll|Until|Loop|Once|Get|Load|Fetch|Memo|Cache|If|Unless|When|Maybe|Fallback|Recover|Catch|New|Parallel|Concurrent)([A-Z0-9_]|$)|(?i:once|each|async|cached?|orelse|fallback)$`)

// runners are functions of the standard library that call what they get once before they return.
var runners = map[string]bool{"runtime/pprof.Do": true, "runtime/trace.WithRegion": true, "testing/synctest.Test": true}

// MayRun reports whether a function of another module calls a function that it gets once before it returns, as far as its name
// tells: it times it, say, or holds a lock the while.
func MayRun(fn *types.Func) bool {
	if syntax.IsStandard(fn.Pkg().Path()) {
		return runners[fn.FullName()]
	}
	return !Launches(fn) && !later().MatchString(fn.Name())
}

// atOnce are the packages that call what they get before they return, or never.
var atOnce = map[string]bool{"slices": true, "maps": true, "sort": true, "strings": true, "bytes": true, "errors": true, "fmt": true}

// CallsAtOnce reports whether the functions of a package call what they get before they return, or never.
func CallsAtOnce(pkg *types.Package) bool { return atOnce[pkg.Path()] }

// onlyIterates are the packages whose iterators only read what they go over.
var onlyIterates = map[string]bool{"slices": true, "maps": true, "strings": true, "bytes": true, "iter": true}

// OnlyIterates reports whether the iterators of a package only read what they go over.
func OnlyIterates(pkg *types.Package) bool { return onlyIterates[pkg.Path()] }
