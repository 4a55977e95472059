package main

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/frontends/build"
	"github.com/errcodelint/errcodelint/internal/frontends/editor"
	"github.com/errcodelint/errcodelint/internal/frontends/lsp"
)

const (
	orderFile = "order/order.go"
	testFile  = "order/order_test.go"
	smsFile   = "sms/sms.go"
)

func with(settings map[string]any, name string, value any) map[string]any {
	out := maps.Clone(settings)
	out[name] = value
	return out
}

// TestGopls builds gopls and does with it what an editor does. Nothing is ever saved.
func TestGopls(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds gopls, which takes minutes the first time")
	}
	program := build.Gopls(t)
	if out := build.Run(t, t.TempDir(), program, "version"); !strings.Contains(out, goplsVersion+"-errcodelint") {
		t.Errorf("version: %s", out)
	}
	dir, shop := t.TempDir(), build.Shop()
	build.Write(t, dir, shop)
	order, sms := shop[orderFile], shop[smsFile]
	e := editor.Start(t, program, dir, t.TempDir(), editor.Now)

	// On open, in the place of a code that another package returns.
	const success, duplicate = "12:31 magiccode: 0 is the response code Success", "9:13 magiccode: 16 is the response code DuplicateDestination"
	list := e.Show(orderFile, order)
	e.Want("on open", list, success)
	if d := list[0]; d.Severity != lsp.Warning || d.Code != "comparison" {
		t.Errorf("severity %d, code %v", d.Severity, d.Code)
	}
	documented(t, list[0].CodeDescription.Href)
	e.Want("in a test, which needs -tests", e.ShowTest(testFile, shop[testFile], orderFile, order))

	// While typing.
	e.Want("typing", e.Show(orderFile, strings.Replace(order, "code == 0", "code == 5", 1)), "12:31 magiccode: 5 is the response code ThrottlingRateExceeded")
	e.Want("//nolint is gone", e.Show(orderFile, strings.Replace(order, "//nolint:errcodelint", "//", 1)), success, duplicate)

	// While a file has a type error: the file itself, one beside it, and the package that it imports.
	e.Want("type error", e.Show(orderFile, strings.Replace(order, "err == nil && code == 0", "err == nil && nowhere && code == 88", 1)),
		"12:23 compiler: undefined: nowhere", "12:42 magiccode: 88 is the response code GeneralFailure")
	e.Want("syntax error", e.Show(orderFile, strings.Replace(order, "err == nil && code == 0", "err == nil && code == 88 &&", 1)),
		"13:1 syntax: expected operand, found '}'", "12:31 magiccode: 88 is the response code GeneralFailure")
	e.Want("type error in a test", e.ShowTest(testFile, strings.Replace(shop[testFile], "code != 5", "code != five", 1), orderFile, order),
		"10:48 compiler: undefined: five")
	e.Want("type error beside", e.Show(orderFile, order), success)
	e.Want("test", e.ShowTest(testFile, shop[testFile], orderFile, order))
	e.Show(smsFile, strings.Replace(sms, "return 0, err", "return 0, err, 0", 1))
	e.Want("type error in the import", e.Show(orderFile, order), success)

	// What is typed in one package counts in the other.
	e.Want("another key", e.Show(smsFile, strings.Replace(sms, "responseCode", "status", 1)))
	e.Want("no code any more", e.Show(orderFile, order))
	e.Want("sms as it was", e.Show(smsFile, sms), "16:15 magiccode: 11 is the response code InvalidRecipient")
	e.Want("a code again", e.Show(orderFile, order), success)

	// Off and on again; what the setting leaves out stays on.
	e.Configure(with(editor.Now, "analyses", map[string]bool{"magiccode": false}))
	e.Want("magiccode off", e.Show(orderFile, order))
	e.Configure(with(editor.Now, "analyses", map[string]bool{"missedcode": false}))
	list = e.Show(orderFile, order)
	e.Want("magiccode on", list, success)

	// The quick fix, which adds the import: applied, nothing is left to say, not by the compiler either.
	fixed := e.Fix(orderFile, order, list[0], "Write int(codes.ResponseSuccess)")
	if !strings.Contains(fixed, "code == int(codes.ResponseSuccess)") || !strings.Contains(fixed, `"github.com/errcodelint/errcodelint/codes"`) {
		t.Errorf("fixed:\n%s", fixed)
	}
	e.Want("fixed", e.Show(orderFile, fixed))

	for name, text := range shop {
		if saved, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))); err != nil || string(saved) != text {
			t.Errorf("%s was saved: this test is about what is typed", name)
		}
	}
}

