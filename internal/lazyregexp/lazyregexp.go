// Package lazyregexp compiles regular expressions when they are first used. The
// program starts once for each package of a build, and of most it has nothing to
// say: what it does at its start costs more than all its checks.
package lazyregexp

import (
	"regexp"
	"sync"
)

// New returns a function that returns a regular expression, which it compiles when
// it is called first. It panics then if the expression is malformed.
func New(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
