// Package status has what the bank answers.
package status

// Code is the bank's statusCode.
//
//errcodelint:declare payments key=statusCode success=0,10
type Code int

const (
	// Approved means all is paid.
	Approved Code = 0
	// Partly is a success, too.
	Partly Code = 10
	// GatewayDown is -1, "The gateway didn't answer".
	//
	//errcodelint:retry backoff
	GatewayDown Code = -1
	// Declined is 51.
	//
	//errcodelint:retry never
	Declined Code = 0x33
	Refused       = Declined // as the manual has it
)

// A Reply is the bank's answer.
type Reply struct {
	Code Code   `json:"statusCode"`
	Text string `json:"text"`

	// Shop is what the shop's own system says, in the same codes.
	//errcodelint:domain payments
	Shop int `json:"shop"`
}

func ok(r Reply) bool {
	return r.Code == 0 || // want `0 is the payments code Approved \(all is paid\), written as a bare number; write Approved`
		r.Shop == 51 // want `51 is the payments code Declined \(51\), written as a bare number; write int\(Declined\)`
}
