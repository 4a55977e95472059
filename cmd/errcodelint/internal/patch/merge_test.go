package patch

import (
	"testing"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

func edit(start, end int, text string) govet.Edit {
	return govet.Edit{File: "f", Start: start, End: end, New: text}
}

func fix(edits ...govet.Edit) govet.Fix { return govet.Fix{Edits: edits} }

func TestMerge(t *testing.T) {
	const text = "0123456789"
	imp := edit(1, 1, "\nimport \"codes\"")
	for _, test := range []struct {
		name  string
		fixes []govet.Fix
		took  []bool
		want  string
	}{
		{"apart", []govet.Fix{fix(edit(7, 8, "b")), fix(edit(2, 3, "a"))}, []bool{true, true}, "01a3456b89"},
		{"side by side", []govet.Fix{fix(edit(2, 3, "a")), fix(edit(3, 4, "b"))}, []bool{true, true}, "01ab456789"},
		{"the same twice", []govet.Fix{fix(edit(2, 3, "a")), fix(edit(2, 3, "a"))}, []bool{true, true}, "01a3456789"},
		{"overlap", []govet.Fix{fix(edit(2, 5, "a")), fix(edit(4, 6, "b"))}, []bool{true, false}, "01a56789"},
		{"within", []govet.Fix{fix(edit(2, 8, "a")), fix(edit(4, 4, "b"))}, []bool{true, false}, "01a89"},
		{"inserted before what is replaced", []govet.Fix{fix(edit(2, 4, "a")), fix(edit(2, 2, "b"))}, []bool{true, true}, "01ba456789"},
		{"inserted behind what is replaced", []govet.Fix{fix(edit(2, 4, "a")), fix(edit(4, 4, "b"))}, []bool{true, true}, "01ab456789"},
		{"inserted at one point", []govet.Fix{fix(edit(2, 2, "a")), fix(edit(2, 2, "b"))}, []bool{true, false}, "01a23456789"},
		{"one import", []govet.Fix{fix(imp, edit(4, 5, "a")), fix(imp, edit(6, 7, "b"))}, []bool{true, true}, "0\nimport \"codes\"123a5b789"},
		{"a parenthesis is not one import", []govet.Fix{
			fix(edit(2, 2, "("), edit(4, 4, ")")), fix(edit(2, 2, "("), edit(6, 6, ")")),
		}, []bool{true, false}, "01(23)456789"},
		{"the same two parentheses", []govet.Fix{
			fix(edit(2, 2, "("), edit(4, 4, ")")), fix(edit(2, 2, "("), edit(4, 4, ")")),
		}, []bool{true, true}, "01(23)456789"},
		{"nothing of a fix that overlaps", []govet.Fix{fix(edit(2, 5, "a")), fix(edit(7, 8, "b"), edit(4, 6, "c"))}, []bool{true, false}, "01a56789"},
		{"a fix at odds with itself", []govet.Fix{fix(edit(2, 5, "a"), edit(4, 6, "c"))}, []bool{false}, text},
		{"at both ends", []govet.Fix{fix(edit(0, 0, "<")), fix(edit(10, 10, ">"))}, []bool{true, true}, "<0123456789>"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var m merger
			for i, f := range test.fixes {
				if took := m.add(f); took != test.took[i] {
					t.Errorf("fix %d: taken %v, want %v", i, took, test.took[i])
				}
			}
			if got := string(apply([]byte(text), m.edits["f"])); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestIsImport(t *testing.T) {
	for text, want := range map[string]bool{
		"\n\nimport \"a/b\"":              true,
		"\n\t\"a/b\"":                     true,
		"\t\"a/b\"\n":                     true,
		"c \"a/b\"\n":                     true,
		"import (\n\"a\"\n\"b\"\n)\n\n":   true,
		"; import \"a\"":                  false,
		"import \"a\"; var x = 1":         false,
		"(":                               false,
		"":                                false,
		"\n":                              false,
		"codes.Five":                      false,
		"\"a\"); func init() { } ; var (": false,
	} {
		if got := isImport(text); got != want {
			t.Errorf("isImport(%q) = %v", text, got)
		}
	}
}
