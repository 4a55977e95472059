// Package a08 puts the codes into groups by where they lie.
package a08

import (
	"errors"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

var (
	errAddress  = errors.New("address")
	errTemplate = errors.New("template")
	errOther    = errors.New("other")
)

type smsReply struct {
	Code string `json:"responseCode"`
}

func (r smsReply) check() error {
	switch r.Code {
	case "0": // want "magiccode: .*Success"
		return nil
	case codes.ResponseThrottlingRateExceeded.Wire():
		return errOther
	default:
		n, err := strconv.Atoi(r.Code)
		if err != nil {
			return err
		}
		if n >= 11 && n <= 13 { // want "magiccode: .*(11|InvalidRecipient)" "magiccode: .*(13|InvalidAlphanumericOriginator)"
			return errAddress
		}
		return errOther
	}
}

type templateReply struct {
	Code codes.TemplateCode `json:"responseCode"`
	Tags []string           `json:"tags"`
}

func (r templateReply) check() error {
	switch {
	case r.Code > 131000 && r.Code < 133000: // want "magiccode: .*131000" "magiccode: .*133000"
		return errTemplate
	case r.Code == codes.TemplateAccessTokenExpired, len(r.Tags) > 100:
		return errOther
	case 190 < r.Code: // want "magiccode: .*(190|AccessTokenExpired)"
		return errOther
	}
	return nil
}

// Check looks at both answers.
func Check(s smsReply, t templateReply) error {
	return errors.Join(s.check(), t.check())
}
