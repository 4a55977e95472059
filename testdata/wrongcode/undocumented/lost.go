package undocumented

import "github.com/errcodelint/errcodelint/codes"

// An answer may be lost.
type answer struct {
	ResponseCode *int `json:"responseCode"`
}

// code is -1 for a lost one.
func (a answer) code() int {
	if a.ResponseCode == nil {
		return -1
	}
	return *a.ResponseCode
}

func unanswered(a answer) bool { return a.code() == -1 }

func wrongNumber(a answer) bool { return a.code() == int(codes.ResponseInvalidRecipient) }

func negative(a answer) bool {
	return *a.ResponseCode == -1 // want `-1 is no documented response code`
}
