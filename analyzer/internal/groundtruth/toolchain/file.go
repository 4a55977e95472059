package toolchain

import (
	"fmt"
	"go/format"
	"path"
	"strings"
)

// A Package is one package of a program.
type Package struct {
	Path string
	Text string
}

// A NamedText is a file of a package.
type NamedText struct{ Name, Text string }

// file returns the one file of a package.
func (p Package) file() []NamedText { return []NamedText{{p.Path + ".go", p.Text}} }

// File adds the package clause, and those imports that the declarations need.
func File(name, declarations string, imports []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\nimport (\n", name)
	for _, imp := range imports {
		if base := path.Base(imp); base != name && uses(declarations, base) {
			fmt.Fprintf(&b, "%q\n", imp)
		}
	}
	b.WriteString(")\n")
	b.WriteString(declarations)
	text, err := format.Source([]byte(b.String()))
	if err != nil {
		return b.String() // the type checker will say it better
	}
	return string(text)
}

// uses reports whether a package is mentioned in the text.
func uses(text, base string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], base+".")
		if i < 0 {
			return false
		}
		i += from
		if i == 0 || !IsWord(text[i-1]) && text[i-1] != '.' {
			return true
		}
		from = i + 1
	}
}

// IsWord reports whether a byte is of an identifier.
func IsWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// Mentions reports whether an identifier occurs in the text, and how often.
func Mentions(text, name string) int {
	n := 0
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return n
		}
		i += from
		end := i + len(name)
		if (i == 0 || !IsWord(text[i-1]) && text[i-1] != '.') && (end == len(text) || !IsWord(text[end])) {
			n++
		}
		from = end
	}
}
