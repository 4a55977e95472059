// Package carown has a type of its own for the codes, and names for some.
package carown

import "encoding/json"

// Outcome is a code of the service.
type Outcome string

// What a program has to tell apart.
const (
	Sent    Outcome = "0"
	TooFast Outcome = "5"
	Unpaid  Outcome = "6"
	Broken          = Outcome("99")
)

// Mode is how eager the program is; it is none of the service's codes.
type Mode int

const (
	Lazy Mode = iota
	Eager
	Mad
)

type reply struct {
	Outcome Outcome `json:"responseCode"`
	Mode    Mode    `json:"mode"`
}

func (r *reply) word() string {
	switch r.Outcome {
	case Sent:
		return "sent"
	case "7", Unpaid: // want "magiccode: .*PrepaidAccountExpired"
		return "unpaid"
	case TooFast, Broken:
		return "later"
	}
	if r.Outcome == "88" || r.Outcome == Outcome("18") { // want "magiccode: .*GeneralFailure" "magiccode: .*TokenGenerationFailed"
		return "later"
	}
	if string(r.Outcome) == "11" || r.Mode == 2 || r.Mode == Eager { // want "magiccode: .*InvalidRecipient"
		return "never"
	}
	return "failed"
}

// Words reads a list of replies.
func Words(data []byte) (words []string, err error) {
	var rs []*reply
	if err := json.Unmarshal(data, &rs); err != nil {
		return nil, err
	}
	for _, r := range rs {
		if r.Outcome == Sent || r.Outcome == "" || r.Mode == 0 {
			continue
		}
		words = append(words, r.word())
	}
	return words, nil
}
