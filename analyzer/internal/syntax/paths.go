package syntax

import (
	"strings"

	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

var versionElement = lazyregexp.New(`[/.]v[0-9]+(/|$)`)

// UnversionedPath returns an import path without its versions, so that one row of a table serves them all:
// example.com/retry of example.com/retry/v2, gopkg.in/retry/wait of gopkg.in/retry.v1/wait.
func UnversionedPath(path string) string {
	for strings.Contains(path, "/v") || strings.Contains(path, ".v") {
		i := versionElement().FindStringIndex(path)
		if i == nil {
			return path
		}
		rest := path[i[1]:]
		if rest != "" {
			rest = "/" + rest
		}
		path = path[:i[0]] + rest
	}
	return path
}

var majorVersion = lazyregexp.New(`[/.]v\d+([./])`)

// Unversioned returns a function's full name without the major version of its
// import path, so that one row of a table serves all versions.
func Unversioned(fullName string) string {
	if !strings.Contains(fullName, "/v") && !strings.Contains(fullName, ".v") {
		return fullName
	}
	return majorVersion().ReplaceAllString(fullName, "$1")
}
