package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

// Text writes a line per finding: `file:line:column: message (check)`.
func Text(w io.Writer, dir Dir, findings []govet.Finding, colour bool) error {
	out := bufio.NewWriter(w)
	bold, faint, plain := "", "", ""
	if colour {
		bold, faint, plain = "\x1b[1m", "\x1b[2m", "\x1b[0m"
	}
	for _, f := range findings {
		// A finding is one line to whatever reads lines; a message in several keeps the rest indented.
		message := strings.ReplaceAll(f.Message, "\n", "\n\t")
		fmt.Fprintf(out, "%s%s:%s %s %s(%s)%s\n", bold, position(dir, f), plain, message, faint, f.Check, plain)
	}
	return out.Flush()
}

func position(dir Dir, f govet.Finding) string {
	name := dir.Rel(f.File)
	if f.Line == 0 {
		return name
	}
	if f.Column == 0 {
		return fmt.Sprintf("%s:%d", name, f.Line)
	}
	return fmt.Sprintf("%s:%d:%d", name, f.Line, f.Column)
}
