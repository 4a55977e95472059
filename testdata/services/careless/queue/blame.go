package queue

import "github.com/errcodelint/errcodelint/codes"

// Blame says who has to do something about a job: nobody, us, or the customer.
func (j *Job) Blame() string {
	if j.LastCode != codes.ResponseSuccess {
		switch int(j.LastCode) {
		case int(codes.ReasonSMSCFailure): // want "wrongcode: codes.ReasonSMSCFailure is a reason code, .* where no code 9 is documented"
			return "operator"
		case int(codes.TemplateCapabilityOrPermission): // want "wrongcode: codes.TemplateCapabilityOrPermission is a template code, .* where 3 is AccountExpired"
			return "us"
		case int(codes.ResponseInvalidRecipient), int(codes.ResponseSubscriberBlockedService):
			return "customer"
		}
		if j.Held && j.LastCode != codes.ResponseSuccess { // want "wrongcode: j.LastCode != codes.ResponseSuccess always holds: after line 7 "
			return "us"
		}
		return "vendor"
	}
	return "nobody"
}
