package resent

import (
	"fmt"
	"go/format"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/behaviour/workspace"
	"github.com/errcodelint/errcodelint/codes"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// onlyRetries are the flags that switch all other checks off.
var onlyRetries = []string{"-magiccode=false", "-missedcode=false", "-wrongcode=false", "-uncheckedcode=false"}

// TestFixRetries fixes programs that send again what cannot succeed, and counts
// with every code how often each sends before and after: what may pass is sent as
// often as it was, and what cannot pass is sent once.
func TestFixRetries(t *testing.T) {
	w := workspace.New(t)
	before := sent(t, w)
	untouched := w.Files(t)
	w.Fix(t, append(onlyRetries, "./retriedcode/...")...)
	fixed := w.Files(t)
	for _, name := range workspace.Changes(untouched, fixed) {
		if !strings.HasPrefix(name, "retriedcode/") {
			t.Errorf("%s was changed", name)
		}
		if formatted, err := format.Source([]byte(fixed[name])); err != nil || string(formatted) != fixed[name] {
			t.Errorf("%s is not formatted as gofmt would: %v", name, err)
		}
	}
	left := programsOf(fixed, w.Fix(t, append(onlyRetries, "./retriedcode/...")...))
	if again := workspace.Changes(fixed, w.Files(t)); len(again) > 0 {
		t.Errorf("the second run still changed %q", again)
	}
	w.Run(t, "go", "vet", "./retriedcode/...")

	compareSent(t, before, sent(t, w), left)
}

// TestFixLibraries does the same with the programs for retry libraries that run
// without a server of their own.
func TestFixLibraries(t *testing.T) {
	w := workspace.New(t)
	before, after := make(map[string]map[string]int), make(map[string]map[string]int)
	left := make(map[string]bool)
	for _, name := range []string{"backoff", "backoff40", "retrygo", "light"} {
		lib := w.Library(t, name)
		dir := filepath.Join("libs", name)
		maps.Copy(before, sent(t, w, dir))
		lib.Fix(t, append(onlyRetries, "./...")...)
		fixed := lib.Files(t)
		for program := range programsOf(fixed, lib.Fix(t, append(onlyRetries, "./...")...)) {
			left[name+"/"+program] = true
		}
		if again := workspace.Changes(fixed, lib.Files(t)); len(again) > 0 {
			t.Errorf("%s: the second run still changed %q", name, again)
		}
		lib.Run(t, "go", "vet", "./...")
		maps.Copy(after, sent(t, w, dir))
	}
	compareSent(t, before, after, left)
}

// renewed are the programs that send another request after one code, and that code.
var renewed = map[string]string{"retrygo/asked.Relogged": "1"}

// compareSent holds what programs send after they were fixed against what they
// sent before. Of the programs in left not everything could be fixed.
func compareSent(t *testing.T, before, after map[string]map[string]int, left map[string]bool) {
	t.Helper()
	if len(before) < 40 || len(before) != len(after) {
		t.Fatalf("%d programs before, %d after", len(before), len(after))
	}
	better := 0
	for name, was := range before {
		is := after[name]
		improved := false
		for code, n := range was {
			switch class := classOf(t, was, code); {
			case is[code] == n:
			case is[code] == 1 && (class == codes.RetryNever || class == codes.RetryAfterFix):
				improved = true
			default:
				t.Errorf("%s: %s (%v) was sent %d times, and is sent %d times", name, code, class, n, is[code])
			}
		}
		if !improved {
			continue
		}
		better++
		if left[name] {
			continue // not all of it could be fixed
		}
		for code, n := range is {
			if n > 1 && classOf(t, is, code) == codes.RetryNever && renewed[name] != code {
				t.Errorf("%s still sends %s %d times", name, code, n)
			}
		}
	}
	if better < 10 {
		t.Errorf("%d programs are better: too few to tell anything", better)
	}
	t.Logf("%d of %d programs are better", better, len(before))
}

// classOf returns the class of a code which a program was answered, of which it is known how often it has sent for each: only one
// that creates templates is answered without a code.
func classOf(t *testing.T, sent map[string]int, code string) codes.Retry {
	t.Helper()
	const none = "absent"
	if code == none {
		return codes.RetryNotNeeded
	}
	if _, ok := sent[none]; ok {
		c, err := codes.ParseTemplate(code)
		if err != nil {
			t.Fatal(err)
		}
		return c.Retry()
	}
	c, err := codes.ParseResponse(code)
	if err != nil {
		t.Fatal(err)
	}
	return c.Retry()
}

// sent runs the programs in retriedcode, or in the modules of libraries, with every code, and returns how often
// each has sent, by name and code.
func sent(t *testing.T, w *workspace.Workspace, libraries ...string) map[string]map[string]int {
	t.Helper()
	return testprograms.Sent(t, w.Run(t, "go", append([]string{"run", "./retriedcode/prove"}, libraries...)...))
}

// programsOf returns the programs that findings are in, as prove calls them. A
// program is an exported function and what is declared between it and the next one.
func programsOf(files map[string]string, findings string) map[string]bool {
	found := make(map[string]bool)
	for finding := range strings.Lines(findings) {
		file, rest, _ := strings.Cut(finding, ":")
		var line int
		if _, err := fmt.Sscanf(rest, "%d:", &line); err != nil {
			continue
		}
		lines := strings.Split(files[filepath.ToSlash(file)], "\n")
		for i := min(line, len(lines)) - 1; i >= 0; i-- {
			if m := program.FindStringSubmatch(lines[i]); m != nil {
				found[path.Base(path.Dir(filepath.ToSlash(file)))+"."+m[1]] = true
				break
			}
		}
	}
	return found
}

var program = regexp.MustCompile(`^func ([A-Z]\w*)\(ctx context\.Context`)
