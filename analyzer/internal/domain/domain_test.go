package domain

import (
	"go/constant"
	"go/token"
	"strings"
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

// A vendor's own table has what the built-in ones don't: texts, negative numbers,
// names for one value, several successes, no constants.
func TestDeclared(t *testing.T) {
	pay := Definition{ID: "example.com/pay.payments", Name: "payments", Members: []Member{
		{Text: "Z0", Const: "Pending", Path: "example.com/pay"},
		{Text: "100", Const: "Limit", Path: "example.com/pay", Retry: codes.RetryWithBackoff},
		{Text: "-1"},
		{Text: "00", Const: "Approved", Retry: codes.RetryNotNeeded},
		{Text: "20", Const: "Declined", Description: "declined"},
		{Text: "20", Const: "Refused", Retry: codes.RetryNever, Description: "refused"},
	}}
	d := New(pay, Member{Text: "-1", Const: "Unreachable", Name: "Unreachable"}, Member{Text: "5", Const: "Blocked"})
	var texts []string
	for i, m := range d.Members() {
		texts = append(texts, m.Text)
		if at, ok := d.Index(m.Text); !ok || at != i {
			t.Errorf("%s is at %d, not at %d", m.Text, at, i)
		}
	}
	if got := strings.Join(texts, " "); got != "-1 00 5 20 100 Z0" {
		t.Errorf("members: %s", got)
	}
	if m, _ := d.Lookup("20"); m.Const != "Declined" || m.Retry != codes.RetryNever || m.Description != "declined" {
		t.Errorf("a code with two names: %+v", m)
	}
	if m, _ := d.Lookup("-1"); m.Const != "Unreachable" || m.Name != "Unreachable" {
		t.Errorf("a code that gets a name elsewhere: %+v", m)
	}
	if _, ok := d.Index("0"); ok || d.Has("0") {
		t.Error(`0 is not 00`)
	}
	if elsewhere := New(pay); !d.Is(elsewhere) || d.Is(Response) || elsewhere.Has("5") {
		t.Error("views of one domain are not told apart")
	}
	if !d.HasConstants() || New(Definition{Members: []Member{{Text: "1"}}}).HasConstants() {
		t.Error("HasConstants")
	}
}

func TestLabel(t *testing.T) {
	for want, m := range map[string]Member{
		"5 Busy":           {Text: "5", Name: "Busy", Description: "too fast"},
		"900 (paper jam)":  {Text: "900", Name: "900", Description: "paper jam"},
		"-4 (no carrier)":  {Text: "-4", Description: "no carrier"},
		"17":               {Text: "17"},
		"declined Refused": {Text: "declined", Name: "Refused"},
	} {
		if got := m.Label(); got != want {
			t.Errorf("%+v is called %q, not %q", m, got, want)
		}
	}
}
