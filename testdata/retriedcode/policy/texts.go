package policy

import (
	"os"
	"strconv"
	"strings"
)

// Hopeful takes a blocked subscriber, and an expired account, for something that passes.
func Hopeful(code string) bool {
	switch code {
	case "3", "5", "15", "88":
		return true
	}
	return false
}

// Patient reports whether it helps to send later.
func Patient(code string) bool {
	switch code {
	case "5", "18", "88", "99":
		return true
	default:
		return false
	}
}

// Worth goes by what is known to fail for good, as far as anybody has noticed.
func Worth(code string) bool {
	return code != "1" && code != "2" && code != "11"
}

// Settled is the opposite, and knows them all.
func Settled(code string) bool {
	n, err := strconv.Atoi(code)
	if err != nil || n < 0 {
		return true
	}
	return n < 5 || n > 7 && n < 18 || n >= 19 && n <= 22
}

// Late takes all that is great for something that passes.
func Late(code string) bool {
	n, err := strconv.Atoi(strings.TrimSpace(code))
	if err != nil {
		return false
	}
	return n == 5 || n >= 18
}

var passing = map[string]bool{"5": true, "18": true, "10": true, "88": true, "99": true}

// Passing looks into the set.
func Passing(code string) bool { return passing[code] }

var pauses = map[int]int{5: 1, 18: 2, 19: 30, 88: 5, 99: 10}

// Pauses reports whether there is a pause for a code.
func Pauses(code int) bool {
	_, ok := pauses[code]
	return ok
}

// Mild hands it on.
func Mild(code string) bool { return mildEnough(strings.TrimSpace(code)) }

func mildEnough(code string) bool { return code == "5" || code == "12" }

// A Policy says what to do.
type Policy struct{ Off bool }

// Again reports whether a code is worth another try.
func (Policy) Again(code int) bool {
	if code == 5 || code == 16 {
		return true
	}
	return code == 88 || code == 99
}

// Eager is Again, unless it is switched off.
func (p Policy) Eager(code int) bool { return !p.Off && (code == 5 || code == 16) }

// Configured goes by what the environment says.
func Configured(code string) bool {
	return strings.Contains(","+os.Getenv("SMS_AGAIN")+",", ","+code+",") || code == "5"
}

// Lists are what others may add to.
var Lists = map[string]bool{"5": true}

// OnList reports whether one is on the list.
func OnList(code string) bool { return Lists[code] }
