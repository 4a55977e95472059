package undocumented

import "github.com/errcodelint/errcodelint/codes"

// In a row of texts, only one is a code.
var rows = [][]string{
	{"0", "sent"},
	{"6", "no credit"},
}

func explained(c codes.ResponseCode) string {
	for _, row := range rows {
		if row[0] == c.Wire() {
			return row[1]
		}
	}
	return ""
}

// A list whose elements all are codes is one, whichever of them is asked for.
var postponed = []string{"5", "20"} // want `"20" is no documented response code`

func isPostponed(c codes.ResponseCode) bool {
	for _, code := range postponed {
		if c.Wire() == code {
			return true
		}
	}
	return false
}
