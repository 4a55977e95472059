// Package editor does with gopls what an editor does, for tests.
package editor

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/frontends/build"
	"github.com/errcodelint/errcodelint/internal/frontends/lsp"
)

// Now makes gopls look at what was typed at once, not after a second.
var Now = map[string]any{"diagnosticsDelay": "0s"}

// An Editor has files of a module open, and saves none.
type Editor struct {
	*lsp.Server
	t     *testing.T
	dir   string
	marks int
	open  map[string]bool
}

// Start starts a gopls on a module. cache is where it keeps what it has found.
func Start(t *testing.T, program, dir, cache string, settings map[string]any) *Editor {
	t.Helper()
	env := append(build.Environ(), "GOPLSCACHE="+cache, "GOPROXY=off")
	return &Editor{Server: lsp.Start(t, program, dir, env, settings), t: t, dir: dir, open: make(map[string]bool)}
}

// enter puts a text into the file's window.
func (e *Editor) enter(name, text string) {
	e.marks++
	file := filepath.Join(e.dir, filepath.FromSlash(name))
	if e.open[name] {
		e.Change(file, e.marks, text)
	} else {
		e.Open(file, text)
		e.open[name] = true
	}
}

// Show puts a text into the file's window, and returns the file's diagnostics for that very text: a mark
// at its end, which baddirective reports, says when they are there, since all checks' come together.
func (e *Editor) Show(name, text string) []lsp.Diagnostic {
	e.t.Helper()
	mark := fmt.Sprintf("//errcodelint:mark%d", e.marks)
	e.enter(name, text+"\n"+mark+"\n")
	file := filepath.Join(e.dir, filepath.FromSlash(name))
	isMark := func(d lsp.Diagnostic) bool {
		return d.Source == "baddirective" && strings.Contains(d.Message, mark+";")
	}
	list := e.Wait(file, mark, func(list []lsp.Diagnostic) bool { return slices.ContainsFunc(list, isMark) })
	return slices.DeleteFunc(slices.Clone(list), isMark)
}

// ShowTest is Show for a test, in which no mark is reported: once those of another file are there, for the
// second time, the test's are.
func (e *Editor) ShowTest(name, text, other, otherText string) []lsp.Diagnostic {
	e.t.Helper()
	e.enter(name, text)
	e.Show(other, otherText)
	e.Show(other, otherText)
	return e.Diagnostics(filepath.Join(e.dir, filepath.FromSlash(name)))
}

// Want fails the test unless the diagnostics are these, in any order: "line:column check: start of the message".
func (e *Editor) Want(what string, list []lsp.Diagnostic, want ...string) {
	e.t.Helper()
	left := slices.Clone(list)
	for _, w := range want {
		i := slices.IndexFunc(left, func(d lsp.Diagnostic) bool { return strings.HasPrefix(describe(d), w) })
		if i < 0 {
			e.t.Errorf("%s: no %s", what, w)
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	for _, d := range left {
		e.t.Errorf("%s: unexpected %s", what, describe(d))
	}
}

func describe(d lsp.Diagnostic) string {
	return fmt.Sprintf("%d:%d %s: %s", d.Range.Start.Line+1, d.Range.Start.Character+1, d.Source, d.Message)
}

// Fix applies the one quick fix that is offered for a diagnostic of a text.
func (e *Editor) Fix(name, text string, d lsp.Diagnostic, title string) string {
	e.t.Helper()
	fixes := e.Fixes(filepath.Join(e.dir, filepath.FromSlash(name)), d)
	if titles := slices.Collect(maps.Keys(fixes)); !slices.Equal(titles, []string{title}) {
		e.t.Fatalf("quick fixes %q, want %q", titles, title)
	}
	return apply(text, fixes[title])
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

// Documented fails the test unless a link leads to a heading of a page in docs.
func Documented(t *testing.T, link string) {
	t.Helper()
	at, heading, _ := strings.Cut(link, "#")
	_, page, ok := strings.Cut(at, "/docs/")
	text, err := os.ReadFile(filepath.Join(build.Root(), "docs", page))
	if !ok || err != nil || heading == "" || !strings.Contains(string(text), "\n### "+heading+"\n") {
		t.Errorf("the link %s leads nowhere: %v", link, err)
	}
}
