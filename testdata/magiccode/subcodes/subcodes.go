// Package subcodes reads another vendor's codes, which have seven digits.
package subcodes

import "encoding/json"

//errcodelint:declare subcodes key=error_subcode success=0
const (
	Accepted          = 0
	TemplatePaused    = 2494010
	TemplateDisabled  = 2494011
	DeadlineExceeded  = 1357045
	RecipientNotInUse = 2388103
)

// Refusal is what the vendor says of a message that it didn't take.
type Refusal struct {
	Subcode int    `json:"error_subcode"`
	Title   string `json:"error_user_title"`
}

// possible asks whether a number can be a code at all.
func possible(r Refusal) bool {
	return r.Subcode >= 0 && r.Subcode <= 9999999
}

// Template tells a refusal that a template is the cause of.
func Template(body []byte) (bool, error) {
	var r Refusal
	if err := json.Unmarshal(body, &r); err != nil {
		return false, err
	}
	if !possible(r) {
		return false, nil
	}
	if r.Subcode == 2494010 { // want `2494010 is the subcodes code TemplatePaused`
		return true, nil
	}
	return r.Subcode > 2400000, nil // want `> 2400000 tests subcodes codes by their order`
}
