package render

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

// GitHub writes a workflow command per finding, which GitHub Actions shows beside the line in a pull
// request. See "Workflow commands for GitHub Actions" in GitHub's documentation.
func GitHub(w io.Writer, dir Dir, findings []govet.Finding) error {
	out := bufio.NewWriter(w)
	files := make(sources)
	for _, f := range findings {
		at := files.span(f)
		properties := "file=" + property(filepath.ToSlash(dir.Rel(f.File)))
		if at.line > 0 {
			properties += fmt.Sprintf(",line=%d", at.line)
		}
		if at.endLine > 0 {
			properties += fmt.Sprintf(",endLine=%d", at.endLine)
		}
		// GitHub takes columns only within one line.
		if at.column > 0 && (at.endLine == 0 || at.endLine == at.line) {
			properties += fmt.Sprintf(",col=%d", at.column)
			if at.endLine > 0 {
				properties += fmt.Sprintf(",endColumn=%d", at.endColumn)
			}
		}
		fmt.Fprintf(out, "::warning %s,title=%s::%s\n", properties, property("errcodelint: "+f.Check), data(f.Message))
	}
	return out.Flush()
}

// data escapes the text of a workflow command.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// property escapes the value of a property.
func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(s))
}
