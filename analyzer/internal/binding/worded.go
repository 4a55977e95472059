package binding

import (
	"go/ast"
	"go/constant"
	"strings"
)

// This file reads what the program itself calls a value where it prints or logs it: "HTTP %d" says what that is.

// wordedCall notes the values that a call prints as HTTP statuses. So it says nothing against a key in a package that
// uses the API, as a bound of HTTP statuses doesn't.
func (g *graph) wordedCall(call *ast.CallExpr, fn *function) {
	if fn.test {
		return
	}
	for i, arg := range call.Args {
		tv := g.info.Types[arg]
		if tv.Value == nil || tv.Value.Kind() != constant.String || i+1 == len(call.Args) {
			continue
		}
		text := constant.StringVal(tv.Value)
		if !strings.Contains(strings.ToLower(text), "http") {
			continue
		}
		if isStatusKey(text) {
			g.use(call.Args[i+1], use{text: text, status: true}, fn)
			continue
		}
		for at, before := range beforeVerbs(text) {
			if value := i + 1 + at; value < len(call.Args) && saysStatus(before) {
				g.use(call.Args[value], use{text: strings.TrimSpace(before), status: true}, fn)
			}
		}
	}
}

// isStatusKey reports whether a text is the key of an HTTP status: http.response.status_code, httpStatus.
func isStatusKey(text string) bool {
	switch strings.ToLower(strings.Map(dropSeparator, text)) {
	case "httpstatus", "httpstatuscode", "httpcode", "httpresponsecode", "httpresponsestatus", "httpresponsestatuscode":
		return true
	}
	return false
}

func dropSeparator(r rune) rune {
	if strings.ContainsRune("._- ", r) {
		return -1
	}
	return r
}

// saysStatus reports whether the text before a value says that it is an HTTP status: "rejected (HTTP status ".
func saysStatus(before string) bool {
	s := strings.TrimRight(strings.ToLower(before), " :=([#'\"")
	for _, word := range []string{"code", "status", "response", "error"} {
		s = strings.TrimRight(strings.TrimSuffix(s, word), " _-.")
	}
	for _, version := range []string{"/1.1", "/1.0", "/2"} {
		s = strings.TrimSuffix(s, version)
	}
	return strings.HasSuffix(s, "http")
}

// beforeVerbs returns the text before each verb of a format, from the verb before it on; nil if it picks its operands.
func beforeVerbs(format string) (before []string) {
	start := 0
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		verb := i
		for i++; i < len(format) && strings.IndexByte("+-# 0123456789.", format[i]) >= 0; i++ {
		}
		switch {
		case i == len(format) || format[i] == '*' || format[i] == '[':
			return nil
		case format[i] != '%':
			before = append(before, format[start:verb])
			start = i + 1
		}
	}
	return before
}
