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
	return code == acquirerOK || code == "0" // want `"0" is no documented acquirer code`
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
