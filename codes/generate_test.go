package codes_test

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/codegen"
)

// TestGenerated does what go generate does, into another folder, and compares. It reads the
// go:generate lines themselves, so that they are tested too.
func TestGenerated(t *testing.T) {
	const command = "//go:generate go run ../internal/codegen/cmd "
	source, err := os.Open("generate.go")
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	dir := t.TempDir()
	lines := bufio.NewScanner(source)
	for lines.Scan() {
		line, ok := strings.CutPrefix(lines.Text(), command)
		if !ok {
			continue
		}
		args := append([]string{"-package", "codes", "-out", dir}, splitArgs(t, line)...)
		var stderr bytes.Buffer
		if status := codegen.Run(args, &stderr); status != 0 {
			t.Fatalf("%s: status %d: %s", line, status, &stderr)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}

	want, have := generated(t, dir), generated(t, ".")
	if len(want) != len(domains)+1 {
		t.Errorf("generated %d files", len(want))
	}
	for name, text := range want {
		if have[name] != text {
			t.Errorf("%s is not what go generate makes of the catalogue: run go generate ./codes", name)
		}
	}
	for name := range have {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is no longer generated: remove it", name)
		}
	}
}

// splitArgs splits as go generate does: at spaces, but not inside of double quotes.
func splitArgs(t *testing.T, line string) []string {
	var args []string
	for _, arg := range regexp.MustCompile(`"(\\.|[^"\\])*"|\S+`).FindAllString(line, -1) {
		if strings.HasPrefix(arg, `"`) {
			unquoted, err := strconv.Unquote(arg)
			if err != nil {
				t.Fatalf("%s: %v", arg, err)
			}
			arg = unquoted
		}
		args = append(args, arg)
	}
	return args
}

func generated(t *testing.T, dir string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*_gen.go"))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(path)] = strings.ReplaceAll(string(text), "\r\n", "\n") // as git may check it out
	}
	return texts
}
