package patch

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

// A Change is the new content of a file.
type Change struct {
	Names  []string // what the go command calls the file; several where symbolic links lead to it
	File   string   // the file itself, at the end of all links
	Before []byte
	After  []byte
}

// A Plan is what applying fixes comes to.
type Plan struct {
	Changes []Change        // sorted by file; those of the plan before it, too
	Altered bool            // the plan before it has other changes
	Fixed   []govet.Finding // whose fixes are applied, with those of the plan before it
	Refused []govet.Finding // whose fixes are for files that are not the user's to edit
}

// New plans the fixes of the findings, which are sorted. mayEdit says whether a file is one that the
// user edits. An error is about a file that cannot be read, or a fix that makes no sense.
func New(findings []govet.Finding, mayEdit func(file string) bool) (*Plan, error) {
	return new(Plan).Next(findings, mayEdit)
}

// Next plans as New does, for files that p has changed: the findings are those of the changed files.
// The new plan holds the changes of both.
func (p *Plan) Next(findings []govet.Finding, mayEdit func(file string) bool) (*Plan, error) {
	next := &planner{
		plan:    Plan{Fixed: slices.Clone(p.Fixed)},
		merger:  merger{header: make(map[string]int)},
		byFile:  make(map[string]*source),
		byName:  make(map[string]*source),
		mayEdit: mayEdit,
	}
	for _, c := range p.Changes {
		next.know(&source{names: c.Names, file: c.File, before: c.Before, text: c.After, style: styleOf(c.Before)})
	}
	for _, f := range findings {
		if len(f.Fixes) > 0 && len(f.Fixes[0].Edits) > 0 {
			if err := next.add(f); err != nil {
				return nil, err
			}
		}
	}
	if err := next.finish(); err != nil {
		return nil, err
	}
	return &next.plan, nil
}

type planner struct {
	plan    Plan
	merger  merger
	byName  map[string]*source
	byFile  map[string]*source
	mayEdit func(string) bool
}

// A source is a file that a fix is about.
type source struct {
	names  []string
	file   string
	before []byte // on disk
	text   []byte // that the fixes are for
	style  style
}

func (p *planner) know(src *source) {
	p.byFile[src.file] = src
	for _, name := range src.names {
		p.byName[name] = src
	}
	p.merger.header[src.file] = headerOf(src.text)
}

func (p *planner) add(f govet.Finding) error {
	fix := govet.Fix{Edits: slices.Clone(f.Fixes[0].Edits)}
	for i, e := range fix.Edits {
		if !p.mayEdit(e.File) {
			p.plan.Refused = append(p.plan.Refused, f)
			return nil
		}
		src, err := p.source(e.File)
		if err != nil {
			return err
		}
		if e.Start < 0 || e.Start > e.End || e.End > len(src.text) {
			return fmt.Errorf("%s: the fix for %q, by %s, is for bytes %d to %d of a file of %d: was the file changed meanwhile?",
				e.File, f.Message, f.Check, e.Start, e.End, len(src.text))
		}
		fix.Edits[i].File = src.file
		fix.Edits[i].New = src.style.inserted(e.New)
	}
	if p.merger.add(fix) {
		p.plan.Fixed = append(p.plan.Fixed, f)
	} // else it has to wait for the next plan
	return nil
}

// source returns the file of that name, read once.
func (p *planner) source(name string) (*source, error) {
	if src := p.byName[name]; src != nil {
		return src, nil
	}
	file, err := filepath.EvalSymlinks(name)
	if err != nil {
		return nil, err
	}
	src := p.byFile[file]
	if src == nil {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		src = &source{file: file, before: text, text: text, style: styleOf(text)}
		p.know(src)
	}
	src.names = append(src.names, name)
	p.byName[name] = src
	return src, nil
}

func (p *planner) finish() error {
	for file, src := range p.byFile {
		after := src.text
		if edits := p.merger.edits[file]; len(edits) > 0 {
			var err error
			if after, err = tidy(src.text, apply(src.text, edits), src.style); err != nil {
				return &BugError{File: src.names[0], Err: err}
			}
			p.plan.Altered = p.plan.Altered || !bytes.Equal(src.text, after)
		}
		if bytes.Equal(src.before, after) {
			continue
		}
		slices.Sort(src.names)
		p.plan.Changes = append(p.plan.Changes, Change{Names: src.names, File: file, Before: src.before, After: after})
	}
	slices.SortFunc(p.plan.Changes, func(a, b Change) int { return bytes.Compare([]byte(a.File), []byte(b.File)) })
	return nil
}

// A BugError says that a fix made a file worse.
type BugError struct {
	File string
	Err  error
}

func (e *BugError) Error() string {
	return fmt.Sprintf("%s would not be Go any more: %v", e.File, e.Err)
}

func (e *BugError) Unwrap() error { return e.Err }

// Importing returns the names of the files that a plan makes import path.
func (p *Plan) Importing(path string) []string {
	quoted := []byte(strconv.Quote(path))
	var names []string
	for _, c := range p.Changes {
		if bytes.Contains(c.After, quoted) && !bytes.Contains(c.Before, quoted) {
			names = append(names, c.Names...)
		}
	}
	return names
}
