package retriedcode_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/variation"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

var (
	variations = flag.Int("variations", 0, "how many packages of programs to vary")
	varySeed   = flag.Uint64("variation", 1, "the seed of the first variation")
	varyOnly   = flag.String("varied", "", "the one package to vary")
	misses     = flag.Bool("misses", false, "whether to show also programs that send again without a report: their second request may be another one")
)

// TestVaried does with variations of the programs what TestProof does with themselves: what is reported
// has to be sent again. What it prints is to be read: a loop that is left for another reason after its first round,
// or never begun, is no false report of such programs as people write.
func TestVaried(t *testing.T) {
	if *variations == 0 {
		t.Skip("-variations: this is a long run")
	}
	original := testprograms.Dir(t)
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(original)); err != nil {
		t.Fatal(err)
	}
	replaceInFile(t, filepath.Join(dir, "go.mod"), "=> ../", "=> "+filepath.Dir(original))
	list, err := os.ReadFile(filepath.Join(original, "retriedcode", "prove", "programs.go"))
	if err != nil {
		t.Fatal(err)
	}
	names := packagesOf(string(list))
	if *varyOnly != "" {
		names = []string{*varyOnly}
	}
	changed := 0
	for i := range *variations {
		seed := *varySeed + uint64(i)
		r := rand.New(rand.NewPCG(seed, 7))
		p := load(t, original, names[r.IntN(len(names))])
		versions := []map[string]string{maps.Clone(p.files)}
		for range 30 {
			if p.change(r) {
				versions = append(versions, maps.Clone(p.files))
			}
		}
		last := len(versions) - 1
		judge := func(version int) (map[string]string, error) { return p.judge(t, dir, string(list), versions[version]) }
		wrong, err := judge(last)
		for err != nil && last > 0 {
			last /= 2
			wrong, err = judge(last)
		}
		changed += last
		if err == nil {
			for _, name := range slices.Sorted(maps.Keys(wrong)) {
				at := 1 + sort.Search(last-1, func(i int) bool {
					some, err := judge(i + 1)
					return err == nil && some[name] != ""
				})
				t.Errorf("variation %d: %s\n%s\nSince this was changed:\n%s", seed, wrong[name], functionOf(versions[at], name), difference(t, versions[at-1], versions[at]))
			}
		}
		p.write(t, dir, versions[0])
	}
	t.Logf("%d changes", changed)
}

// packagesOf returns the packages that a list of programs has.
func packagesOf(list string) []string {
	var names []string
	for _, m := range regexp.MustCompile(`(?m)^\t"(\w+)\.\w+": `).FindAllStringSubmatch(list, -1) {
		if !slices.Contains(names, m[1]) {
			names = append(names, m[1])
		}
	}
	return names
}

// A varied is a package of programs that changes.
type varied struct {
	name  string
	files map[string]string // by their base names
	imp   mapImporter
}

type mapImporter map[string]*types.Package

func (m mapImporter) Import(path string) (*types.Package, error) {
	if p := m[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("%s is not imported", path)
}

func load(t *testing.T, dir, name string) *varied {
	t.Helper()
	config := &packages.Config{Mode: packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps | packages.NeedTypes, Dir: dir}
	loaded, err := packages.Load(config, "./retriedcode/"+name)
	if err != nil || len(loaded) != 1 {
		t.Fatal(err, len(loaded))
	}
	p := &varied{name: name, files: make(map[string]string), imp: make(mapImporter)}
	for _, file := range loaded[0].GoFiles {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p.files[filepath.Base(file)] = string(text)
	}
	packages.Visit(loaded, func(dep *packages.Package) bool { p.imp[dep.PkgPath] = dep.Types; return true }, nil)
	return p
}

func (p *varied) change(r *rand.Rand) bool {
	names := slices.Sorted(maps.Keys(p.files))
	name := names[r.IntN(len(names))]
	v := &variation.Variation{Rand: r, Text: p.files[name]}
	ok := v.Change(func(text string) bool {
		files := maps.Clone(p.files)
		files[name] = text
		return p.compiles(files)
	})
	if ok {
		p.files[name] = v.Text
	}
	return ok
}

func (p *varied) compiles(texts map[string]string) bool {
	fset := token.NewFileSet()
	var files []*ast.File
	for name, text := range texts {
		file, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
		if err != nil {
			return false
		}
		files = append(files, file)
	}
	config := types.Config{Importer: p.imp, GoVersion: "go1.26"}
	_, err := config.Check("example.test/programs/retriedcode/"+p.name, fset, files, nil)
	return err == nil
}

func (p *varied) write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, "retriedcode", p.name, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// judge runs the programs of a package in a folder, and returns what is wrong with what is reported of them.
func (p *varied) judge(t *testing.T, dir, list string, files map[string]string) (map[string]string, error) {
	t.Helper()
	p.write(t, dir, files)
	var own strings.Builder
	for line := range strings.Lines(list) {
		program, path := regexp.MustCompile(`^\t"(\w+)\.`).FindStringSubmatch(line), regexp.MustCompile(`^\t"(example.test/.*/(\w+))"`).FindStringSubmatch(line)
		if program == nil && path == nil || program != nil && program[1] == p.name || path != nil && (path[2] == p.name || path[2] == "api") {
			own.WriteString(line)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "retriedcode", "prove", "programs.go"), []byte(own.String()), 0o666); err != nil {
		return nil, err
	}
	cmd := exec.Command("go", "run", "./retriedcode/prove")
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	counts := testprograms.Sent(t, string(out))
	claims := make(map[string]*claim)
	programs(silent{}, dir, "", claims, "./retriedcode/"+p.name)
	wrong := make(map[string]string)
	for name, c := range claims {
		sent, ok := counts[name]
		if !ok || sent[c.success()] > 1 || differs[name] {
			continue
		}
		again := c.sentAgain(sent)
		if slices.ContainsFunc(c.messages, aboutAnswers.MatchString) {
			continue // whoever asks for it
		}
		if c.agrees(again) || len(c.messages) == 0 && !*misses {
			continue
		}
		var texts []string
		for _, m := range again {
			texts = append(texts, m.Text)
		}
		wrong[name] = fmt.Sprintf("%s: sends again for %v; reported: %q", name, texts, c.messages)
	}
	return wrong, nil
}

// aboutAnswers matches what is said of predicates and sets.
var aboutAnswers = regexp.MustCompile(`^this says |remove it from |add it to `)

// silent lets analysistest complain about what is not expected.
type silent struct{}

func (silent) Errorf(string, ...any) {}

func functionOf(files map[string]string, program string) string {
	_, name, _ := strings.Cut(program, ".")
	for _, text := range files {
		if i := strings.Index(text, "\nfunc "+name+"("); i >= 0 {
			rest := text[i+1:]
			if j := strings.Index(rest[1:], "\nfunc "+strings.ToUpper(name[:1])); j > 0 && j < 2500 {
				return rest[:j]
			}
			return rest[:min(len(rest), 2500)]
		}
	}
	return ""
}

func replaceInFile(t *testing.T, file, old, by string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), old, by, 1)), 0o666); err != nil {
		t.Fatal(err)
	}
}

// difference returns what is another in two versions.
func difference(t *testing.T, before, after map[string]string) string {
	t.Helper()
	for name, text := range after {
		if before[name] != text {
			changed, err := variation.Difference(before[name], text)
			if err != nil {
				t.Fatal(err)
			}
			return changed
		}
	}
	return ""
}
