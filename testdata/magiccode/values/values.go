// Package values compares codes of every type, written in every way.
package values

import (
	"encoding/json"

	"github.com/errcodelint/errcodelint/codes"
)

type money int64

type reply struct {
	Int      int         `json:"responseCode,string"`
	Int32    int32       `form:"responseCode"`
	Uint     uint64      `query:"responseCode"`
	Text     string      `bson:"responseCode"`
	Number   json.Number `yaml:"responseCode"`
	Any      any         `toml:"responseCode"`
	Ptr      *int        `mapstructure:"responseCode"`
	Own      money       `db:"responseCode"`
	Foreign  json.Delim  `uri:"responseCode"`
	Small    uint16      `header:"responseCode"`
	Bytes    []byte      `param:"responseCode"`
	Typed    codes.ResponseCode
	Reason   codes.ReasonCode `json:"reasonCode"`
	Template codes.TemplateCode
}

func compare(r reply) (n int) {
	switch {
	case r.Int == 5: // want `write int\(codes.ResponseThrottlingRateExceeded\)`
	case 0x5 != r.Int32: // want `write int32\(codes.ResponseThrottlingRateExceeded\)`
	case r.Uint == uint64(5): // want `write uint64\(codes.ResponseThrottlingRateExceeded\)`
	case "5" == r.Text: // want `write codes.ResponseThrottlingRateExceeded.Wire\(\)`
	case r.Text == `5`: // want `write codes.ResponseThrottlingRateExceeded.Wire\(\)`
	case r.Number == "5": // want `write json.Number\(codes.ResponseThrottlingRateExceeded.Wire\(\)\)`
	case r.Any == "5": // want `write codes.ResponseThrottlingRateExceeded.Wire\(\)`
	case r.Any == 5.0: // want `write float64\(codes.ResponseThrottlingRateExceeded\)`
	case r.Ptr != nil && *r.Ptr == 5: // want `write int\(codes.ResponseThrottlingRateExceeded\)`
	case r.Own == +5: // want `write money\(codes.ResponseThrottlingRateExceeded\)`
	case r.Typed == 5: // want `write codes.ResponseThrottlingRateExceeded`
	case r.Typed == codes.ResponseCode(5): // want `write codes.ResponseThrottlingRateExceeded`
	case r.Reason == 5: // want `write codes.ReasonSubscriberUnknown`
	case r.Template == 0: // want `the template code AccessTokenExpiredOrRevoked .*; write codes.TemplateAccessTokenExpiredOrRevoked`
	case (r.Int) == (5): // want `write int\(codes.ResponseThrottlingRateExceeded\)`
	case r.Int == '\x05': // want `write int\(codes.ResponseThrottlingRateExceeded\)`

	case r.Small == 5, r.Foreign == 5, len(r.Bytes) == 5: // too small, another package's, no code
	case r.Int == 42, r.Typed == 20: // undocumented
	case r.Text == "", r.Text == "05", r.Any == nil:
	case r.Int > 5: // want `> 5 \(ThrottlingRateExceeded\) tests response codes by their order, .*; name the codes that are meant`
	case r.Int > 0: // want `> 0 \(Success\) .*; write != int\(codes.ResponseSuccess\)`
	case 1 <= r.Int32: // want `<= 1 \(InvalidCredentials\) .*; write != int32\(codes.ResponseSuccess\)`
	case r.Typed > 0: // want `> 0 \(Success\) .*; name the codes that are meant`
	case r.Int > 0 && (r.Uint != 7 && r.Int < 5): // want `> 0 \(Success\) .*; name the codes` `PrepaidAccountExpired` `< 5`
	case r.Text > "0", r.Template > 0: // want `name the codes` `name the codes`
	}
	return n
}

func sentinel(r reply, none bool) bool {
	code := r.Int
	if none {
		code = -1
	}
	return code > 0 // want `> 0 \(Success\) .*; name the codes that are meant`
}

func generic[T ~int | ~string](v, w T) bool { return v == w }

func fromMap(data []byte) (ok bool, err error) {
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		return false, err
	}
	if m["responseCode"] == 0 { // an int is never in there
		return true, nil
	}
	if f, isNumber := m["responseCode"].(float64); isNumber {
		return f == 0, nil // want `write float64\(codes.ResponseSuccess\)`
	}
	return m["responseCode"] == "0", nil // want `write codes.ResponseSuccess.Wire\(\)`
}

func inInterface(m map[string]any) bool {
	return m["responseCode"] == 6 // want `write int\(codes.ResponseInsufficientCredit\)`
}

func inLocalType(r reply) bool {
	type int string
	return r.Int == 5 && int("") == "" // want `ThrottlingRateExceeded`
}
