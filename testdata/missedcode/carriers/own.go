package carriers

// Status is a response code, as our own package has always called it.
type Status int

// What we have met so far.
const (
	StatusOK       Status = 0
	StatusBusy     Status = 5
	StatusNoCredit Status = 6
	StatusFailure  Status = 88
	StatusSystem   Status = 99
)

type topUpReply struct {
	Status Status `json:"responseCode"`
}

// again says whether to ask once more.
func again(r topUpReply) (string, error) {
	switch r.Status { // want `happens to 20 response codes .*: 1 InvalidCredentials.* and 15 more`
	case StatusOK:
		return "booked", nil
	case StatusBusy:
		return "wait", nil
	case StatusNoCredit:
		return "", errLater
	}
	return "", nil
}
