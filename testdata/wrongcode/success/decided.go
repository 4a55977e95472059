package success

import (
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// A decision is what the rules make of a code: nothing, for success.
type decision struct {
	alarm string
	drop  bool
}

var rules = []func(codes.ResponseCode) (decision, bool){
	func(code codes.ResponseCode) (decision, bool) {
		return decision{drop: true}, code == codes.ResponseInvalidRecipient
	},
	func(code codes.ResponseCode) (decision, bool) {
		return decision{alarm: "billing"}, code == codes.ResponseInsufficientCredit
	},
}

func decide(code codes.ResponseCode) decision {
	for _, rule := range rules {
		if d, ok := rule(code); ok {
			return d
		}
	}
	return decision{}
}

// follow asks what was decided, which only the program understands.
func follow(r reply) error {
	d := decide(r.Code)
	switch {
	case d.alarm != "":
		return fmt.Errorf("%s: %w", d.alarm, r.Code)
	case d.drop:
		return r.Code
	}
	return nil
}

// followAnyway asks nothing.
func followAnyway(r reply) error {
	d := decide(r.Code)
	fmt.Println(d.alarm)
	return r.Code // want `write r.Code.Err\(\)`
}

// kept is whether it could be kept, which has nothing to do with the code.
func kept(r reply, keep func(codes.ResponseCode) error) error {
	err := keep(r.Code)
	if err != nil {
		return err
	}
	return r.Code // want `write r.Code.Err\(\)`
}
