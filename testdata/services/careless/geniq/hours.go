package geniq

// Shift is who is on duty for a failed call: by day somebody sees to what was
// met before.
func (e *APIError) Shift() string {
	switch { // want "missedcode: .* 19 response codes"
	case e.Message == "":
		return "night"
	case e.ResponseCode == codeBusy, e.ResponseCode == codeSpam:
		return "day"
	case e.ResponseCode == 6: // want "magiccode: .*InsufficientCredit"
		return "books"
	}
	return ""
}
