// Package ignored keeps some numbers as they are, and says why.
package ignored

// Reply is what the API answers.
type Reply struct {
	ResponseCode int    `json:"responseCode"`
	Message      string `json:"message"`
}

// Accepted is asked for every message.
func Accepted(r Reply) bool {
	if r.ResponseCode == 5 { //errcodelint:ignore magiccode the bank's report needs the number
		return false
	}
	//errcodelint:ignore magiccode, missedcode as in the contract, § 4
	if r.ResponseCode == 10 ||
		r.ResponseCode == 11 { // want `11 is the response code InvalidRecipient`
		return false
	}
	return r.ResponseCode == 0 // want `0 is the response code Success`
}

// Refused lists what the contract lists.
//
//errcodelint:ignore magiccode the contract has numbers only
func Refused(r Reply) bool {
	switch r.ResponseCode {
	case 11, 12,
		13:
		return true
	}
	return false
}

//errcodelint:ignore missedcode only the codes that the contract has
var _ = Reply{ResponseCode: 5} // want `5 is the response code`

//errcodelint:ignore magiccode recorded
var recorded = []Reply{
	{ResponseCode: 5},
	{ResponseCode: 10},
}

// Retry is golangci-lint's way of saying the same.
func Retry(r Reply) bool {
	if r.ResponseCode == 18 { //nolint:errcodelint // as in the contract
		return true
	}
	//nolint:errcheck
	if r.ResponseCode == 18 { // want `18 is the response code`
		return true
	}
	//nolint:errcheck,errcodelint
	switch r.ResponseCode {
	case 5:
		return true
	}
	//nolint
	return r.ResponseCode == 5 ||
		r.ResponseCode == 18
}

func use() int { return len(recorded) }
