package codes_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/codes"
)

// goodTexts is what the wire may hold, as Parse and UnmarshalText read it. JSON may have quotes
// around it.
var goodTexts = map[string]int{
	"0":           0,
	"5":           5,
	"20":          20,
	"301":         301,
	"131009":      131009,
	"2147483647":  math.MaxInt32,
	"-1":          -1, // undocumented, like any other
	"-10":         -10,
	"-2147483648": math.MinInt32,
}

// badTexts is what is no code, with the cause.
var badTexts = map[string]error{
	"":      strconv.ErrSyntax,
	" ":     strconv.ErrSyntax,
	"00":    strconv.ErrSyntax,
	"05":    strconv.ErrSyntax,
	"-":     strconv.ErrSyntax,
	"-0":    strconv.ErrSyntax,
	"-05":   strconv.ErrSyntax,
	"--1":   strconv.ErrSyntax,
	"+5":    strconv.ErrSyntax,
	"1.5":   strconv.ErrSyntax,
	"1.0":   strconv.ErrSyntax,
	"1e2":   strconv.ErrSyntax,
	"0x5":   strconv.ErrSyntax,
	"1_000": strconv.ErrSyntax,
	"abc":   strconv.ErrSyntax,
	"1 ":    strconv.ErrSyntax,
	" 1":    strconv.ErrSyntax,
	"1\n":   strconv.ErrSyntax,
	"1\x00": strconv.ErrSyntax,
	"٥":     strconv.ErrSyntax,
	"\xff":  strconv.ErrSyntax,
	"null":  strconv.ErrSyntax,
	"true":  strconv.ErrSyntax,
	" true": strconv.ErrSyntax,

	"2147483648":            strconv.ErrRange,
	"-2147483649":           strconv.ErrRange,
	"21474836480":           strconv.ErrRange,
	"18446744073709551616":  strconv.ErrRange, // 0 in 64 bits
	"99999999999999999999x": strconv.ErrSyntax,
}

// badJSON is what only JSON can get wrong.
var badJSON = []string{
	`"`, `"5`, `5"`, `""5""`, `'5'`, `"\u0035"`, `"null"`, `false`,
	`[]`, `[5]`, `{}`, `{"code":5}`, `5,`, `//5`,
}

const before = 42 // what a code holds that is decoded into

func TestGoodTexts(t *testing.T) {
	for _, d := range domains {
		for text, want := range goodTexts {
			if got, err := d.parse(text); got != want || err != nil {
				t.Errorf("Parse%s(%q) = %d, %v", d.prefix, text, got, err)
			}
			if got, err := d.unmarshalText(before, text); got != want || err != nil {
				t.Errorf("%s: UnmarshalText(%q) = %d, %v", d.typ, text, got, err)
			}
			for _, data := range []string{text, `"` + text + `"`} {
				if got, err := d.unmarshalJSON(before, data); got != want || err != nil {
					t.Errorf("%s: UnmarshalJSON(%s) = %d, %v", d.typ, data, got, err)
				}
			}
		}
	}
}

func TestBadTexts(t *testing.T) {
	for _, d := range domains {
		for text, cause := range badTexts {
			got, err := d.parse(text)
			checkParseError(t, err, d.typ, text, cause)
			if f := d.facts(got); f.known || f.err == nil {
				t.Errorf("Parse%s(%q) = %d, which is not a failure", d.prefix, text, got)
			}

			got, err = d.unmarshalText(before, text)
			checkParseError(t, err, d.typ, text, cause)
			if got != before {
				t.Errorf("%s: UnmarshalText(%q) leaves %d", d.typ, text, got)
			}

			for _, data := range []string{text, `"` + text + `"`} {
				got, err := d.unmarshalJSON(before, data)
				checkParseError(t, err, d.typ, data, cause)
				if got != before {
					t.Errorf("%s: UnmarshalJSON(%s) leaves %d", d.typ, data, got)
				}
			}
		}
		for _, data := range badJSON {
			got, err := d.unmarshalJSON(before, data)
			checkParseError(t, err, d.typ, data, strconv.ErrSyntax)
			if got != before {
				t.Errorf("%s: UnmarshalJSON(%s) leaves %d", d.typ, data, got)
			}
		}
	}
}

func checkParseError(t *testing.T, err error, typ, input string, cause error) {
	t.Helper()
	var parseErr *codes.ParseError
	if !errors.As(err, &parseErr) {
		t.Errorf("%s from %q: the error is %v, not a ParseError", typ, input, err)
		return
	}
	if parseErr.Type != "codes."+typ || parseErr.Input != input || !errors.Is(err, cause) {
		t.Errorf("%s from %q: %#v, want the cause %v", typ, input, parseErr, cause)
	}
}

func TestParseErrorText(t *testing.T) {
	for input, want := range map[string]string{
		``:           `codes.ResponseCode: cannot read "": want a decimal integer without leading zeros`,
		`00`:         `codes.ResponseCode: cannot read "00": want a decimal integer without leading zeros`,
		`"00"`:       "codes.ResponseCode: cannot read `\"00\"`: want a decimal integer without leading zeros",
		"\"`\"":      "codes.ResponseCode: cannot read \"\\\"`\\\"\": want a decimal integer without leading zeros",
		"\x00":       `codes.ResponseCode: cannot read "\x00": want a decimal integer without leading zeros`,
		`null`:       `codes.ResponseCode: cannot read "null": want a decimal integer without leading zeros; a field that may be null has to be a pointer`,
		`2147483648`: `codes.ResponseCode: cannot read "2147483648": the number does not fit 32 bits`,

		// Long input is cut, and not inside a character.
		strings.Repeat("x", 64): `codes.ResponseCode: cannot read "` + strings.Repeat("x", 64) + `": want a decimal integer without leading zeros`,
		strings.Repeat("x", 65): `codes.ResponseCode: cannot read "` + strings.Repeat("x", 64) + `…": want a decimal integer without leading zeros`,
		"x" + strings.Repeat("é", 1_000_000): `codes.ResponseCode: cannot read "x` + strings.Repeat("é", 31) +
			`…": want a decimal integer without leading zeros`,
	} {
		var code codes.ResponseCode
		if err := code.UnmarshalJSON([]byte(input)); err.Error() != want {
			t.Errorf("from %.80q:\ngot  %s\nwant %s", input, err, want)
		}
	}
}

