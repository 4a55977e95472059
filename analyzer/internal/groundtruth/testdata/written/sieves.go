// Another package's functions that say yes or no to numbers and texts.
package written

// Sieves hands a code's number and text to them.
func Sieves(c codes.ResponseCode) {
	if gateway.Differs(int(c)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if gateway.Between(int(c)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if gateway.Unused(int(c)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if gateway.DiffersByName(int(c)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// SievesOfText hands on a code's text.
func SievesOfText(c codes.ResponseCode) {
	text := strconv.Itoa(int(c))
	if gateway.Named(text) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if gateway.Unnamed(text) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}
