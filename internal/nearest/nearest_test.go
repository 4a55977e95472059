package nearest

import "testing"

func TestTo(t *testing.T) {
	names := []string{"C", "diff", "fix", "json", "tests", "require-evidence", "toymagic"}
	for word, want := range map[string]string{
		"test": "tests", "fixx": "fix", "fi": "", "requireevidence": "require-evidence", "require_evidence": "require-evidence",
		"jsno": "", "magictoy": "", "x": "", "": "", "toy-magic": "toymagic",
	} {
		if got := To(word, names); got != want {
			t.Errorf("To(%s) = %s, want %s", word, got, want)
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
