package render

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

//go:embed html.tmpl
var htmlText string

var htmlTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("report").Funcs(template.FuncMap{"count": count}).Parse(htmlText))
})

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// around is how many lines a report shows before and after a finding.
const around = 2

// An htmlReport is what the template gets.
type htmlReport struct {
	Version  string
	Total    int
	Fixable  int
	Packages []string
	Checks   []htmlCheck
	Failures []govet.Failure
}

// An htmlCheck is a check that has found something.
type htmlCheck struct {
	Name, Title, URL string
	Total            int
	Packages         []htmlPackage // in the order of htmlReport.Packages, those without findings included
}

type htmlPackage struct {
	Path     string
	Findings []htmlFinding
}

type htmlFinding struct {
	Place, Message, Category, URL, Fix string
	Lines                              []htmlLine
}

// An htmlLine is a line of the source, cut where the finding is; without a Mark it is only near it.
type htmlLine struct {
	Number              int
	Before, Mark, After string
}

// HTML writes a report as one page that needs nothing else: the findings by check and package, each with
// the lines around it.
func HTML(w io.Writer, dir Dir, run Run) error {
	report := htmlReport{Version: run.Version, Total: len(run.Findings), Failures: run.Failures}
	by := make(map[string]map[string][]htmlFinding) // check → package → findings
	rules, files := Rules(run.Suite), make(sources)
	for _, f := range run.Findings {
		if by[f.Check] == nil {
			by[f.Check] = make(map[string][]htmlFinding)
		}
		h := htmlFinding{Place: position(dir, f), Message: f.Message, Category: f.Category, Lines: excerpt(files, f)}
		if i := slices.IndexFunc(rules, func(r Rule) bool { return r.ID == ruleID(f.Check, f.Category) }); i >= 0 {
			h.URL = rules[i].URL
		}
		if len(f.Fixes) > 0 {
			h.Fix = cmp.Or(f.Fixes[0].Message, "has a fix")
			report.Fixable++
		}
		by[f.Check][f.Package] = append(by[f.Check][f.Package], h)
		report.Packages = append(report.Packages, f.Package)
	}
	slices.Sort(report.Packages)
	report.Packages = slices.Compact(report.Packages)
	for _, a := range run.Suite {
		if len(by[a.Name]) == 0 {
			continue
		}
		title, _, _ := strings.Cut(strings.TrimPrefix(a.Doc, a.Name+": "), "\n")
		c := htmlCheck{Name: a.Name, Title: title, URL: a.URL}
		for _, path := range report.Packages {
			c.Packages = append(c.Packages, htmlPackage{path, by[a.Name][path]})
			c.Total += len(by[a.Name][path])
		}
		report.Checks = append(report.Checks, c)
	}
	return htmlTemplate().Execute(w, report)
}

// excerpt returns the lines around a finding.
func excerpt(files sources, f govet.Finding) (out []htmlLine) {
	for n := max(1, f.Line-around); n <= f.Line+around && f.Line > 0; n++ {
		text := strings.TrimRight(string(files.line(f.File, n)), "\r\n")
		if n > len(files.lines(f.File)) || n == len(files.lines(f.File)) && text == "" {
			break
		}
		l := htmlLine{Number: n, Before: text}
		if start := f.Column - 1; n == f.Line && start >= 0 && start < len(text) {
			end := len(text)
			if f.EndLine == f.Line && f.EndColumn-1 > start && f.EndColumn-1 < end {
				end = f.EndColumn - 1
			}
			l.Before, l.Mark, l.After = text[:start], text[start:end], text[end:]
		}
		out = append(out, l)
	}
	return out
}
