package domain

import "github.com/errcodelint/errcodelint/codes"

// outcome is for either kind of call: which kind is said beside the number.
type outcome struct {
	kind   string
	number int
}

func ofSMS(r smsReply) outcome           { return outcome{"sms", int(r.Code)} }
func ofTemplate(t templateReply) outcome { return outcome{"template", int(t.Code)} }

func (o outcome) throttled() bool {
	if o.kind == "template" {
		return o.number == int(codes.TemplateThrottled)
	}
	return o.number == int(codes.ResponseThrottlingRateExceeded)
}

// What to say about a template's code in the terms of the other table is ours to
// decide.
var asResponse = map[codes.TemplateCode]codes.ResponseCode{
	codes.TemplateThrottled:         codes.ResponseThrottlingRateExceeded,
	codes.TemplatePlatformRateLimit: codes.ResponseThrottlingRateExceeded,
	codes.TemplateTemporaryIssue:    codes.ResponseGeneralFailure,
}

func translate(c codes.TemplateCode) codes.ResponseCode {
	if r, ok := asResponse[c]; ok {
		return r
	}
	return codes.ResponseSystemError
}

// A reply is looked at as what its call says.
func failure(template bool, n int) error {
	if template {
		return codes.TemplateCode(n)
	}
	return codes.ResponseCode(n).Err()
}