type reply struct {
	ResponseCode codes.ResponseCode  `json:"responseCode"`
	Pointer      *codes.ResponseCode `json:"pointer"`
	Quoted       codes.ResponseCode  `json:"quoted,string"`
	Omitted      codes.ResponseCode  `json:"omitted,omitempty"`
}

func TestJSONFields(t *testing.T) {
	five := codes.ResponseThrottlingRateExceeded
	for data, want := range map[string]reply{
		`{"responseCode":"5"}`:                 {ResponseCode: 5},
		`{"responseCode":5}`:                   {ResponseCode: 5},
		`{"responseCode" : 5 }`:                {ResponseCode: 5},
		`{}`:                                   {},
		`{"pointer":"5"}`:                      {Pointer: &five},
		`{"pointer":5}`:                        {Pointer: &five},
		`{"pointer":null}`:                     {},
		`{"quoted":"5"}`:                       {Quoted: 5},
		`{"responseCode":"0","pointer":null }`: {},
	} {
		var got reply
		if err := json.Unmarshal([]byte(data), &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", data, got, err)
		}
	}
	for _, data := range []string{
		`{"responseCode":null}`, `{"responseCode":""}`, `{"responseCode":"00"}`, `{"responseCode":1.5}`,
		`{"responseCode":1e2}`, `{"responseCode":-0}`, `{"responseCode":true}`, `{"responseCode":[0]}`,
		`{"responseCode":{"a":0}}`, `{"pointer":""}`,
	} {
		got := reply{ResponseCode: before}
		err := json.Unmarshal([]byte(data), &got)
		var parseErr *codes.ParseError
		if !errors.As(err, &parseErr) || got.ResponseCode != before {
			t.Errorf("%s: left %d, %v", data, got.ResponseCode, err)
		}
	}
}

func TestMarshal(t *testing.T) {
	five := codes.ResponseThrottlingRateExceeded
	for _, test := range []struct {
		value any
		want  string
	}{
		{codes.ResponseThrottlingRateExceeded, `5`},
		{&five, `5`},
		{codes.TemplateInvalidParameterValue, `131009`},
		{codes.ResponseCode(-1), `-1`},
		{[]codes.ReasonCode{0, 8}, `[0,8]`},
		{reply{ResponseCode: 5, Pointer: &five, Quoted: 5}, `{"responseCode":5,"pointer":5,"quoted":"5"}`},
		{map[codes.ReasonCode]int{8: 1, 10: 2}, `{"10":2,"8":1}`},
		{map[string]any{"responseCode": codes.ResponseSuccess}, `{"responseCode":0}`},
	} {
		got, err := json.Marshal(test.value)
		if err != nil || string(got) != test.want {
			t.Errorf("%#v marshals as %s, %v; want %s", test.value, got, err, test.want)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	type body struct {
		XMLName  xml.Name                      `xml:"reply" json:"-"`
		Code     codes.TemplateCode            `xml:"code" json:"code"`
		Attr     codes.TemplateCode            `xml:"attr,attr" json:"attr"`
		PerCode  map[codes.ReasonCode]string   `xml:"-" json:"perCode"`
		Pointers map[string]*codes.ReasonCode  `xml:"-" json:"pointers"`
		List     []codes.ResponseCode          `xml:"list" json:"list"`
		Nested   map[codes.ResponseCode]*reply `xml:"-" json:"nested"`
	}
	eight := codes.ReasonSubscriberAbsent
	want := body{
		Code: codes.TemplateMessageTooLong, Attr: -1,
		PerCode:  map[codes.ReasonCode]string{0: "a", 201: "b", 999: "c", -5: "d"},
		Pointers: map[string]*codes.ReasonCode{"set": &eight, "nil": nil},
		List:     []codes.ResponseCode{0, 301, math.MaxInt32, math.MinInt32},
		Nested:   map[codes.ResponseCode]*reply{5: {ResponseCode: 5}},
	}

	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got body
	if err := json.Unmarshal(data, &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("JSON %s: %+v, %v", data, got, err)
	}

	if data, err = xml.Marshal(want); err != nil {
		t.Fatal(err)
	}
	const wantXML = `<reply attr="-1"><code>131001</code><list>0</list><list>301</list><list>2147483647</list><list>-2147483648</list></reply>`
	if string(data) != wantXML {
		t.Errorf("XML: %s", data)
	}
	got = body{}
	if err := xml.Unmarshal(data, &got); err != nil || got.Code != want.Code || got.Attr != want.Attr || !reflect.DeepEqual(got.List, want.List) {
		t.Errorf("XML %s: %+v, %v", data, got, err)
	}

	var keys map[codes.ResponseCode]int
	if err := json.Unmarshal([]byte(`{"00":1}`), &keys); !errors.Is(err, strconv.ErrSyntax) {
		t.Errorf("the key 00: %v, %v", keys, err)
	}
}
