package declared

import "strings"

// Codes that are words: in other letters a word is another one, which is no code.
//
//errcodelint:declare transfers key=transferStatus success=APPROVED
type transferStatus string

const (
	transferApproved transferStatus = "APPROVED"
	transferDeclined transferStatus = "DECLINED"
	transferPending  transferStatus = "PENDING"
)

func transferred(s transferStatus) bool {
	switch strings.ToLower(string(s)) {
	case "approved":
		return true
	case "declined", "pending":
		return false
	}
	return s == "approved" // want `"approved" is no documented transfers code`
}

type transfer struct {
	Status string `json:"transferStatus"`
}

func (t transfer) refused() bool {
	if strings.ToLower(t.Status) == "declined" {
		return t.Status == string(transferDeclined)
	}
	return strings.ToUpper(t.Status) != "APPROVED" && t.Status == string(transferPending)
}

// said has words that somebody typed.
func (t transfer) said() bool {
	return strings.EqualFold(t.Status, "approved") || strings.EqualFold("Pending", t.Status) ||
		strings.EqualFold(t.Status, "accepted") // want `"accepted" is no documented transfers code`
}
