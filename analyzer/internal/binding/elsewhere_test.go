package binding_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
)

// A package of another module, or of the standard library, in which there is no more than a name leaves
// no facts, for which all that import it would have to be looked at.
func TestElsewhere(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"main/go.mod":        "module example.test/main\n\ngo 1.25\n\nrequire example.test/sdk v0.0.0\n\nreplace example.test/sdk => ../sdk\n",
		"main/named/n.go":    "package named\n\ntype Item struct{ ResponseCode int }\n\nfunc (i *Item) Zero() bool { return i.ResponseCode == 0 }\n",
		"main/main.go":       "package main\n\nimport (\n\t\"example.test/sdk/keyed\"\n\t\"example.test/sdk/named\"\n)\n\nfunc main() { println(new(named.Item).Zero(), new(keyed.Reply).Zero()) }\n",
		"sdk/go.mod":         "module example.test/sdk\n\ngo 1.25\n",
		"sdk/named/named.go": "package named\n\ntype Item struct{ ResponseCode int }\n\nfunc (i *Item) Zero() bool { return i.ResponseCode == 0 }\n",
		"sdk/shop/shop.go":   "package shop\n\ntype Reply struct {\n\tCode string `json:\"responseCode\"`\n}\n\nfunc (r *Reply) Paid() bool { return r.Code == \"00\" }\n",
		"sdk/keyed/keyed.go": "package keyed\n\ntype Reply struct {\n\tCode int `json:\"responseCode\"`\n}\n\nfunc (r *Reply) Zero() bool { return r.Code < 1 }\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule, Dir: filepath.Join(dir, "main"), Env: append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off"),
	}, "example.test/sdk/...", "./named", "crypto/x509")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{binding.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	empty := make(map[string]bool)
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		empty[act.Package.PkgPath] = act.Result.(*binding.Result).Empty()
	}
	for path, want := range map[string]bool{
		"example.test/sdk/named":  true,
		"example.test/sdk/keyed":  false, // its importers may say what its codes are
		"example.test/sdk/shop":   false, // they are told that it has none
		"example.test/main/named": false,
		"crypto/x509":             true,
	} {
		if got, ok := empty[path]; !ok || got != want {
			t.Errorf("%s: empty %t, want %t", path, got, want)
		}
	}
}
