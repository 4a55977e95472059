// Package readers picks codes out of replies by libraries that decode nothing else.
package readers

import (
	"errors"

	"github.com/buger/jsonparser"
	jsoniter "github.com/json-iterator/go"
	"github.com/tidwall/gjson"
	"github.com/valyala/fastjson"
)

var (
	errBusy    = errors.New("busy")
	errRefused = errors.New("refused")
)

// Typed looks at what kind of value a code is, too: that is no code.
func Typed(body string) error {
	res := gjson.Get(body, "responseCode")
	if res.Type == gjson.Number && res.Int() == 5 { // want `5 is the response code ThrottlingRateExceeded`
		return errBusy
	}
	switch res.Type {
	case gjson.String:
		if res.Str == "0" { // want `"0" is the response code Success`
			return nil
		}
	case gjson.Null:
		return errors.New("no reply")
	}
	if res.Index == 0 || res.Index == 5 || res.Num == 99 { // want `99 is the response code SystemError`
		return errBusy
	}
	return errRefused
}

// Parsed takes the last of several keys.
func Parsed(body []byte) error {
	code, err := jsonparser.GetString(body, "responseCode")
	if err != nil {
		return err
	}
	if code == "0" { // want `"0" is the response code Success`
		return nil
	}
	if n, err := jsonparser.GetInt(body, "details", "total"); err != nil || n == 5 {
		return errRefused
	}
	if n, err := jsonparser.GetInt(body, "details", "responseCode"); err == nil && n == 88 { // want `88 is the response code GeneralFailure`
		return errBusy
	}
	return errRefused
}

// Lazy decodes when it is asked.
func Lazy(body []byte) bool {
	code := jsoniter.Get(body, "reasonCode")
	return code.ValueType() == jsoniter.StringValue && code.Size() == 0 ||
		code.ToInt() == 0 || // want `0 is the reason code NotApplicable`
		code.ToString() == "13" // want `"13" is the reason code HandsetMemoryExceeded`
}

// Fast keeps a parser.
func Fast(p *fastjson.Parser, body string) error {
	v, err := p.Parse(body)
	if err != nil {
		return err
	}
	switch v.GetInt("responseCode") {
	case 0: // want `0 is the response code Success`
		return nil
	case 5: // want `5 is the response code ThrottlingRateExceeded`
		return errBusy
	}
	if v.GetInt("parts") == 5 {
		return errBusy
	}
	return errRefused
}
