// Package bound says by directives what its values are.
package bound

import (
	"encoding/json"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// A Report has a code under a key of its own, and what looks like one and is none.
type Report struct {
	//errcodelint:domain template
	Outcome int `json:"outcome"`

	Exit int `json:"reasonCode"` //errcodelint:domain none
}

func fields(r Report) bool {
	return r.Outcome == 190 || // want `190 is the template code`
		r.Exit == 6 || r.Exit == 5
}

// A Notice is only written out, but somebody reads it.
type Notice struct {
	//errcodelint:domain response
	ResponseCode int `json:"responseCode"`
}

func notice() ([]byte, error) {
	return json.Marshal(Notice{ResponseCode: 5}) // want `5 is the response code`
}

//errcodelint:domain template
var last = 0 // want `0 is the template code`

//errcodelint:domain template
var again = map[int]bool{4: true} // want `4 is the template code`

// Outcome is how a template ends.
//
//errcodelint:domain template
type Outcome int

const lost Outcome = 190

func typed(o Outcome) bool {
	return o == 190 || // want `190 is the template code .* write lost`
		o == 0 // want `0 is the template code .* write Outcome\(codes.TemplateAccessTokenExpiredOrRevoked\)`
}

// Port is a number.
//
//errcodelint:domain none
type Port string

// Page is a reply of the templates, which its name does not say.
//
//errcodelint:domain template
type Page struct {
	ResponseCode int `json:"responseCode"`
}

// Other has the same key.
type Other struct {
	ResponseCode int  `json:"responseCode"`
	Port         Port `json:"reasonCode"`
}

func structs(p Page, o Other) bool {
	return p.ResponseCode == 0 || // want `0 is the template code`
		o.ResponseCode == 0 || // want `0 is the response code`
		o.Port == "6"
}

//errcodelint:domain template code, prev
func params(code, prev int, other int) bool {
	return code == 190 || prev == 4 || other == 4 // want `190 is the template code` `4 is the template code`
}

// Reader has a method by which others tell what they got.
type Reader interface {
	//errcodelint:domain response code
	Got(code int)
}

func calls(r Reader) {
	r.Got(5)                    // want `5 is the response code`
	params(190, 4, 88)          // want `190 is the template code` `4 is the template code`
	_ = func(status int) bool { //errcodelint:domain response status
		return status == 88 // want `88 is the response code`
	}
}

func locals(m map[string]string, resp *http.Response) bool {
	code := m["responseCode"] //errcodelint:domain none
	if code == "0" || code == "5" {
		return true
	}
	//errcodelint:domain response
	status := resp.StatusCode
	return status == 5 || last == 1 || again[4] || codes.ResponseCode(status).Known() // want `5 is the response code` `1 is the template code` `4 is the template code`
}
