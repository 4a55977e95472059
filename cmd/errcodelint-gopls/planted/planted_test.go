package planted

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/frontends/build"
	"github.com/errcodelint/errcodelint/internal/frontends/editor"
	"github.com/errcodelint/errcodelint/internal/frontends/lsp"
)

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
		list := e.Show("order/order.go", shop["order/order.go"])
		e.Want(when+", in the check", list, "2:9 baddirective: magiccode failed: panic: planted (magiccode.go:")
		if list[0].Severity != lsp.Warning || list[0].Code != "failed" || !strings.Contains(list[0].Message, "please report it at https://") {
			t.Errorf("%+v", list[0])
		}
		editor.Documented(t, list[0].CodeDescription.Href)
		e.Want(when+", in what all checks need", e.Show(stockFile, stock), "2:9 baddirective: errcodebinding failed: panic: assignment to entry in nil map (binding.go:")
		// The others, and the same check elsewhere, go on.
		e.Want(when+", where nothing fails", e.Show("sms/sms.go", shop["sms/sms.go"]), "16:15 magiccode: 11 is the response code InvalidRecipient")
		e.Want(when+", the other checks", e.Show("order/order.go", shop["order/order.go"]+"\nvar _, _ = sms.Send(nil) //errcodelint:ignore retriedcode there is nothing\n"),
			"2:9 baddirective: magiccode failed", "15:26 baddirective: there is nothing to ignore: retriedcode")
		e.Stop()
	}
}
