package behaviour

import (
	"fmt"
	"go/format"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/behaviour/workspace"
)

// TestFix fixes everything there is to fix, then looks at what has become of the programs.
func TestFix(t *testing.T) {
	w := workspace.New(t)
	before := harness(t, w, "careless")

	untouched := w.Files(t)
	w.Fix(t, "./services/careless/...", "./notify/...")
	if n := len(workspace.Changes(untouched, w.Files(t))); n < 20 {
		t.Errorf("%d files fixed: too few to tell anything", n)
	}
	for tries := 1; ; tries++ {
		last := w.Files(t)
		w.Fix(t, "./services/careless/...", "./notify/...")
		changed := workspace.Changes(last, w.Files(t))
		if len(changed) == 0 {
			break
		}
		t.Errorf("run %d of -fix still changed %s", tries+1, strings.Join(changed, ", "))
		if tries == 3 {
			break
		}
	}

	t.Run("scope", func(t *testing.T) {
		for _, name := range workspace.Changes(untouched, w.Files(t)) {
			inside := strings.HasPrefix(name, "services/careless/") || strings.HasPrefix(name, "notify/")
			if !inside || strings.HasSuffix(name, "_test.go") {
				t.Errorf("%s was changed", name)
			}
		}
	})
	t.Run("gofmt", func(t *testing.T) {
		for name, text := range w.Files(t) {
			if filepath.Ext(name) != ".go" {
				continue
			}
			formatted, err := format.Source([]byte(text))
			if err != nil {
				t.Errorf("%s: %v", name, err)
			} else if string(formatted) != text {
				t.Errorf("%s is not formatted as gofmt would", name)
			}
		}
	})
	t.Run("build", func(t *testing.T) { w.Run(t, "go", "build", "./...") })
	t.Run("vet", func(t *testing.T) { w.Run(t, "go", "vet", "./...") })
	t.Run("test", func(t *testing.T) { w.Run(t, "go", "test", "./services/...", "./notify/...") })
	t.Run("behaviour", func(t *testing.T) {
		compare(t, before, harness(t, w, "careless"))
	})
}

// TestFixNothing lets -fix loose on a program that is as it should be.
func TestFixNothing(t *testing.T) {
	w := workspace.New(t)
	before := w.Files(t)
	if findings := w.Fix(t, "./services/careful/...", "./fakeapi/...", "./harness/..."); findings != "" {
		t.Errorf("findings:\n%s", findings)
	}
	if changed := workspace.Changes(before, w.Files(t)); len(changed) != 0 {
		t.Errorf("changed: %s", strings.Join(changed, ", "))
	}
	out := harness(t, w, "careful")
	compare(t, out, harness(t, w, "careful"))
}

// TestFixDeclared fixes programs with domains of their own, and runs those of them that are whole
// programs with every code of their vendors: of numbers, text, below zero, in hexadecimal.
func TestFixDeclared(t *testing.T) {
	w := workspace.New(t)
	runs := func() string {
		return w.Run(t, "go", "run", "./whatsapp/run") + w.Run(t, "go", "run", "./directives/payouts")
	}
	before := runs()
	if n := strings.Count(before, "\n"); n < 100 {
		t.Fatalf("%d lines: too few to tell anything", n)
	}
	untouched := w.Files(t)
	w.Fix(t, "./whatsapp/...", "./directives/...")
	fixed := workspace.Changes(untouched, w.Files(t))
	if len(fixed) < 5 {
		t.Errorf("only %q fixed", fixed)
	}
	for _, name := range fixed {
		if strings.HasPrefix(name, "whatsapp/careful/") || strings.HasPrefix(name, "whatsapp/cloud/") {
			t.Errorf("%s was changed", name)
		}
		text := w.Files(t)[name]
		if formatted, err := format.Source([]byte(text)); err != nil || string(formatted) != text {
			t.Errorf("%s is not formatted as gofmt would: %v", name, err)
		}
	}
	last := w.Files(t)
	w.Fix(t, "./whatsapp/...", "./directives/...")
	if again := workspace.Changes(last, w.Files(t)); len(again) > 0 {
		t.Errorf("the second run still changed %q", again)
	}
	w.Run(t, "go", "vet", "./whatsapp/...", "./directives/...")
	if after := runs(); after != before {
		t.Errorf("something else comes out:\n%s\nwas\n%s", after, before)
	}
}

// harness runs a service with every code, and returns what came out.
func harness(t *testing.T, w *workspace.Workspace, service string) string {
	t.Helper()
	out := w.Run(t, "go", "run", "./harness", service)
	if n := strings.Count(out, "\n"); n < 10000 {
		t.Fatalf("%d lines from the harness: too few to tell anything", n)
	}
	return out
}

// compare reports the trials whose lines differ.
func compare(t *testing.T, before, after string) {
	t.Helper()
	was, is := byTrial(before), byTrial(after)
	if len(was) < 500 || len(was) != len(is) {
		t.Errorf("%d trials before, %d after", len(was), len(is))
	}
	var differ []string
	for _, trial := range slices.Sorted(maps.Keys(was)) {
		if was[trial] == is[trial] {
			continue
		}
		if resends(trial) {
			// What cannot succeed is asked for once; all else is as it was.
			if without(was[trial]) == without(is[trial]) && onceAsked(is[trial]) {
				continue
			}
		}
		// "> 0" and "!= success" part company below zero. The API has no such codes.
		if isNegative(trial) && strings.Contains(trial, "verify") {
			continue
		}
		differ = append(differ, fmt.Sprintf("%s\n%s", trial, firstDifference(was[trial], is[trial])))
	}
	if n := len(differ); n > 0 {
		t.Errorf("%d trials differ, such as\n%s", n, strings.Join(differ[:min(n, 5)], "\n"))
	}
}

// byTrial sorts the harness's output by what precedes its lines.
func byTrial(out string) map[string]string {
	lines := make(map[string][]string)
	for line := range strings.Lines(out) {
		trial, rest, _ := strings.Cut(line, " ")
		lines[trial] = append(lines[trial], rest)
	}
	trials := make(map[string]string)
	for trial, l := range lines {
		trials[trial] = strings.Join(l, "")
	}
	return trials
}

func isNegative(trial string) bool {
	codes := trial[strings.LastIndex(trial, "/")+1:]
	return slices.Contains(strings.Split(codes, "+"), "-1")
}

func firstDifference(before, after string) string {
	b, a := strings.Split(before, "\n"), strings.Split(after, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "\t- " + b[i] + "\n\t+ " + a[i]
		}
	}
	return fmt.Sprintf("\t- %d lines\n\t+ %d lines", len(b), len(a))
}

// resends reports whether a trial is about codes of messages, some of which the
// service sends again although they cannot succeed.
func resends(trial string) bool { return strings.HasPrefix(trial, "response/sms") }

// without returns a trial's lines but those about what is sent again, and how many
// requests that makes.
func without(lines string) string {
	var kept []string
	for line := range strings.Lines(lines) {
		if !strings.HasPrefix(line, "resend: ") && !strings.HasPrefix(line, "requests: ") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

// unmended are the ways to send again for which there is no fix.
var unmended = regexp.MustCompile(`^resend: (helped|jump|work): `)

// onceAsked reports whether everything that a fix can mend is asked for once.
func onceAsked(lines string) bool {
	n := 0
	for line := range strings.Lines(lines) {
		if strings.HasPrefix(line, "resend: ") && !unmended.MatchString(line) {
			if !strings.Contains(line, ": asked 1, ") {
				return false
			}
			n++
		}
	}
	return n > 0
}
