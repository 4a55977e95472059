// Package webgjson picks codes out of replies with gjson.
package webgjson

import (
	"errors"
	"fmt"

	"github.com/tidwall/gjson"
)

const codePath = "reply.responseCode"

// Sent reads the answer to a message.
func Sent(body string) error {
	if gjson.Get(body, "responseCode").String() != "0" { // want "magiccode: .*Success"
		return errors.New(gjson.Get(body, "responseMessage").String())
	}
	if gjson.Get(body, "parts").String() == "0" {
		return errors.New("nothing sent")
	}
	return nil
}

// Batch reads the outcome of a batch's first recipient.
func Batch(body []byte) error {
	res := gjson.GetBytes(body, "details.recipients.0.responseCode")
	if !res.Exists() {
		return errors.New("no code")
	}
	switch code := res.Int(); code { // want "missedcode: .*20 response codes"
	case 11, 12: // want "magiccode: .*InvalidRecipient" "magiccode: .*InvalidOriginator"
		return errors.New("address")
	case 5: // want "magiccode: .*ThrottlingRateExceeded"
		return errors.New("later")
	}
	if n := gjson.GetBytes(body, "details.total").Int(); n == 0 || n == 5 {
		return fmt.Errorf("%d recipients", n)
	}
	return nil
}

// Wrapped reads what a gateway wraps.
func Wrapped(body string) bool {
	if !gjson.Valid(body) {
		return false
	}
	root := gjson.Parse(body)
	if root.Get("status").Int() == 0 && root.Get("responseCode").String() == "99" { // want "magiccode: .*SystemError"
		return false
	}
	return gjson.Get(body, codePath).String() == "16" // want "magiccode: .*DuplicateDestination"
}

// Delivered reads a report.
func Delivered(body string) bool {
	reason := gjson.Get(body, "report.reasonCode")
	return reason.Uint() == 0 || reason.Str == "8" // want "magiccode: .*NotApplicable" "magiccode: .*SubscriberAbsent"
}
