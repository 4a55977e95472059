package types

import "github.com/errcodelint/errcodelint/codes"

type kept struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// A variable of an interface's type holds the type that it is given.

func (k kept) untyped() bool {
	var v any = k.Code
	return v == 0 // want `v == 0 never holds: v holds a value of type codes.ResponseCode, and 0 is of type int; write a constant of that type`
}

func (k kept) untypedCase() string {
	v := any(nil)
	v = k.Code
	switch v {
	case 0:
		return "sent"
	}
	var code interface{} = int(k.Code)
	switch code {
	case int32(codes.ResponseSuccess): // want `case int32\(codes.ResponseSuccess\) never holds: code holds a value of type int, and int32\(codes.ResponseSuccess\) is of type int32`
		return "sent"
	case int(codes.ResponseThrottlingRateExceeded):
		return "slow"
	}
	return ""
}

func (k kept) sameType() bool {
	var v any = k.Code
	return v == codes.ResponseSuccess
}

func (k kept) asNumber() bool {
	var v any = int(k.Code)
	return v == int(codes.ResponseSuccess)
}

func (k kept) either(text bool) bool {
	var v any = k.Code
	if text {
		v = k.Code.Wire()
	}
	return v == codes.ResponseSuccess || v == "0"
}

func (k kept) filled(fill func(any)) bool {
	var v any = k.Code
	fill(&v)
	return v == 0
}

func given(v any) bool { return v == 0 || v == codes.ResponseSuccess }

var _ = []any{kept.untyped, kept.untypedCase, kept.sameType, kept.asNumber, kept.either, kept.filled, given}
