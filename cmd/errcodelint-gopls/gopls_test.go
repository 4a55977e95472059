package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/frontends/build"
	"github.com/errcodelint/errcodelint/internal/frontends/lsp"
)

// found reports whether there is a diagnostic of that check with that in its message.
func found(check, text string) func([]lsp.Diagnostic) bool {
	return func(list []lsp.Diagnostic) bool { return find(list, check, text) != nil }
}

func find(list []lsp.Diagnostic, check, text string) *lsp.Diagnostic {
	i := slices.IndexFunc(list, func(d lsp.Diagnostic) bool { return d.Source == check && strings.Contains(d.Message, text) })
	if i < 0 {
		return nil
	}
	return &list[i]
}

func none(check string) func([]lsp.Diagnostic) bool {
	return func(list []lsp.Diagnostic) bool { return find(list, check, "") == nil }
}

// TestGopls builds gopls and does with it what an editor does.
func TestGopls(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds gopls, which takes minutes the first time")
	}
	program := build.Gopls(t)
	dir := t.TempDir()
	shop := build.Shop()
	build.Write(t, dir, shop)
	order := shop["order/order.go"]
	file := filepath.Join(dir, "order", "order.go")
	env := append(build.Environ(), "GOPLSCACHE="+t.TempDir(), "GOPROXY=off")
	settings := map[string]any{"diagnosticsDelay": "0s"}
	s := lsp.Start(t, program, dir, env, settings)

	// On open: a code that another package returns.
	s.Open(file, order)
	list := s.Wait(file, "the finding on open", found("magiccode", "Success"))
	d := find(list, "magiccode", "0 is the response code Success")
	if d == nil || d.Range.Start != (lsp.Position{Line: 11, Character: 30}) || d.Severity != 2 || d.Code != "comparison" {
		t.Fatalf("%+v", list)
	}
	if want := "/docs/magiccode.md#comparison"; !strings.HasSuffix(d.CodeDescription.Href, want) {
		t.Errorf("the link is %s, want …%s", d.CodeDescription.Href, want)
	}

	// While typing, without saving; also while the file has a type error.
	s.Change(file, 2, strings.Replace(order, "code == 0", "code == 5", 1))
	s.Wait(file, "the finding while typing", found("magiccode", "ThrottlingRateExceeded"))
	s.Change(file, 3, strings.Replace(order, "err == nil && code == 0", "nowhere && code == 88", 1))
	list = s.Wait(file, "the finding beside a type error", found("magiccode", "GeneralFailure"))
	if find(list, "compiler", "nowhere") == nil {
		t.Errorf("no type error: %+v", list)
	}

	// Off and on again.
	s.Change(file, 4, order)
	s.Wait(file, "the finding", found("magiccode", "Success"))
	s.Configure(map[string]any{"diagnosticsDelay": "0s", "analyses": map[string]bool{"magiccode": false}})
	s.Wait(file, "silence, when it is off", none("magiccode"))
	s.Configure(map[string]any{"diagnosticsDelay": "0s", "analyses": map[string]bool{"magiccode": true}}) // what is left out stays
	list = s.Wait(file, "the finding, when it is on again", found("magiccode", "Success"))
	d = find(list, "magiccode", "Success")

	// The quick fix, which adds the import.
	fixes := s.Fixes(file, *d)
	edits := fixes["Write int(codes.ResponseSuccess)"]
	if len(edits) == 0 {
		t.Fatalf("fixes: %+v", fixes)
	}
	fixed := apply(order, edits)
	if !strings.Contains(fixed, "code == int(codes.ResponseSuccess)") || !strings.Contains(fixed, `"github.com/errcodelint/errcodelint/codes"`) {
		t.Errorf("fixed:\n%s", fixed)
	}
	s.Change(file, 5, fixed)
	s.Wait(file, "no finding, once fixed", func(list []lsp.Diagnostic) bool { return len(list) == 0 })
}

// apply applies edits, which do not overlap.
func apply(text string, edits []lsp.TextEdit) string {
	offset := func(p lsp.Position) int {
		lines := strings.SplitAfter(text, "\n")
		n := 0
		for _, line := range lines[:p.Line] {
			n += len(line)
		}
		return n + p.Character // all the text is ASCII
	}
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b lsp.TextEdit) int { return offset(b.Range.Start) - offset(a.Range.Start) })
	for _, e := range edits {
		text = text[:offset(e.Range.Start)] + e.NewText + text[offset(e.Range.End):]
	}
	return text
}
