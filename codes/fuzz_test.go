package codes_test

import (
	"strconv"
	"strings"
	"testing"
)

// FuzzDecode compares all ways to read a code with strconv: text is a code if it is what strconv
// would write for the number that strconv reads.
func FuzzDecode(f *testing.F) {
	for text := range goodTexts {
		f.Add(text)
	}
	for text := range badTexts {
		f.Add(text)
	}
	for _, data := range badJSON {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, input string) {
		value, ok := byStrconv(input)
		for _, d := range domains {
			got, err := d.parse(input)
			check(t, "Parse"+d.prefix, input, got, err, value, ok, -1)
			got, err = d.unmarshalText(before, input)
			check(t, d.typ+".UnmarshalText", input, got, err, value, ok, before)

			valueJSON, okJSON := value, ok
			if inner, quoted := unquote(input); quoted {
				valueJSON, okJSON = byStrconv(inner)
			}
			got, err = d.unmarshalJSON(before, input)
			check(t, d.typ+".UnmarshalJSON", input, got, err, valueJSON, okJSON, before)
			got, err = d.unmarshalJSON(before, `"`+input+`"`)
			check(t, d.typ+".UnmarshalJSON quoted", input, got, err, value, ok, before)
		}
	})
}

func byStrconv(text string) (int, bool) {
	value, err := strconv.ParseInt(text, 10, 32)
	return int(value), err == nil && strconv.FormatInt(value, 10) == text
}

func unquote(input string) (string, bool) {
	inner, open := strings.CutPrefix(input, `"`)
	inner, closed := strings.CutSuffix(inner, `"`)
	return inner, open && closed
}

func check(t *testing.T, what, input string, got int, err error, want int, ok bool, otherwise int) {
	t.Helper()
	if !ok {
		want = otherwise
	}
	if ok != (err == nil) || got != want {
		t.Errorf("%s from %q: %d, %v; want %d, success %t", what, input, got, err, want, ok)
	}
	if err != nil && len(err.Error()) > 500 {
		t.Errorf("%s: an error of %d bytes", what, len(err.Error()))
	}
}
