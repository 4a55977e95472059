// Package ladders dispatches without a tag: by chains and ladders of ifs, and
// by switches of conditions.
package ladders

import (
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/errcodelint/errcodelint/codes"
)

var (
	errBusy   = errors.New("busy")
	errCredit = errors.New("no credit")
	errNumber = errors.New("bad number")
	errOther  = errors.New("refused")
)

type reply struct {
	ResponseCode int    `json:"responseCode"`
	Message      string `json:"responseMessage"`
	Token        string `json:"token"`
}

// chain has three branches and no else.
func chain(r reply) (state string) {
	if r.ResponseCode == int(codes.ResponseSuccess) { // want `this if/else-if chain does not say what happens to 19 response codes that can reach it: 1 InvalidCredentials`
		state = "sent"
	} else if r.ResponseCode == 5 || r.ResponseCode == 88 {
		state = "late"
	} else if r.ResponseCode == 11 {
		state = "wrong number"
	}
	return state
}

// chainWithElse says it.
func chainWithElse(r reply) (state string) {
	if r.ResponseCode == int(codes.ResponseSuccess) {
		state = "sent"
	} else if r.ResponseCode == 5 || r.ResponseCode == 88 {
		state = "late"
	} else if r.ResponseCode == 11 {
		state = "wrong number"
	} else {
		state = "failed"
	}
	return state
}

// chainWithNothing has an else that does nothing.
func chainWithNothing(r reply) (state string) {
	if r.ResponseCode == int(codes.ResponseSuccess) { // want `this if/else-if chain does not say what happens to 19 response codes .*else does nothing`
		state = "sent"
	} else if r.ResponseCode == 5 || r.ResponseCode == 88 {
		state = "late"
	} else if r.ResponseCode == 11 {
		state = "wrong number"
	} else {
	}
	return state
}

// chainOfFailures sends success to its else.
func chainOfFailures(r reply) {
	if r.ResponseCode == 6 { // want `the else of this if/else-if chain takes the response code 0 Success together with 18 codes that fail`
		log.Print("top up")
	} else if r.ResponseCode == 5 || r.ResponseCode == 88 {
		log.Print("slow down")
	} else if r.ResponseCode == 11 {
		log.Print("wrong number")
	} else {
		log.Printf("code %d", r.ResponseCode)
	}
}

// two branches are no dispatch.
func two(r reply) string {
	if r.ResponseCode == 5 {
		return "late"
	} else if r.ResponseCode == 11 {
		return "wrong number"
	}
	return ""
}

// mixed has three branches, but only two of them are on the code.
func mixed(r reply) string {
	if r.Token == "" {
		return "no token"
	} else if r.ResponseCode == 5 {
		return "late"
	} else if r.ResponseCode == 11 {
		return "wrong number"
	}
	return ""
}

// ladder leaves in every branch, and says nothing about the rest.
func ladder(r reply) error {
	if r.ResponseCode == 5 { // want `this ladder of ifs does not say what happens to 20 response codes .*: 0 Success.*they end in .return nil.`
		return errBusy
	}
	if r.ResponseCode == 6 {
		return errCredit
	}
	if r.ResponseCode == 11 {
		return errNumber
	}
	return nil
}

// ladderWithRest has an error for the rest, success apart.
func ladderWithRest(r reply) error {
	if r.ResponseCode == 0 {
		return nil
	}
	if r.ResponseCode == 5 {
		return errBusy
	}
	if r.ResponseCode == 6 {
		return errCredit
	}
	return fmt.Errorf("%w: %s", errOther, r.Message)
}

// ladderWithElse ends in an else.
func ladderWithElse(r reply) error {
	if r.ResponseCode == 0 {
		return nil
	}
	if r.ResponseCode == 5 {
		return errBusy
	}
	if r.ResponseCode == 6 {
		return errCredit
	} else {
		return errOther
	}
}

// ladderToTheEnd excludes the rest by its last condition.
func ladderToTheEnd(r reply) error {
	if r.ResponseCode == 5 {
		return errBusy
	}
	if r.ResponseCode == 6 {
		return errCredit
	}
	if r.ResponseCode != 0 {
		return errOther
	}
	return nil
}

// ladderAndMore tests more than the code in one place.
func ladderAndMore(r reply, attempt int) error {
	if r.ResponseCode == 5 && attempt < 3 { // want `this ladder of ifs does not say what happens to 20 response codes .*: 0 Success, 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled and`
		return errBusy
	}
	if r.ResponseCode == 6 {
		return errCredit
	}
	if r.ResponseCode == 11 {
		return errNumber
	}
	return nil
}

