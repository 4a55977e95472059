package patch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

// write writes a Go file and returns its name.
func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "p.go")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// finding is one with a fix that replaces old, in the file, with new.
func finding(t *testing.T, file, old, new string) govet.Finding {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	start := strings.Index(string(text), old)
	return govet.Finding{File: file, Message: old, Check: "test", Fixes: []govet.Fix{{
		Edits: []govet.Edit{{File: file, Start: start, End: start + len(old), New: new}},
	}}}
}

func all(string) bool { return true }

func TestPlan(t *testing.T) {
	file := write(t, "package p\n\nvar x, y = 1, 2\n")
	other := write(t, "package q\n\nvar z = 3\n")
	noFix := govet.Finding{File: file, Message: "no fix"}
	plan, err := New([]govet.Finding{
		finding(t, file, "1, 2", "3, 4"), finding(t, file, "2", "5"), finding(t, other, "3", "6"), noFix,
	}, func(name string) bool { return name == file })
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Changes) != 1 || string(plan.Changes[0].After) != "package p\n\nvar x, y = 3, 4\n" {
		t.Errorf("changes: %q", plan.Changes)
	}
	if !plan.Altered || len(plan.Fixed) != 1 || plan.Fixed[0].Message != "1, 2" || len(plan.Refused) != 1 || plan.Refused[0].Message != "3" {
		t.Errorf("altered %t, fixed %v, refused %v", plan.Altered, plan.Fixed, plan.Refused)
	}
}

func TestNextPlan(t *testing.T) {
	file := write(t, "package p\n\nvar x, y = 1, 2\n")
	other := write(t, "package q\n\nvar z = 3\n")
	plan, err := New([]govet.Finding{finding(t, file, "1", "30"), finding(t, other, "3", "6")}, all)
	if err != nil {
		t.Fatal(err)
	}
	// The next finding is where the first fix has put it.
	at := strings.Index("package p\n\nvar x, y = 30, 2\n", "2")
	second := govet.Finding{File: file, Message: "2", Fixes: []govet.Fix{{Edits: []govet.Edit{{File: file, Start: at, End: at + 1, New: "4"}}}}}
	plan, err = plan.Next([]govet.Finding{second}, all)
	if err != nil {
		t.Fatal(err)
	}
	texts := make(map[string]string)
	for _, c := range plan.Changes {
		if on, err := os.ReadFile(c.File); err != nil || string(on) != string(c.Before) {
			t.Errorf("%s: before is %q, not what is on disk (%v)", c.File, c.Before, err)
		}
		texts[c.Names[0]] = string(c.After)
	}
	if texts[file] != "package p\n\nvar x, y = 30, 4\n" || texts[other] != "package q\n\nvar z = 6\n" || !plan.Altered || len(plan.Fixed) != 3 {
		t.Errorf("%q, altered %t, fixed %d", texts, plan.Altered, len(plan.Fixed))
	}
	if plan, err = plan.Next(nil, all); err != nil || plan.Altered || len(plan.Changes) != 2 {
		t.Errorf("nothing more to fix: altered %t, %d changes, %v", plan.Altered, len(plan.Changes), err)
	}
}

func TestPlanWithoutEffect(t *testing.T) {
	file := write(t, "package p\n\nvar x = 1\n")
	plan, err := New([]govet.Finding{finding(t, file, "1", "1")}, all)
	if err != nil || len(plan.Changes) != 0 {
		t.Errorf("changes: %v, %v", plan.Changes, err)
	}
}

// Two fixes make the same group of a single import, and each a pair of parentheses.
func TestPlanSharesImports(t *testing.T) {
	const text = "package p\n\nimport \"fmt\"\n\nvar x, y = 1, 2\n\nvar _ = fmt.Sprint(x, y)\n"
	file := write(t, text)
	path := strings.Index(text, `"fmt"`)
	fix := func(old, new string) govet.Finding {
		f := finding(t, file, old, new)
		f.Fixes[0].Edits = append(f.Fixes[0].Edits,
			govet.Edit{File: file, Start: path, End: path, New: "(\n\t"},
			govet.Edit{File: file, Start: path + 5, End: path + 5, New: "\n\t\"os\"\n)"})
		return f
	}
	plan, err := New([]govet.Finding{fix("1", "(os.O_RDWR)"), fix("2", "(os.O_EXCL)")}, all)
	if err != nil {
		t.Fatal(err)
	}
	const want = "package p\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nvar x, y = (os.O_RDWR), (os.O_EXCL)\n\nvar _ = fmt.Sprint(x, y)\n"
	if len(plan.Changes) != 1 || string(plan.Changes[0].After) != want {
		t.Errorf("changes: %q, want %q", plan.Changes, want)
	}
}

func TestHeaderOf(t *testing.T) {
	for text, want := range map[string]string{
		"package p\n\nimport \"a\"\n\n// F\nfunc F() {}\n": "package p\n\nimport \"a\"\n\n",
		"// p\npackage p; var x = 1":                       "// p\npackage p; ",
		"package p\n\n// x\nvar x = 1":                     "package p\n\n",
		"package p\nimport \"a\"":                          "",
		"no Go":                                            "",
	} {
		if got := text[:headerOf([]byte(text))]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestPlanOfNoGo(t *testing.T) {
	file := write(t, "package p\n\nvar x = 1\n")
	_, err := New([]govet.Finding{finding(t, file, "1", "}{")}, all)
	var bug *BugError
	if !errors.As(err, &bug) || bug.File != file {
		t.Errorf("error: %v", err)
	}
}

func TestPlanForAFileThatHasChanged(t *testing.T) {
	file := write(t, "package p\n\nvar x = 1\n")
	f := finding(t, file, "1", "2")
	f.Fixes[0].Edits[0].End = 1000
	if _, err := New([]govet.Finding{f}, all); err == nil || !strings.Contains(err.Error(), "was the file changed meanwhile?") {
		t.Errorf("error: %v", err)
	}
	f.File = filepath.Join(filepath.Dir(file), "gone.go")
	f.Fixes[0].Edits[0].File = f.File
	if _, err := New([]govet.Finding{f}, all); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error: %v", err)
	}
}

func TestImporting(t *testing.T) {
	p := &Plan{Changes: []Change{
		{Names: []string{"new"}, Before: []byte("package p"), After: []byte("package p; import \"a/codes\"")},
		{Names: []string{"had it"}, Before: []byte("import \"a/codes\""), After: []byte("import \"a/codes\"; x")},
	}}
	if got := p.Importing("a/codes"); len(got) != 1 || got[0] != "new" {
		t.Errorf("got %q", got)
	}
}