// documented fails the test unless a link leads to a heading of a page in docs.
func documented(t *testing.T, link string) {
	t.Helper()
	at, heading, _ := strings.Cut(link, "#")
	_, page, ok := strings.Cut(at, "/docs/")
	text, err := os.ReadFile(filepath.Join(build.Root(), "docs", page))
	if !ok || err != nil || heading == "" || !strings.Contains(string(text), "\n### "+heading+"\n") {
		t.Errorf("the link %s leads nowhere: %v", link, err)
	}
}

// TestGoplsFlags builds gopls with flags in it.
func TestGoplsFlags(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds gopls, which takes minutes the first time")
	}
	dir, shop := t.TempDir(), build.Shop()
	build.Write(t, dir, shop)
	e := editor.Start(t, build.Gopls(t, "-tests", "-missedcode.default=never"), dir, t.TempDir(), editor.Now)
	e.Want("-tests", e.Show(testFile, shop[testFile]), "10:48 magiccode: 5 is the response code ThrottlingRateExceeded")
	const dispatch = "\nfunc why(code int) string {\n\tswitch code {\n\tcase 5:\n\t\treturn \"busy\"\n\tdefault:\n\t\treturn \"no\"\n\t}\n}\n\nvar _ = func() string { code, _ := sms.Send(nil); return why(code) }\n"
	list := e.Show(orderFile, shop[orderFile]+dispatch)
	e.Want("-missedcode.default=never", list, "12:31 magiccode:", "17:7 magiccode:", "16:2 missedcode: this switch does not name 22")
}

// TestPlantedPanic shows that a check that panics in gopls does not just fall silent, as gopls would have
// it, neither at once nor from its cache: the editor shows the failure, and what the others find.
func TestPlantedPanic(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds gopls, which takes minutes the first time")
	}
	broken := build.Copy(t)
	build.Replace(t, filepath.Join(broken, "analyzer", "magiccode", "magiccode.go"),
		"func run(pass *analysis.Pass, settings *Settings) (any, error) {\n",
		"func run(pass *analysis.Pass, settings *Settings) (any, error) {\n\tif pass.Pkg.Name() == \"order\" {\n\t\tpanic(\"planted\")\n\t}\n")
	build.Replace(t, filepath.Join(broken, "analyzer", "internal", "binding", "binding.go"),
		"func run(pass *analysis.Pass) (any, error) {\n",
		"func run(pass *analysis.Pass) (any, error) {\n\tif pass.Pkg.Name() == \"stock\" {\n\t\tvar none map[string]int\n\t\tnone[pass.Pkg.Path()]++\n\t}\n")
	program := build.GoplsOf(t, broken)

	const (
		stockFile = "stock/stock.go"
		stock     = "// Package stock counts.\npackage stock\n\n// Left is what is left.\nfunc Left(responseCode int) bool { return responseCode == 5 }\n"
	)
	dir, shop, cache := t.TempDir(), build.Shop(), t.TempDir()
	build.Write(t, dir, shop)
	build.Write(t, dir, map[string]string{stockFile: stock})
	for _, when := range []string{"at first", "from the cache"} {
		e := editor.Start(t, program, dir, cache, editor.Now)
		list := e.Show(orderFile, shop[orderFile])
		e.Want(when+", in the check", list, "2:9 baddirective: magiccode failed: panic: planted (magiccode.go:")
		if list[0].Severity != lsp.Warning || list[0].Code != "failed" || !strings.Contains(list[0].Message, "please report it at https://") {
			t.Errorf("%+v", list[0])
		}
		documented(t, list[0].CodeDescription.Href)
		e.Want(when+", in what all checks need", e.Show(stockFile, stock), "2:9 baddirective: errcodebinding failed: panic: assignment to entry in nil map (binding.go:")
		// The others, and the same check elsewhere, go on.
		e.Want(when+", where nothing fails", e.Show(smsFile, shop[smsFile]), "16:15 magiccode: 11 is the response code InvalidRecipient")
		e.Want(when+", the other checks", e.Show(orderFile, shop[orderFile]+"\nvar _, _ = sms.Send(nil) //errcodelint:ignore retriedcode there is nothing\n"),
			"2:9 baddirective: magiccode failed", "15:26 baddirective: there is nothing to ignore: retriedcode")
		e.Stop()
	}
}
