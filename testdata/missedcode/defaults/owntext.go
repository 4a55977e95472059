package defaults

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/errcodelint/errcodelint/codes"
)

// explained has words of its own for some codes, and the vendor's for the others: what it says of a success is not what it says
// of a failure.
func explained(r reply) string {
	switch r.ResponseCode {
	case codes.ResponseInvalidRecipient:
		return "this is no phone number"
	case codes.ResponseInsufficientCredit:
		return "the account is empty"
	default:
		return r.ResponseCode.Description()
	}
}

// numbered has the number.
func numbered(code codes.ReasonCode) string {
	switch code {
	case codes.ReasonSubscriberAbsent:
		return "absent"
	case codes.ReasonSubscriberBarred:
		return "barred"
	}
	return "#" + strconv.Itoa(int(code))
}

var vendorWords = map[codes.ResponseCode]string{
	codes.ResponseSuccess:       "accepted",
	codes.ResponseCouldNotRoute: "no route",
}

// listed looks the others up.
func listed(r reply) (text string) {
	switch code := r.ResponseCode; code {
	case codes.ResponseInvalidRecipient:
		text = "this is no phone number"
	case codes.ResponseInsufficientCredit:
		text = "the account is empty"
	default:
		text = vendorWords[code]
	}
	return text
}

// complained says of a success that it failed.
func complained(r reply) string {
	switch r.ResponseCode { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
	case codes.ResponseInvalidRecipient:
		return "this is no phone number"
	case codes.ResponseInsufficientCredit:
		return "the account is empty"
	default:
		return fmt.Sprintf("failed with %d", r.ResponseCode)
	}
}

// wroteDown makes a text of it, and an error.
func wroteDown(r reply, notes map[string]string) error {
	switch r.ResponseCode { // want `the default of this switch takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseInvalidRecipient:
		return errNumber
	default:
		notes[r.MessageID] = r.ResponseCode.Description()
		return errBusy
	}
}

// A text that is built has the code in it.

func built(r reply) string {
	var b strings.Builder
	b.WriteString(r.ResponseCode.Wire())
	switch r.ResponseCode {
	case codes.ResponseInsufficientCredit:
		b.WriteString(" (top up)")
	case codes.ResponseThrottlingRateExceeded:
		b.WriteString(" (later)")
	}
	return b.String()
}

func printed(r reply) string {
	b := new(bytes.Buffer)
	fmt.Fprintf(b, "code %d", r.ResponseCode)
	if r.MessageID != "" {
		switch r.ResponseCode {
		case codes.ResponseInsufficientCredit:
			fmt.Fprint(b, " (top up)")
		case codes.ResponseThrottlingRateExceeded:
			fmt.Fprint(b, " (later)")
		}
	}
	return b.String()
}

func tabulated(w *tabwriter.Writer, r reply) {
	fmt.Fprintf(w, "%s\t%d\n", r.MessageID, r.ResponseCode)
	switch r.ResponseCode {
	case codes.ResponseInsufficientCredit:
		fmt.Fprintln(w, "\ttop up")
	case codes.ResponseThrottlingRateExceeded:
		fmt.Fprintln(w, "\tlater")
	}
}
