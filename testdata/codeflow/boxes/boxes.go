// Package boxes reads codes out of what holds a number, or text, or nothing at all. Each call
// of seen says which codes can be there.
package boxes

import (
	jsoniter "github.com/json-iterator/go"
	"github.com/spf13/cast"
	"github.com/tidwall/gjson"

	"github.com/errcodelint/errcodelint/codes"
)

const success = codes.ResponseSuccess

func seenText(string)  {}
func seenNumber(int64) {}
func seenInt(int)      {}

// Without a code there is none that fails.
func missing(body string) bool {
	code := gjson.Get(body, "responseCode")
	if code.Int() == 0 {
		seenNumber(code.Int())  // want `^0$`
		seenText(code.String()) // want `^0 undocumented$`
		return code.String() == "0"
	}
	seenNumber(code.Int())  // want `^1 2 .* undocumented$`
	seenText(code.String()) // want `^1 2 .* undocumented$`
	if code.Int() == 1 {
		seenText(code.String()) // want `^1 undocumented$`
		return false
	}
	switch code.Int() {
	case 5, 88:
		seenText(code.String()) // want `^5 88$`
	case 0, 1:
		seenNumber(code.Int()) // want `^$`
	}
	return false
}

// What is read again is another code.
func again(bodies []string) {
	code := gjson.Get(bodies[0], "responseCode")
	for _, body := range bodies {
		if code.Int() != 0 {
			return
		}
		code = gjson.Get(body, "responseCode")
		seenNumber(code.Int()) // want `^0 1 2 .* undocumented$`
	}
	seenNumber(code.Int()) // want `^0 1 2 .* undocumented$`
}

// Either reads one of two bodies.
func either(body, other string, second bool) {
	code := gjson.Get(body, "responseCode")
	if code.Int() == 5 {
		return
	}
	if second {
		code = gjson.Get(other, "responseCode")
	}
	if code.Int() == 0 {
		seenText(code.String()) // want `^0 undocumented$`
	}
}

func dynamic(reply map[string]any) {
	v := reply["responseCode"]
	if cast.ToInt(v) == 0 {
		seenText(cast.ToString(v)) // want `^0 undocumented$`
	}
	n, err := cast.ToIntE(v)
	if err != nil {
		return
	}
	switch n {
	case 1:
		seenText(cast.ToString(v)) // want `^1 undocumented$`
	case 88:
		seenText(cast.ToString(v)) // want `^88$`
	}
}

// Text that begins with digits is a number there.
func lenient(body []byte) {
	code := jsoniter.Get(body, "responseCode")
	if code.ToInt() == 5 {
		seenInt(code.ToInt())     // want `^5$`
		seenText(code.ToString()) // want `^5 undocumented$`
	}
}

// Whether there is a code is no code.
func present(body, other string) {
	first, second := gjson.Get(body, "responseCode"), gjson.Get(other, "responseCode")
	if first.Int() == 5 && first.Exists() == second.Exists() {
		seenText(second.String()) // want `^0 1 .* undocumented$`
	}
	if first.Bool() == second.Bool() && second.Int() == 88 {
		seenText(first.String()) // want `^0 1 .* undocumented$`
	}
}
