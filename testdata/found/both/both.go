// Package both sends by two channels, and is content if both succeed: what is known
// of one reply hangs on the other.
package both

import (
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func firstFailure(sms, whatsApp reply) error {
	if sms.ResponseCode == codes.ResponseSuccess && whatsApp.ResponseCode == codes.ResponseSuccess {
		return nil
	}
	if sms.ResponseCode != codes.ResponseSuccess {
		return fmt.Errorf("SMS: %w", sms.ResponseCode)
	}
	return fmt.Errorf("WhatsApp: %w", whatsApp.ResponseCode)
}

func failureOfEither(sms, whatsApp reply) error {
	if sms.ResponseCode != codes.ResponseSuccess || whatsApp.ResponseCode != codes.ResponseSuccess {
		if sms.ResponseCode == codes.ResponseSuccess {
			return whatsApp.ResponseCode
		}
		return sms.ResponseCode
	}
	return nil
}

// unasked asks about one only.
func unasked(sms, whatsApp reply, urgent bool) error {
	if sms.ResponseCode == codes.ResponseSuccess && urgent {
		return whatsApp.ResponseCode // want "wrongcode: whatsApp.ResponseCode becomes an error, and can be 0 .Success. here"
	}
	return nil
}

func advice(sms, whatsApp reply) string {
	if sms.ResponseCode == codes.ResponseSuccess && whatsApp.ResponseCode == codes.ResponseSuccess {
		return ""
	}
	if sms.ResponseCode != codes.ResponseSuccess {
		return "try again by WhatsApp"
	}
	switch whatsApp.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		return "try again later"
	default:
		return "the number has no WhatsApp"
	}
}
