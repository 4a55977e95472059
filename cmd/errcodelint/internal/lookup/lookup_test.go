package lookup

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/codes"
)

func TestFind(t *testing.T) {
	for _, test := range []struct{ domain, word, want string }{
		{"", "5", "ResponseThrottlingRateExceeded ReasonSubscriberUnknown"},
		{"response", "5", "ResponseThrottlingRateExceeded"},
		{"", "0", "ResponseSuccess ReasonNotApplicable TemplateAccessTokenExpiredOrRevoked"},
		{"", "throttlingrateexceeded", "ResponseThrottlingRateExceeded"},
		{"", "codes.ResponseSuccess", "ResponseSuccess"},
		{"reason", "codes.ResponseSuccess", ""},
		{"", "00", ""},
		{"", "05", ""},
		{"", "12345", ""},
		{"", "", ""},
	} {
		var got []string
		for _, c := range Find(test.domain, test.word) {
			got = append(got, c.Constant)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s %s: %q, want %s", test.domain, test.word, got, test.want)
		}
	}
}

// Every documented code is there, with a retry class for which there is advice.
func TestAll(t *testing.T) {
	want := 0
	for range codes.ResponseCodes() {
		want++
	}
	for range codes.ReasonCodes() {
		want++
	}
	for range codes.TemplateCodes() {
		want++
	}
	all := All()
	if len(all) != want {
		t.Errorf("%d codes, want %d", len(all), want)
	}
	for _, c := range all {
		if c.Description == "" || advice[c.Retry] == "" || where[c.Domain] == "" || len(Find(c.Domain, c.Constant)) != 1 {
			t.Errorf("%+v", c)
		}
	}
	var out strings.Builder
	if err := JSON(&out, all); err != nil {
		t.Fatal(err)
	}
	var back []Code
	if err := json.Unmarshal([]byte(out.String()), &back); err != nil || len(back) != want || back[0] != all[0] {
		t.Errorf("%v in %s", err, out.String())
	}
	out.Reset()
	if err := Table(&out, all); err != nil || strings.Count(out.String(), "\n") != want+1 {
		t.Errorf("%v in\n%s", err, out.String())
	}
}
