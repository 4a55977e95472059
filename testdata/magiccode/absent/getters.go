package absent

import (
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

type sent struct {
	Reply        *sent
	ResponseCode *int32 `json:"responseCode"`
}

// GetResponseCode is made in the manner of generated code: of what is not there there is no code.
func (s *sent) GetResponseCode() int32 {
	if s != nil && s.ResponseCode != nil {
		return *s.ResponseCode
	}
	return 0
}

func (s *sent) inner() int32 {
	if s == nil || s.Reply == nil {
		return 0
	}
	return s.Reply.GetResponseCode()
}

func (s *sent) eitherCode() int32 {
	switch {
	case s.ResponseCode != nil:
		return *s.ResponseCode
	case s.Reply == nil:
		return 0
	}
	if s.Reply.ResponseCode != nil {
		return 5 // want `5 is the response code ThrottlingRateExceeded`
	} else {
		return 0
	}
}

// of says that nothing is wrong where there is an error that is nil.
func of(err error, r *sent) codes.ResponseCode {
	if err == nil {
		return 0 // want `0 is the response code Success`
	}
	if r == nil {
		return 99 // want `99 is the response code SystemError`
	}
	return codes.ResponseCode(r.GetResponseCode())
}

func throttled(r *sent) bool {
	return r.GetResponseCode() == 5 || // want `5 is the response code ThrottlingRateExceeded`
		r.inner() == 5 || // want `5 is the response code ThrottlingRateExceeded`
		r.eitherCode() == 0 // want `0 is the response code Success`
}

// codeOf has no code where there is none in the reply.
func codeOf(reply map[string]any) int {
	text, ok := reply["responseCode"].(string)
	if !ok {
		return 0
	}
	code, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return code
}

func lastCode(last map[string]codes.ResponseCode, id string) codes.ResponseCode {
	if code, ok := last[id]; ok {
		return code
	}
	return 0
}

// accepted is a boolean of another kind.
func acceptedCode(last codes.ResponseCode, accepted bool) codes.ResponseCode {
	if !accepted {
		return last
	}
	return 0 // want `0 is the response code Success`
}

func summary(reply map[string]any, last map[string]codes.ResponseCode) bool {
	return codeOf(reply) == 88 || // want `88 is the response code GeneralFailure`
		lastCode(last, "sms") == 88 || // want `88 is the response code GeneralFailure`
		acceptedCode(5, true) == 0 // want `5 is the response code ThrottlingRateExceeded` `0 is the response code Success`
}
