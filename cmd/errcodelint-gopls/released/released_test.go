package released

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/frontends/build"
	"github.com/errcodelint/errcodelint/internal/frontends/editor"
)

// TestReleased installs a released errcodelint-gopls, of which there is no checkout, and has it build gopls
// in an empty folder.
func TestReleased(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds gopls, which takes minutes the first time")
	}
	proxy := build.NewProxy(t)
	source := build.Copy(t)
	version := proxy.Release(source, "v0.1.0")
	if err := os.RemoveAll(source); err != nil {
		t.Fatal(err)
	}
	bin, empty := t.TempDir(), t.TempDir()
	env := append(proxy.Environ(), "GOBIN="+bin)
	done := build.Alone(t)
	for _, args := range [][]string{
		{"go", "install", build.Module + "/cmd/errcodelint-gopls@latest"},
		{filepath.Join(bin, "errcodelint-gopls"), "-tests"},
	} {
		if _, code := build.Exit(t, empty, env, args[0], args[1:]...); code != 0 {
			t.Fatalf("%q ends with %d", args, code)
		}
	}
	done()
	program := filepath.Join(empty, "gopls-errcodelint")
	if got := build.Run(t, empty, "go", "version", "-m", program); !strings.Contains(got, "\tdep\t"+build.Module+"\t"+version+"\t") || strings.Contains(got, "=>") {
		t.Errorf("%s is not the release %s:\n%s", program, version, got)
	}
	if got := build.Run(t, empty, program, "version"); !strings.Contains(got, "-errcodelint."+version) {
		t.Errorf("version: %s", got)
	}

	dir, shop := t.TempDir(), build.Shop()
	build.Write(t, dir, shop)
	e := editor.Start(t, program, dir, t.TempDir(), editor.Now)
	e.Want("a release", e.Show("order/order.go", shop["order/order.go"]), "12:31 magiccode: 0 is the response code Success")
	e.Want("-tests", e.Show("order/order_test.go", shop["order/order_test.go"]), "10:48 magiccode: 5 is the response code ThrottlingRateExceeded")
}
