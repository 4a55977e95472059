package frontends

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/frontends/build"
)

// step finds the scripts of the action's steps; dedent makes them what bash gets.
var (
	step   = regexp.MustCompile(`(?m)^      run: \|\n((?:        .*\n)+)`)
	dedent = regexp.MustCompile(`(?m)^        `)
)

// TestAction runs the action's scripts as GitHub's runner does.
func TestAction(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds the command")
	}
	text, err := os.ReadFile(filepath.Join(build.Root(), "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	steps := step.FindAllStringSubmatch(string(text), -1)
	if len(steps) != 2 {
		t.Fatalf("%d steps", len(steps))
	}
	shop, temp := t.TempDir(), t.TempDir()
	build.Write(t, shop, build.Shop())
	for _, test := range []struct {
		flags, sarif, module string
		code                 int
		findings             string
	}{
		{"", "", ".", 1, "findings=true\n"},
		{"", "out.sarif", ".", 0, "findings=true\n"},
		{"-magiccode=false -missedcode=false", "", ".", 0, "findings=false\n"},
		{"-nosuchflag", "out.sarif", ".", 2, "findings=false\n"},
		{"", "", "nosuchfolder", 2, "findings=false\n"},
	} {
		output := filepath.Join(temp, "output")
		build.Write(t, temp, map[string]string{"output": ""})
		code := 0
		var said string
		for _, s := range steps {
			cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", dedent.ReplaceAllString(s[1], ""))
			cmd.Env = append(os.Environ(), "RUNNER_TEMP="+temp, "GITHUB_ACTION_PATH="+build.Root(), "GITHUB_WORKSPACE="+shop,
				"GITHUB_OUTPUT="+output, "PACKAGES=./...", "FLAGS="+test.flags, "MODULE="+test.module, "SARIF="+test.sarif)
			out, _ := cmd.CombinedOutput()
			said, code = said+string(out), cmd.ProcessState.ExitCode()
		}
		if found, _ := os.ReadFile(output); code != test.code || string(found) != test.findings {
			t.Errorf("%+v: exit code %d, %q\n%s", test, code, found, said)
		}
		if test.code == 1 && !strings.Contains(said, "::warning file=order/order.go,line=12,") {
			t.Errorf("no annotation in\n%s", said)
		}
	}
	if log, err := os.ReadFile(filepath.Join(shop, "out.sarif")); err != nil {
		t.Errorf("%v %s", err, log)
	}
}
