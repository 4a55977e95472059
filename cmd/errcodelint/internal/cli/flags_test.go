package cli

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, test := range []struct{ args, build, checks, packages string }{
		{"", "", "", "."},
		{"-- ./p", "", "", "./p"},
		{"./p ./q", "", "", "./p ./q"},
		{"-tags x -race ./p", "-race=true -tags=x", "", "./p"},
		{"-race -tags=x,y ./p", "-race=true -tags=x,y", "", "./p"},
		// The order of a flag that may be repeated matters.
		{"-gcflags=all=-N -a -gcflags=p=-l", "-a=true -gcflags=all=-N -gcflags=p=-l", "", "."},
		{"-toyteapot=0 -toymagic", "", "-toymagic=true -toyteapot=false", "."},
		{"-toymagic -toymagic=false", "", "-toymagic=false", "."},
		// The flag for all checks comes first, so that a check's own can say otherwise.
		{"-toymagic.tests=f -toymagic.level=low -tests", "", "-tests=true -toymagic.level=low -toymagic.tests=false", "."},
	} {
		o, err := parse(toySuite(), strings.Fields(test.args))
		if err != nil {
			t.Errorf("%s: %v", test.args, err)
			continue
		}
		if b, c, p := strings.Join(o.build, " "), strings.Join(o.checks, " "), strings.Join(o.packages, " "); b != test.build || c != test.checks || p != test.packages {
			t.Errorf("%s: got %q, %q, %q", test.args, b, c, p)
		}
	}
	o, err := parse(toySuite(), []string{"-C", "some where", "-fix", "-json", "--diff=false"})
	if err != nil || o.chdir != "some where" || !o.fix || !o.json || o.diff {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"C", "diff", "fix", "json", "tests", "require-evidence", "toymagic"}
	for word, want := range map[string]string{
		"test": "tests", "fixx": "fix", "fi": "", "requireevidence": "require-evidence", "require_evidence": "require-evidence",
		"jsno": "", "magictoy": "", "x": "", "": "", "toy-magic": "toymagic",
	} {
		if got := nearest(word, names); got != want {
			t.Errorf("nearest(%s) = %s, want %s", word, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"", "ab", 2}, {"fix", "fix", 0}, {"fix", "fax", 1}, {"kitten", "sitting", 3}, {"json", "jsno", 2}} {
		if got := distance(test.a, test.b); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
