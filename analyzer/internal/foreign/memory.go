package foreign

import (
	"go/types"
	"slices"
	"strings"
)

// writers are names of functions; * stands for any end.
type writers []string

func (w writers) has(name string) bool {
	return slices.ContainsFunc(w, func(writer string) bool {
		start, isPrefix := strings.CutSuffix(writer, "*")
		return name == writer || isPrefix && strings.HasPrefix(name, start)
	})
}

// harmless are the packages whose functions and methods leave what they get as it is, and whose own things
// hold no codes: but for those of the names here, or that begin like them.
var harmless = map[string]writers{
	"fmt":             {"Scan*", "Sscan*", "Fscan*"},
	"log":             {},
	"log/slog":        {},
	"errors":          {},
	"strings":         {},
	"strconv":         {},
	"time":            {"AfterFunc"},
	"math":            {},
	"bytes":           {},
	"unicode":         {},
	"unicode/utf8":    {},
	"context":         {"AfterFunc"},
	"os":              {},
	"regexp":          {},
	"math/rand":       {},
	"math/rand/v2":    {},
	"net/url":         {"Set", "Add", "Del", "UnmarshalBinary"},
	"path":            {},
	"testing":         {},
	"cmp":             {},
	"sync/atomic":     {"Store*", "Swap*", "CompareAndSwap*", "Add*", "And*", "Or*"},
	"go.uber.org/zap": {},

	"github.com/errcodelint/errcodelint/codes":       {"Unmarshal*"},
	"github.com/rs/zerolog":                          {},
	"github.com/rs/zerolog/log":                      {},
	"github.com/sirupsen/logrus":                     {},
	"github.com/pkg/errors":                          {},
	"github.com/prometheus/client_golang/prometheus": {},
}

// fillers are the functions of harmless packages that store bytes: what was found in a text may not be there
// any more.
var fillers = map[string]writers{
	"fmt": {"Append*"}, "log/slog": {"Append*"}, "strconv": {"Append*"}, "time": {"Append*"}, "net/url": {"Append*"},
	"regexp": {"Append*", "Expand*"}, "unicode/utf8": {"Append*", "EncodeRune"}, "math/rand": {"Read"},
	"os": {"Read", "ReadAt"}, "strings": {"Read", "ReadAt"},
	"bytes": {"Append*", "Read", "ReadAt", "ReadFrom", "Write*", "Grow"},
}

// IsHarmless reports whether a function neither changes its arguments, but for bytes, nor calls
// back.
func IsHarmless(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return fn.Name() == "Error" // error's own method
	}
	writers, ok := harmless[fn.Pkg().Path()]
	return ok && !writers.has(fn.Name())
}

// Fills reports whether a function stores bytes, and nothing else.
func Fills(fn *types.Func) bool {
	return fn.Pkg() != nil && fillers[fn.Pkg().Path()].has(fn.Name())
}

// reflecting are the functions and methods of package reflect that store, or call.
var reflecting = writers{"Set*", "Call*", "Append*", "Copy", "Grow", "Clear", "Swapper", "Send", "TrySend", "Select"}

// StoresByReflection reports whether a function or method of package reflect stores, or calls.
func StoresByReflection(fn *types.Func) bool { return reflecting.has(fn.Name()) }

// readers are the functions that only read a container that they get.
var readers = map[string]bool{
	"slices.Contains": true, "slices.Index": true, "slices.Equal": true,
	"maps.Keys": true, "maps.Values": true, "slices.Values": true, "strings.Join": true,
}

// OnlyReads reports whether a function only reads the containers that it gets.
func OnlyReads(fn *types.Func) bool { return readers[fn.FullName()] }

// newLists are the functions that make a list of what is in others.
var newLists = map[string]bool{
	"slices.Clone": true, "slices.Concat": true, "slices.Collect": true, "slices.Sorted": true, "slices.Repeat": true,
}

// MakesList reports whether a function makes a list of what is in others.
func MakesList(fn *types.Func) bool { return newLists[fn.FullName()] }

// keeping is how the names of functions begin that keep what they get.
var keeping = []string{"Store", "Put", "Push", "Add", "Set", "Insert", "Append", "Register", "Enqueue", "Swap", "CompareAndSwap", "LoadOrStore"}

// Keeps reports whether a function is called like those that keep what they get.
func Keeps(fn *types.Func) bool {
	return slices.ContainsFunc(keeping, func(start string) bool { return strings.HasPrefix(fn.Name(), start) })
}
