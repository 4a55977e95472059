package render

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestHTML(t *testing.T) {
	const text = "package p\n\nvar a = x < 5 && true // <b>\n\nvar b = 1\nvar c = 1\nvar d = 1\n"
	dir, run := sarifRun(t, text, 3)
	for i := range run.Findings {
		run.Findings[i].Package = "example.com/p"
	}
	run.Findings[0].Column, run.Findings[0].EndColumn = 13, 14
	run.Findings[0].Message = "<script>alert(1)</script>"
	run.Findings[3].Package = "example.com/q"
	var out strings.Builder
	if err := HTML(&out, dir, run); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	for _, want := range []string{
		"<p>4 findings in 2 packages, 1 with a fix. errcodelint v1.2.3. Not everything could be checked.</p>",
		`<tr><td>example.com/p</td><td class="n">3</td><td class="n"></td></tr>`,
		`<tr><td>example.com/q</td><td class="n"></td><td class="n">1</td></tr>`,
		`<h2 id="magic">magic</h2>`, `<p>report magic (<a href="https://example.com/magic.md">more</a>)</p>`,
		`<span class="place">a b.go:3:13</span> <a href="https://example.com/magic.md#comparison">comparison</a>`,
		"<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", `<p class="fix">do it</p>`,
		`<span class="n">    1  </span>package p` + "\n",
		`<span class="n">    3  </span>var a = x &lt; <mark>5</mark> &amp;&amp; true // &lt;b&gt;` + "\n",
		`<span class="n">    5  </span>var b = 1` + "\n</pre>",
		"does not\ncompile\n</pre>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
	// It needs nothing else, and its elements are closed.
	for _, unwanted := range []string{"<script", "<link", "<img", "src=", "@import", "url("} {
		if strings.Contains(page, unwanted) {
			t.Errorf("%s in\n%s", unwanted, page)
		}
	}
	body := page[strings.Index(page, "<body>"):strings.Index(page, "</html>")]
	for d := xml.NewDecoder(strings.NewReader(body)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, body)
		}
	}
}

// Positions that are not in the file, and files that are not there, cost the excerpt and nothing else.
func TestExcerpt(t *testing.T) {
	_, run := sarifRun(t, "package p\nvar a = 1", 2)
	files, f := make(sources), run.Findings[0]
	for _, test := range []struct{ line, column, endColumn, lines int }{
		{2, 9, 10, 2}, {2, 0, 0, 2}, {2, 99, 100, 2}, {1, 1, 99, 2}, {0, 0, 0, 0}, {99, 1, 2, 0},
	} {
		f.Line, f.EndLine, f.Column, f.EndColumn = test.line, test.line, test.column, test.endColumn
		if got := excerpt(files, f); len(got) != test.lines {
			t.Errorf("%+v: %+v", test, got)
		}
	}
	f.File = "nosuchfile"
	if got := excerpt(files, f); got != nil {
		t.Errorf("%+v", got)
	}
}
