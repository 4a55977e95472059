package gclplugin

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/internal/frontends/build"
	"github.com/errcodelint/errcodelint/internal/frontends/golangci"
	"github.com/errcodelint/errcodelint/internal/frontends/sarifschema"
)

// The example names every check, and each setting of a check that is not one of all checks.
func TestExample(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(build.Root(), ".golangci.example.yml"))
	if err != nil {
		t.Fatal(err)
	}
	_, checks, _ := strings.Cut(string(text), "\n          checks:\n")
	checks, _, _ = strings.Cut(checks, "\n  exclusions:")
	for _, a := range analyzer.Analyzers() {
		_, of, ok := strings.Cut(checks, "\n            "+a.Name+":")
		if !ok && !strings.HasPrefix(checks, "            "+a.Name+":") {
			t.Errorf("the example does not name %s", a.Name)
		}
		a.Flags.VisitAll(func(f *flag.Flag) {
			if f.Name == "tests" || f.Name == "require-evidence" {
				return
			}
			settings := regexp.MustCompile(`^\n(              .*\n)*?              ` + f.Name + ": " + f.DefValue + "\n")
			if !settings.MatchString(of) {
				t.Errorf("the example does not name %s.%s, or not with its default %s", a.Name, f.Name, f.DefValue)
			}
		})
	}
}

// TestGolangciLint drives a golangci-lint that is built by a main of our own.
func TestGolangciLint(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds golangci-lint, which takes minutes the first time")
	}
	program := build.GolangciLint(t)
	l := golangci.New(t, program)

	// Findings, one of them about a code from another package; one is silenced by nolint.
	out, code := l.Run()
	l.Want(out, golangci.InOrder, golangci.InSMS)
	if code != 1 {
		t.Errorf("exit code %d", code)
	}
	if l.Analyzed != "2/2" {
		t.Errorf("the first run analyzed %s packages", l.Analyzed)
	}
	if again, _ := l.Run(); again != out || l.Analyzed != "0/2" {
		t.Errorf("the second run analyzed %s packages, which are cached, and says\n%s", l.Analyzed, again)
	}
	order := build.Shop()["order/order.go"]
	build.Write(t, l.Dir, map[string]string{"order/order.go": order + "\n// Changed.\n"})
	if again, _ := l.Run(); again != out || l.Analyzed != "1/2" {
		t.Errorf("after a change in one package, %s were analyzed, and it says\n%s", l.Analyzed, again)
	}
	build.Write(t, l.Dir, map[string]string{"order/order.go": order})

	t.Run("settings", func(t *testing.T) {
		l := l.Again(t)
		l.Configure("tests: false", "tests: true")
		out, _ := l.Run()
		l.Want(out, golangci.InOrder, golangci.InTest, golangci.InSMS)
		l.Configure("magiccode: true", "magiccode: false")
		out, code := l.Run()
		if l.Want(out); code != 0 {
			t.Errorf("exit code %d, with the check off", code)
		}
		l.Configure("require-evidence: false", "require-evidence: true")
		out, _ = l.Run()
		l.Want(out) // sms neither imports codes nor names the vendor
		l.Configure("path: _mock", `path: order\.go # _mock`)
		out, _ = l.Run()
		l.Want(out, golangci.InSMS)
		l.Configure("tests: false", "test: false")
		if _, code := l.Run(); code != 3 {
			t.Errorf("exit code %d for a setting that does not exist", code)
		}
		l.Configure("", "")
	})

	t.Run("two on a line", func(t *testing.T) {
		l := golangci.New(t, program)
		order := build.Shop()["order/order.go"]
		build.Write(t, l.Dir, map[string]string{"order/order.go": strings.Replace(order, "code == 0", "(code == 0 || code == 5)", 1)})
		out, _ := l.Run()
		l.Want(out, "order/order.go:12:32: magiccode: 0 is", "order/order.go:12:45: magiccode: 5 is", golangci.InSMS)
	})

	t.Run("sarif", func(t *testing.T) {
		text, _ := build.Exit(t, l.Dir, []string{"GOLANGCI_LINT_CACHE=" + l.Cache}, program, "run", "--output.sarif.path=stdout", "--show-stats=false")
		log, err := sarif.FromString(text)
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		sarifschema.Validate(t, text)
		var got []string
		for _, r := range log.Runs[0].Results {
			at := r.Locations[0].PhysicalLocation
			got = append(got, fmt.Sprintf("%s %s:%d:%d %s", *r.RuleID, *at.ArtifactLocation.URI, *at.Region.StartLine, *at.Region.StartColumn, *r.Message.Text))
		}
		for i, want := range []string{"errcodelint order/order.go:12:31 magiccode: 0 is", "errcodelint sms/sms.go:16:15 magiccode: 11 is"} {
			if len(got) != 2 || !strings.HasPrefix(got[i], want) {
				t.Errorf("%q", got)
			}
		}
	})

	t.Run("fix", func(t *testing.T) {
		l := golangci.New(t, program)
		out, _ := l.Run("--fix")
		l.Want(out)
		build.Run(t, l.Dir, "go", "vet", "-mod=mod", "./...")
		text, err := os.ReadFile(filepath.Join(l.Dir, "order", "order.go"))
		if err != nil || !strings.Contains(string(text), "code == int(codes.ResponseSuccess)") || !strings.Contains(string(text), "code == 16 {") {
			t.Errorf("%v\n%s", err, text)
		}
	})
}

// TestRebuilt shows that a golangci-lint that is built again with another errcodelint does not say what
// the older one found.
func TestRebuilt(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds golangci-lint, which takes minutes the first time")
	}
	l := golangci.New(t, build.GolangciLint(t))
	out, _ := l.Run()
	l.Want(out, golangci.InOrder, golangci.InSMS)

	other := build.Copy(t)
	golangci.Reword(t, other, "bare as")
	l.Program = build.GolangciLintOf(t, other)
	l.WantWording("bare as")
}
