package guards

import "github.com/errcodelint/errcodelint/codes"

// header is embedded in all replies.
type header struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

type batchReply struct {
	header
	Recipients []recipient `json:"recipients"`
}

type recipient struct {
	header
	To string `json:"to"`
}

// report goes through a batch. The closure's switch is the closure's.
func report(b batchReply, each func(func(recipient) error) error) error {
	if b.ResponseCode != codes.ResponseSuccess {
		return errOther
	}
	return each(func(r recipient) error {
		switch r.ResponseCode { // want `happens to 22 response codes .*: 1 InvalidCredentials`
		case codes.ResponseSuccess:
			b.Recipients = append(b.Recipients, r)
		}
		return nil
	})
}

// count starts goroutines that count.
func count(all []recipient, results chan<- int) {
	for _, r := range all {
		if r.ResponseCode == codes.ResponseSuccess {
			results <- 0
			continue
		}
		go func() {
			switch r.ResponseCode { // want `happens to 20 response codes`
			case codes.ResponseDuplicateDestination:
				results <- 1
			case codes.ResponseInvalidRecipient:
				results <- 2
			}
		}()
	}
}

// template codes have no success.
type templateReply struct {
	Code codes.TemplateCode `json:"responseCode"`
	ID   string             `json:"id"`
}

// created dispatches on a template's code: there is none if all went well.
func created(r templateReply) (string, error) {
	switch r.Code {
	case codes.TemplateDuplicatePost:
		return r.ID, nil
	case codes.TemplateTemporaryIssue, codes.TemplateDowntime, codes.TemplateThrottled:
		return "", errBusy
	default:
		return "", errOther
	}
}

// createdQuietly says nothing about the rest.
func createdQuietly(r templateReply) (string, error) {
	switch r.Code { // want `happens to 21 template codes .*: 0 AccessTokenExpiredOrRevoked, 3 CapabilityOrPermission`
	case codes.TemplateDuplicatePost:
		return r.ID, nil
	case codes.TemplateTemporaryIssue, codes.TemplateDowntime, codes.TemplateThrottled:
		return "", errBusy
	}
	return "", nil
}

// wait goes round by goto and select.
func wait(next func() codes.ReasonCode, stop <-chan struct{}) string {
again:
	select {
	case <-stop:
		return "stopped"
	default:
	}
	code := next()
	switch code { // want `happens to 12 reason codes`
	case codes.ReasonNotApplicable:
		return "delivered"
	case codes.ReasonSubscriberAbsent, codes.ReasonSMSCCongestion:
		goto again
	}
	return ""
}
