package retriedcode

import (
	"go/types"
	"regexp"
	"strings"
)

// passivePackages only write, count, format, compare or wait.
var passivePackages = []string{
	"log", "fmt", "time", "errors", "strings", "strconv", "context", "math", "sync/atomic", "sort", "slices", "maps",
	"expvar", "runtime", "unicode", "bytes", "encoding", "os/signal", "math/rand",
	"go.uber.org/zap", "github.com/sirupsen/logrus", "github.com/rs/zerolog", "github.com/go-kit/log",
	"github.com/go-logr/logr", "k8s.io/klog", "github.com/golang/glog", "go.uber.org/atomic",
	"github.com/prometheus/client_golang", "go.opentelemetry.io/otel", "github.com/DataDog/datadog-go",
	"github.com/pkg/errors", "github.com/errcodelint/errcodelint/codes",
	"github.com/cenkalti/backoff", "github.com/jpillora/backoff", "github.com/lestrrat-go/backoff",
}

// passiveName is what functions of other packages, and of the program, are called
// that do no more.
var passiveName = regexp.MustCompile(`(?i)^(sleep|pause|wait|delay|backoff|log|print|debug|info|warn|error|trace|record|count|inc|observe|add|metric|format|string|duration|after|is|has|should|must|can|retry|measure|report(metric)?)`)

// passive reports whether a function does nothing about a failure.
func passive(obj types.Object) bool {
	if obj == nil {
		return false
	}
	if passiveName.MatchString(obj.Name()) {
		return true
	}
	if obj.Pkg() == nil {
		return true
	}
	path := obj.Pkg().Path()
	for _, p := range passivePackages {
		if path == p || strings.HasPrefix(path, p+"/") {
			return true
		}
	}
	return false
}
