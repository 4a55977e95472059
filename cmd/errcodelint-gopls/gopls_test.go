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
	editor.Documented(t, list[0].CodeDescription.Href)
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
