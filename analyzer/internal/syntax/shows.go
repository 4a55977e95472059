package syntax

import (
	"go/types"
	"strings"
)

// showing are the packages whose functions show values to people.
var showing = []string{
	"fmt", "log", "log/slog", "testing", "errors",
	"go.uber.org/zap", "github.com/sirupsen/logrus", "github.com/rs/zerolog", "github.com/go-logr/logr",
}

// Shows reports whether a function only shows values to people.
func Shows(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	path := fn.Pkg().Path()
	for _, s := range showing {
		if path == s || strings.HasPrefix(path, s+"/") {
			return !strings.HasPrefix(fn.Name(), "Sscan") && !strings.HasPrefix(fn.Name(), "Fscan")
		}
	}
	return false
}
