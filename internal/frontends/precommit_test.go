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

// hook finds what pre-commit runs for a hook.
var hook = regexp.MustCompile(`(?m)^- id: (\S+)\n(?:  .*\n)*?  entry: (.*)\n  args: \[(.*)\]\n(?:  .*\n)*`)

// TestPreCommit does what pre-commit does with the hooks: installs all commands of the repository, and runs
// the entry with its arguments in the user's repository.
func TestPreCommit(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds all commands")
	}
	text, err := os.ReadFile(filepath.Join(build.Root(), ".pre-commit-hooks.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	hooks := hook.FindAllStringSubmatch(string(text), -1)
	if len(hooks) != 2 {
		t.Fatalf("%d hooks in\n%s", len(hooks), text)
	}
	bin := t.TempDir()
	done := build.Alone(t)
	if _, code := build.Exit(t, build.Root(), []string{"GOBIN=" + bin}, "go", "install", "-trimpath", "./..."); code != 0 {
		t.Fatalf("go install ends with %d", code)
	}
	done()
	shop := t.TempDir()
	build.Write(t, shop, build.Shop())
	for _, h := range hooks {
		id, entry, args := h[1], strings.Fields(h[2]), strings.Split(h[3], ", ")
		if !strings.Contains(h[0], "  language: golang\n") || !strings.Contains(h[0], "  pass_filenames: false\n") {
			t.Errorf("%s: pre-commit would run it otherwise than this test does:\n%s", id, h[0])
		}
		cmd := exec.Command(filepath.Join(bin, entry[0]), append(entry[1:], args...)...)
		cmd.Dir, cmd.Env = shop, build.Environ()
		out, _ := cmd.CombinedOutput()
		code := cmd.ProcessState.ExitCode()
		fixed, err := os.ReadFile(filepath.Join(shop, "order", "order.go"))
		if err != nil {
			t.Fatal(err)
		}
		switch has := strings.Contains(string(fixed), "int(codes.ResponseSuccess)"); id {
		case "errcodelint":
			if code != 1 || has || !strings.Contains(string(out), "order/order.go:12:31: 0 is the response code Success") {
				t.Errorf("%s ends with %d, and says\n%s", id, code, out)
			}
		case "errcodelint-fix": // pre-commit itself fails when files have changed
			if code != 0 || !has {
				t.Errorf("%s ends with %d, and says\n%s", id, code, out)
			}
		default:
			t.Errorf("this test does not know the hook %s", id)
		}
	}
}
