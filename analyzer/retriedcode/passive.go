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

// passiveWord is what the names of functions begin with, of other packages and of
// the program, that do no more: LogAttempt, but not Login.
var passiveWord = regexp.MustCompile(`^((sleep|wait|pause)(ing|for)?|delay|backoff|log(s|f|ln|ging)?|print(f|ln)?|(debug|info|warn|warning|error|trace)s?(f|w|ln)?|record|counts?|inc|observe|metrics?|format|string|duration|after|is|has|should|must|can|retry|measure|report)$`)

// passive reports whether a function does nothing about a failure.
func passive(obj types.Object) bool {
	if obj == nil {
		return false
	}
	if w := words(obj.Name()); len(w) > 0 && passiveWord.MatchString(w[0]) || obj.Name() == "Add" {
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
