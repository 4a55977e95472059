package patch

import "testing"

func TestDropUnusedImports(t *testing.T) {
	for _, test := range []struct{ name, before, after, want string }{
		{
			"the only import", "package p\n\nimport \"net/http\"\n\nvar x = http.X\n",
			"package p\n\nimport \"net/http\"\n\nvar x = 1\n",
			"package p\n\n\nvar x = 1\n",
		},
		{
			"one of several", "package p\n\nimport (\n\t\"a\"\n\t// b is great\n\t\"b\" // really\n\t\"c\"\n)\n\nvar x = a.A + b.B + c.C\n",
			"package p\n\nimport (\n\t\"a\"\n\t// b is great\n\t\"b\" // really\n\t\"c\"\n)\n\nvar x = a.A + c.C\n",
			"package p\n\nimport (\n\t\"a\"\n\t\"c\"\n)\n\nvar x = a.A + c.C\n",
		},
		{
			"in one line", "package p; import (\"a\"; \"b\"); var x = a.A + b.B",
			"package p; import (\"a\"; \"b\"); var x = b.B",
			"package p; import ( \"b\"); var x = b.B",
		},
		{
			"under another name", "package p\nimport web \"net/http\"\nvar x = web.X\n",
			"package p\nimport web \"net/http\"\nvar x = 1\n",
			"package p\nvar x = 1\n",
		},
		{
			"a major version", "package p\nimport \"a.com/pay/v2\"\nvar x = pay.X\n",
			"package p\nimport \"a.com/pay/v2\"\nvar x = 1\n",
			"package p\nvar x = 1\n",
		},
		{
			"a version behind a dot", "package p\nimport \"gopkg.in/pay.v2\"\nvar x = pay.X\n",
			"package p\nimport \"gopkg.in/pay.v2\"\nvar x = 1\n",
			"package p\nvar x = 1\n",
		},
		{
			"go- before it", "package p\nimport \"a.com/go-pay\"\nvar x = pay.X\n",
			"package p\nimport \"a.com/go-pay\"\nvar x = 1\n",
			"package p\nvar x = 1\n",
		},
		{
			"still used, for its effect, unexplained or new",
			"package p\nimport \"a\"\nimport _ \"b\"\nimport . \"c\"\nimport \"d\"\nvar x = a.A + a.B + e.E\n",
			"package p\nimport \"new\"\nimport \"a\"\nimport _ \"b\"\nimport . \"c\"\nimport \"d\"\nvar x = a.A + new.New\n",
			"package p\nimport \"new\"\nimport \"a\"\nimport _ \"b\"\nimport . \"c\"\nimport \"d\"\nvar x = a.A + new.New\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := dropUnusedImports([]byte(test.before), []byte(test.after))
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != test.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
			}
		})
	}
}

func TestTidyKeepsTheStyle(t *testing.T) {
	const before = "package p\n\nvar (\n\ta  = 1 // one\n\tbb = 2 // two\n)\n"
	const after = "package p\n\nvar (\n\ta  = codes.One // one\n\tbb = 2 // two\n)\n"
	const want = "package p\n\nvar (\n\ta  = codes.One // one\n\tbb = 2         // two\n)\n"
	for _, s := range []style{{}, {bom: true}, {crlf: true}, {bom: true, crlf: true}} {
		text := s.dress([]byte(before))
		found := styleOf(text)
		if !found.formatted || found.bom != s.bom || found.crlf != s.crlf {
			t.Errorf("style of %q: %+v", text, found)
		}
		got, err := tidy(text, s.dress([]byte(after)), found)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(s.dress([]byte(want))) {
			t.Errorf("%+v: got %q", s, got)
		}
	}
	ugly := []byte("package p\nvar  x=1\n")
	if got, err := tidy(ugly, []byte("package p\nvar  x=2\n"), styleOf(ugly)); err != nil || string(got) != "package p\nvar  x=2\n" {
		t.Errorf("an unformatted file was formatted: %q, %v", got, err)
	}
	mixed := []byte("package p\r\n\nvar x = 1\n")
	if s := styleOf(mixed); s.crlf || s.formatted || s.inserted("a\nb") != "a\nb" {
		t.Errorf("mixed line ends: %+v", s)
	}
}
