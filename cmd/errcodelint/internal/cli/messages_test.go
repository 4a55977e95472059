package cli

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/render"
)

func TestSplitQuoted(t *testing.T) {
	for list, want := range map[string][]string{
		"":                          nil,
		" -a  -tags=x\t-race ":      {"-a", "-tags=x", "-race"},
		`'-overlay=/a b/o.json' -v`: {"-overlay=/a b/o.json", "-v"},
		`-v "-modfile=/a b/x.mod"`:  {"-v", "-modfile=/a b/x.mod"},
		`-ldflags='x`:               {"-ldflags='x"},
		`"unterminated -v`:          {"unterminated -v"},
		`'' -v`:                     {"", "-v"},
	} {
		if got := splitQuoted(list); !slices.Equal(got, want) {
			t.Errorf("splitQuoted(%s) = %q, want %q", list, got, want)
		}
	}
}

func TestBuildFlag(t *testing.T) {
	c := &command{env: map[string]string{"GOFLAGS": "-modfile=a.mod -trimpath --overlay=o.json"}, options: &options{build: []string{"-modfile=b.mod"}}}
	for name, want := range map[string]string{"modfile": "b.mod", "trimpath": "true", "overlay": "o.json", "mod": ""} {
		if got := c.buildFlag(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// Failures are told as what, where and what to do; never more of them than somebody will read.
func TestExplain(t *testing.T) {
	root := t.TempDir()
	many := slices.Repeat([]string{"p.go:1:2: wrong"}, 30)
	for _, test := range []struct {
		name    string
		failure govet.Failure
		want    []string
		lines   int
	}{
		{"broken", govet.Failure{Kind: govet.Broken, Package: "m/p", Lines: many},
			[]string{"errcodelint: m/p does not compile, and was not checked:\n\t" + filepath.Join("sub", "p.go") + ":1:2: wrong\n", "\t(and 20 more lines)\n"}, 12},
		{"no position", govet.Failure{Kind: govet.Broken, Package: "m/p", Lines: []string{`cgo: C compiler "gcc" not found`}},
			[]string{"errcodelint: m/p could not be checked:\n\tcgo: C compiler"}, 2},
		{"a newer Go", govet.Failure{Kind: govet.Broken, Package: "m/p", Lines: []string{"p.go:1:1: package requires newer Go version go1.99 (application built with go1.26)"}},
			[]string{"this errcodelint is built with go1.", "build it again"}, 3},
		{"killed", govet.Failure{Kind: govet.GoFailed, Lines: []string{"m/p: /bin/errcodelint: signal: killed"}},
			[]string{"errcodelint: m/p: /bin/errcodelint: signal: killed\n", "is there enough memory?"}, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			c := &command{
				stderr: &out, options: &options{}, here: render.NewDir(root), gocmd: govet.Go{Dir: filepath.Join(root, "sub")},
				original: func(file string) string { return file },
			}
			c.explain([]govet.Failure{test.failure})
			for _, want := range test.want {
				if !strings.Contains(out.String(), want) {
					t.Errorf("got:\n%s\nwant in it: %s", out.String(), want)
				}
			}
			if got := strings.Count(out.String(), "\n"); got != test.lines {
				t.Errorf("%d lines, want %d:\n%s", got, test.lines, out.String())
			}
		})
	}
	var out bytes.Buffer
	c := &command{stderr: &out}
	c.explain(slices.Repeat([]govet.Failure{{Kind: govet.NoMatch, Lines: []string{"./x/..."}}}, 30))
	if !strings.HasSuffix(out.String(), "errcodelint: 20 failures more like these\n") {
		t.Errorf("got:\n%s", out.String())
	}
}