// ladderOfLoops leaves by continue.
func ladderOfLoops(all []reply) (late []reply) {
	for _, r := range all {
		if r.ResponseCode == 0 { // want `this ladder of ifs does not say what happens to 20 response codes`
			continue
		}
		if r.ResponseCode == 5 {
			late = append(late, r)
			continue
		}
		if r.ResponseCode == 6 {
			break
		}
	}
	return late
}

// notes do not leave: each stands for itself.
func notes(r reply) (out []string) {
	if r.ResponseCode == 5 {
		out = append(out, "slow down")
	}
	if r.ResponseCode == 6 {
		out = append(out, "top up")
	}
	if r.ResponseCode == 11 {
		out = append(out, "look at the number")
	}
	return out
}

// apart has statements between its ifs.
func apart(r reply) error {
	if r.ResponseCode == 5 {
		return errBusy
	}
	log.Print("not busy")
	if r.ResponseCode == 6 {
		return errCredit
	}
	log.Print("not broke")
	if r.ResponseCode == 11 {
		return errNumber
	}
	return nil
}

// tagless is a switch of conditions.
func tagless(r reply) string {
	switch { // want `this switch does not say what happens to 18 response codes`
	case r.Token != "":
		return "token"
	case r.ResponseCode == 0:
		return "sent"
	case r.ResponseCode == 5, r.ResponseCode == 88, 99 == r.ResponseCode:
		return "late"
	case r.ResponseCode == 11:
		return "wrong number"
	}
	return ""
}

// taglessWithDefault names success.
func taglessWithDefault(r reply) string {
	switch {
	case r.ResponseCode == 0:
		return "sent"
	case r.ResponseCode == 5:
		return "late"
	default:
		return "failed"
	}
}

// one condition on the code among others makes no dispatch.
func one(r reply, closed bool) string {
	switch {
	case closed:
		return "closed"
	case r.ResponseCode == 0:
		return "sent"
	case r.Token == "":
		return "no token"
	}
	return ""
}

// classes tells codes apart by what may be done about them.
func classes(code codes.ResponseCode) string {
	switch {
	case code.Retryable():
		return "later"
	case !code.Known():
		return "new"
	}
	return ""
}

// byClass has a class for its tag.
func byClass(code codes.ResponseCode) string {
	switch code.Retry() {
	case codes.RetryWithBackoff:
		return "later"
	case codes.RetryAfterFix:
		return "call somebody"
	}
	return ""
}

// classesAndNames needs no default: what is left by the classes is named.
func classesAndNames(code codes.ResponseCode) string {
	switch {
	case code == codes.ResponseSuccess:
		return "sent"
	case code.Retryable():
		return "later"
	case code == codes.ResponseInsufficientCredit || code == codes.ResponsePrepaidAccountExpired:
		return "top up"
	case code == codes.ResponseNoWhatsAppSession:
		return "wait for the customer"
	case code.Retry() == codes.RetryNever:
		return "failed"
	}
	return ""
}

// folded compares text without regard to case.
func folded(responseCode string) string {
	switch { // want `happens to 20 response codes`
	case strings.EqualFold(responseCode, "0"):
		return "sent"
	case strings.EqualFold("5", responseCode):
		return "late"
	case responseCode == "11":
		return "wrong number"
	}
	return ""
}

// always is true.
func always(code codes.ResponseCode) string {
	switch true { // want `happens to 21 response codes`
	case code == codes.ResponseSuccess:
		return "sent"
	case code == codes.ResponseThrottlingRateExceeded:
		return "late"
	}
	return ""
}

// pair dispatches on two codes at once: which of them, nobody can say.
func pair(code codes.ResponseCode, reason codes.ReasonCode) string {
	switch {
	case code == codes.ResponseSuccess && reason == codes.ReasonNotApplicable:
		return "delivered"
	case code == codes.ResponseThrottlingRateExceeded:
		return "later"
	case reason == codes.ReasonSubscriberAbsent:
		return "absent"
	}
	return ""
}

// A receipt may come without a code.
type receipt struct {
	Code *codes.ReasonCode `json:"reasonCode"`
}

// present asks whether there is a code together with which it is: that says
// nothing about the codes.
func present(r *receipt) (text string) {
	if r != nil && r.Code != nil && *r.Code == codes.ReasonNotApplicable { // want `chain does not say what happens to 12 reason codes`
		text = "delivered"
	} else if r != nil && r.Code != nil && *r.Code == codes.ReasonSubscriberAbsent {
		text = "absent"
	} else if r != nil && r.Code != nil && *r.Code == codes.ReasonHandsetMemoryExceeded {
		text = "full"
	}
	return text
}
