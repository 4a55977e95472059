package syntax

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// WrappedBy returns which of its operands a format of fmt.Errorf wraps: see [OperandsOf].
func WrappedBy(format string) (operands []int, ok bool) { return OperandsOf(format, 'w') }

// OperandsOf returns which of its operands a format of fmt has a verb for, the first being 0, in the manner of fmt: %w,
// %+w, %[2]w, %*w. It fails for one that numbers them in a way that fmt itself complains of.
func OperandsOf(format string, wanted rune) (operands []int, ok bool) {
	next := 0
	for {
		_, rest, found := strings.Cut(format, "%")
		if !found {
			return operands, true
		}
		format = strings.TrimLeft(rest, "+-# 0")
		for done := false; !done; {
			switch {
			case strings.HasPrefix(format, "["):
				number, rest, _ := strings.Cut(format[1:], "]")
				n, err := strconv.Atoi(number)
				if err != nil || n < 1 {
					return operands, false
				}
				next, format = n-1, rest
			case strings.HasPrefix(format, "*"):
				next, format = next+1, format[1:]
			case format != "" && strings.Contains(".0123456789", format[:1]):
				format = format[1:]
			default:
				done = true
			}
		}
		verb, size := utf8.DecodeRuneInString(format)
		format = format[size:]
		switch verb {
		case '%':
			continue
		case wanted:
			operands = append(operands, next)
		}
		next++
	}
}
