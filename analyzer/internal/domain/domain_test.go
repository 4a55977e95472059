package domain

import (
	"go/constant"
	"go/token"
	"testing"

	"github.com/errcodelint/errcodelint/codes"
)

func TestBuiltin(t *testing.T) {
	for _, test := range []struct {
		domain       *Domain
		codes        int
		text, const_ string
		retry        codes.Retry
	}{
		{Response, 23, "0", "ResponseSuccess", codes.RetryNotNeeded},
		{Reason, 15, "201", "ReasonInvalidWhatsAppTemplate", codes.RetryNever},
		{Template, 25, "0", "TemplateAccessTokenExpiredOrRevoked", codes.RetryAfterFix},
	} {
		if n := len(test.domain.Members()); n != test.codes {
			t.Errorf("%s: %d codes", test.domain.Name, n)
		}
		m, ok := test.domain.Lookup(test.text)
		if !ok || m.Const != test.const_ || m.Retry != test.retry {
			t.Errorf("%s %s: %+v", test.domain.Name, test.text, m)
		}
		if test.domain.Has("00") || test.domain.Has("20") || test.domain.Has("") {
			t.Errorf("%s has codes that are not documented", test.domain.Name)
		}
		if ByName(test.domain.Name) != test.domain || ByType(test.domain.Type) != test.domain {
			t.Errorf("%s is not found by its name and type", test.domain.Name)
		}
	}
	if ByName("") != nil || ByType("Retry") != nil {
		t.Error("a domain that there is not")
	}
}

func TestText(t *testing.T) {
	for _, test := range []struct {
		value constant.Value
		text  string
		ok    bool
	}{
		{constant.MakeInt64(5), "5", true},
		{constant.MakeInt64(-1), "-1", true},
		{constant.MakeFloat64(88), "88", true},
		{constant.MakeFloat64(0.5), "", false},
		{constant.MakeString("00"), "00", true},
		{constant.MakeBool(true), "", false},
		{constant.MakeFromLiteral("99999999999999999999", token.INT, 0), "99999999999999999999", true},
	} {
		if text, ok := Text(test.value); text != test.text || ok != test.ok {
			t.Errorf("Text(%s) = %q, %t", test.value, text, ok)
		}
	}
}

func TestNumber(t *testing.T) {
	for text, want := range map[string]bool{"0": true, "131009": true, "-1": true, "00": false, "+5": false, "": false, "5 ": false, "99999999999999999999": false} {
		if _, ok := Number(text); ok != want {
			t.Errorf("Number(%q): %t", text, ok)
		}
	}
}
