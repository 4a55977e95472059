package govet

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/internal/guard"
)

// A Tree is go vet's JSON: package → check → result.
type Tree map[string]map[string]*Result

// A Result is a list of diagnostics, or the object that says how a check failed. Both are kept as they
// came, so that no field gets lost that a newer go vet adds.
type Result struct {
	Diagnostics []json.RawMessage
	Failure     json.RawMessage
}

// MarshalJSON writes a Result as go vet does.
func (r *Result) MarshalJSON() ([]byte, error) {
	if r.Failure != nil {
		return json.Marshal(r.Failure)
	}
	return json.Marshal(r.Diagnostics)
}

// FailedCategory is the category of a diagnostic by which a check says that it could not do its work.
// It is no finding.
const FailedCategory = guard.Category

// Output is what one or both of go vet's streams said.
type Output struct {
	Tree     Tree
	Checked  int       // packages with a result, an empty one included
	Findings []Finding // sorted, each once
	Failures []Failure // checks that failed and said so in the JSON
	Blocks   []Block   // everything else
}

// A Block is text that is not JSON, about one package or, if Package is empty, the go command's own.
type Block struct {
	Package string
	Lines   []string
}

// Parse reads the streams of `go vet -json`.
func Parse(stdout, stderr []byte) (*Output, error) {
	out := &Output{Tree: make(Tree)}
	if err := out.add(stdout, true); err != nil {
		return nil, err
	}
	if err := out.add(stderr, false); err != nil {
		return nil, err
	}
	out.Findings = Sort(out.Findings)
	return out, nil
}

// add splits a stream into objects and blocks. The JSON is indented, so the lines of its outermost
// braces are known from the first column. If strict, an object that is no result is an error; else it
// is text, since -x shows the descriptions of packages that the tool is given.
func (out *Output) add(stream []byte, strict bool) error {
	var object []byte // lines of the object that is open
	block := -1       // index of the block that a line of text belongs to
	add := func(lines ...string) {
		if block < 0 {
			out.Blocks = append(out.Blocks, Block{})
			block = len(out.Blocks) - 1
		}
		out.Blocks[block].Lines = append(out.Blocks[block].Lines, lines...)
	}
	for line := range bytes.Lines(stream) {
		text := strings.TrimRight(string(line), "\r\n")
		switch {
		case object != nil:
			object = append(object, line...)
			if text != "}" {
				continue
			}
			err := out.addObject(object)
			if err != nil && strict {
				return err
			}
			if err != nil {
				add(strings.Split(strings.TrimSuffix(string(object), "\n"), "\n")...)
			} else {
				block = -1
			}
			object = nil
		case text == "{":
			object = slices.Clone(line)
		case text == "{}":
			out.Checked++
		case strings.HasPrefix(text, "# ["):
			// The second line of a heading: for which test the package was compiled.
		case strings.HasPrefix(text, "# "):
			pkg, _, _ := strings.Cut(text[2:], " ")
			out.Blocks = append(out.Blocks, Block{Package: pkg})
			block = len(out.Blocks) - 1
		default:
			add(text)
		}
	}
	if object != nil {
		return fmt.Errorf("go vet's output ends within a JSON object: %.200s", object)
	}
	// A heading alone is the one above an object.
	out.Blocks = slices.DeleteFunc(out.Blocks, func(b Block) bool { return len(b.Lines) == 0 })
	return nil
}

func (out *Output) addObject(data []byte) error {
	var tree map[string]map[string]json.RawMessage
	if err := json.Unmarshal(data, &tree); err != nil {
		return fmt.Errorf("go vet's output is no JSON: %w", err)
	}
	out.Checked++
	for pkg, checks := range tree {
		for check, raw := range checks {
			if err := out.addResult(pkg, check, raw); err != nil {
				return fmt.Errorf("go vet's output for check %s and package %s: %w", check, pkg, err)
			}
		}
	}
	return nil
}

// addResult adds a check's result for a package: a list of diagnostics, or {"error": …}.
func (out *Output) addResult(pkg, check string, raw json.RawMessage) error {
	if bytes.HasPrefix(raw, []byte("{")) {
		var failed struct {
			Error string `json:"error"`
		}
		if err := json.Unmarshal(raw, &failed); err != nil {
			return err
		}
		out.fail(pkg, failed.Error)
		out.Tree.result(pkg, check).Failure = raw
		return nil
	}
	var list []json.RawMessage
	if err := json.Unmarshal(raw, &list); err != nil {
		return err
	}
	for _, item := range list {
		var d struct {
			Category string `json:"category"`
			Posn     string `json:"posn"`
			End      string `json:"end"`
			Message  string `json:"message"`
			Fixes    []Fix  `json:"suggested_fixes"`
		}
		if err := json.Unmarshal(item, &d); err != nil {
			return err
		}
		out.Tree.result(pkg, check).add(item)
		if d.Category == FailedCategory {
			out.fail(pkg, d.Message)
			continue
		}
		f := Finding{Package: pkg, Check: check, Category: d.Category, Message: d.Message, Fixes: d.Fixes}
		f.File, f.Line, f.Column = splitPosition(d.Posn)
		if file, line, column := splitPosition(d.End); file == f.File && column > 0 {
			f.EndLine, f.EndColumn = line, column
		}
		out.Findings = append(out.Findings, f)
	}
	return nil
}

func (out *Output) fail(pkg, message string) {
	out.Failures = append(out.Failures, Failure{Kind: CheckFailed, Package: pkg, Lines: []string{message}})
}

// result returns the result of a check for a package, which it adds if there is none.
func (t Tree) result(pkg, check string) *Result {
	if t[pkg] == nil {
		t[pkg] = make(map[string]*Result)
	}
	if t[pkg][check] == nil {
		t[pkg][check] = new(Result)
	}
	return t[pkg][check]
}

// add appends a diagnostic, unless the very same one is there.
func (r *Result) add(item json.RawMessage) {
	if !slices.ContainsFunc(r.Diagnostics, func(have json.RawMessage) bool { return bytes.Equal(have, item) }) {
		r.Diagnostics = append(r.Diagnostics, item)
	}
}
