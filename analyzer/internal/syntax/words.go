package syntax

import (
	"strings"
	"unicode"
)

// Words returns the words of a name in small letters, whatever the case it is written in: it is parted at
// underscores, before a capital that follows a small letter or a digit, and before the last capital of
// several if a small letter follows, as initials belong together: SMSCode is sms and code.
func Words(name string) []string {
	var all []string
	start := 0
	runes := []rune(name)
	flush := func(end int) {
		if end > start {
			all = append(all, strings.ToLower(string(runes[start:end])))
		}
	}
	for i, r := range runes {
		switch {
		case r == '_':
			flush(i)
			start = i + 1
		case unicode.IsUpper(r) && i > start && (!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])):
			flush(i)
			start = i
		}
	}
	flush(len(runes))
	return all
}
