package missedcode_test

import (
	"flag"
	"io"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/missedcode"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

func TestSettings(t *testing.T) {
	dir := testprograms.Dir(t)
	analysistest.Run(t, dir, missedcode.New(missedcode.Settings{Default: missedcode.Always}), "./settings/default/always")
	testprograms.CheckFixes(t, dir, missedcode.New(missedcode.Settings{Default: missedcode.Never}), "./settings/default/never")
}

func TestFlag(t *testing.T) {
	a := missedcode.New(missedcode.Settings{})
	a.Flags.Init("", flag.ContinueOnError)
	a.Flags.SetOutput(io.Discard)
	if got := a.Flags.Lookup("default").DefValue; got != "smart" {
		t.Errorf("the default is %q", got)
	}
	for _, value := range []string{"smart", "always", "never"} {
		if err := a.Flags.Set("default", value); err != nil || a.Flags.Lookup("default").Value.String() != value {
			t.Errorf("%s: %v", value, err)
		}
	}
	err := a.Flags.Set("default", "sometimes")
	if err == nil || !strings.Contains(err.Error(), `"sometimes"`) || !strings.Contains(err.Error(), "smart, always or never") {
		t.Errorf("error %v", err)
	}
}
