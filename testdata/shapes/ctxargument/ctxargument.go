// Package ctxargument hands codes to functions.
package ctxargument

import (
	"fmt"
	"net/url"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

const credit = 6

func explain(c codes.ResponseCode, line int) string {
	return fmt.Sprintf("%d: %s", line, c.Description())
}

func pause(reason string, factor int) time.Duration {
	switch reason { // want "missedcode: .*13 reason codes"
	case codes.ReasonSubscriberAbsent.Wire():
		return time.Duration(factor) * time.Hour
	case codes.ReasonSMSCCongestion.Wire():
		return time.Duration(factor) * time.Minute
	}
	return 0
}

// Notify is called with what a report says.
func Notify(to string, reasonCode int) string {
	if reasonCode == int(codes.ReasonNotApplicable) {
		return to
	}
	return fmt.Sprint(to, ": reason ", reasonCode)
}

func each(f func(codes.ResponseCode), cs ...codes.ResponseCode) {
	for _, c := range cs {
		f(c)
	}
}

// Report handles a report's query.
func Report(v url.Values) time.Duration { return pause(v.Get("reasonCode"), 5) }

// Help prints a page.
func Help() {
	fmt.Println(explain(5, 1)) // want "magiccode: .*ThrottlingRateExceeded"
	fmt.Println(explain(credit, 6))
	fmt.Println(explain(codes.ResponseSuccess, 0))
	fmt.Println(pause("9", 10)) // want "magiccode: .*SMSCFailure"
	fmt.Println(pause("", 8))
	fmt.Println(Notify("5", 5)) // want "magiccode: .*SubscriberUnknown"
	show := func(c codes.ResponseCode) { fmt.Println(c.Wire(), 5) }
	each(show, 0, codes.ResponseSystemError, 88) // want "magiccode: .*Success" "magiccode: .*GeneralFailure"
	show(99)                                     // want "magiccode: .*SystemError"
	time.Sleep(5 * time.Second)
}

// Codes is all that matter.
func Codes() []codes.ResponseCode {
	var cs []codes.ResponseCode
	return append(cs, 11, codes.ResponseInvalidOriginator) // want "magiccode: .*InvalidRecipient"
}
