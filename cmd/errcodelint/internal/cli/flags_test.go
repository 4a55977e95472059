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
	if err != nil || o.chdir != "some where" || !o.fix || o.format != "json" || o.diff {
		t.Errorf("%+v, %v", o, err)
	}
}
