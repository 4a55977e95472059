package declared

// Codes as text: "0" is not "00", and no zero value of anything.
//
//errcodelint:declare acquirer success=00
type acquirerCode string

const (
	acquirerOK      acquirerCode = "00"
	acquirerRefused acquirerCode = "05"
)

func acquired(code acquirerCode) bool {
	if code == "" {
		return false
	}
	return code == acquirerOK || code == "0" // want `"0" is no documented acquirer code: codes are compared as text, so "00" \(acquirerOK\) is probably meant`
}

// Codes of two digits each, of which most look like plain numbers.
//
//errcodelint:declare switchcodes key=rc success=00
type switchCode string

const (
	switchApproved    switchCode = "00"
	switchDoNotHonor  switchCode = "05"
	switchInvalidCard switchCode = "14"
	switchNoFunds     switchCode = "51"
)

func approved(code switchCode) bool {
	return code == "0" // want `"0" is no documented switchcodes code: codes are compared as text, so "00" \(switchApproved\) is probably meant`
}

func declined(code switchCode) bool {
	return code == "5" // want `"5" is no documented switchcodes code: codes are compared as text, so "05" \(switchDoNotHonor\) is probably meant`
}

// The key says the same as the type.
type switchReply struct {
	RC string `json:"rc"`
}

func (r switchReply) approved() bool {
	if r.RC == string(switchNoFunds) {
		return false
	}
	return r.RC == "0" // want `"0" is no documented switchcodes code`
}

// A number's zero value may say that there is no code.
//
//errcodelint:declare meter
type meterCode int

const (
	meterOK   meterCode = 4000
	meterBusy meterCode = 4002
)

func metered(code meterCode) bool { return code != 0 && code != meterBusy }
