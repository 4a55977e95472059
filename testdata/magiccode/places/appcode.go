package places

import "github.com/errcodelint/errcodelint/codes"

// An appCode is the program's own: that somebody compares it with a code makes it none.
type appCode int

const (
	levelNone  appCode = 0
	levelInput appCode = 1001
)

func levelText(l appCode, c codes.ResponseCode) string {
	switch {
	case l == 0:
		return "none"
	case int(l) == int(c):
		return "alike"
	case l == levelInput:
		return "input"
	}
	return "other"
}
