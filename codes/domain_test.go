package codes_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"iter"
	"slices"

	"github.com/errcodelint/errcodelint/codes"
)

// code is what the three types have in common.
type code interface {
	~int
	error
	fmt.Stringer
	Description() string
	Known() bool
	Retry() codes.Retry
	Retryable() bool
	Wire() string
	Err() error
}

// decoder is what pointers to them have in common.
type decoder[C code] interface {
	*C
	json.Unmarshaler
	encoding.TextUnmarshaler
}

// domain is one of the three types without its type, so that a test is written once.
type domain struct {
	name, typ, prefix, label string

	values        []int // of the documented codes, as the iterator yields them
	facts         func(value int) facts
	isErr         func(value int, err error) bool // is err the code itself?
	parse         func(text string) (int, error)
	unmarshalJSON func(before int, data string) (after int, err error)
	unmarshalText func(before int, text string) (after int, err error)
}

// facts is what the methods say about a code.
type facts struct {
	name, description, wire, text string
	known, retryable              bool
	retry                         codes.Retry
	err                           error
}

var domains = []domain{
	newDomain[codes.ResponseCode]("response", "Response", "responseCode", codes.ParseResponse, codes.ResponseCodes()),
	newDomain[codes.ReasonCode]("reason", "Reason", "reasonCode", codes.ParseReason, codes.ReasonCodes()),
	newDomain[codes.TemplateCode]("template", "Template", "template responseCode", codes.ParseTemplate, codes.TemplateCodes()),
}

func newDomain[C code, P decoder[C]](name, prefix, label string, parse func(string) (C, error), all iter.Seq[C]) domain {
	d := domain{name: name, typ: prefix + "Code", prefix: prefix, label: label}
	for _, c := range slices.Collect(all) {
		d.values = append(d.values, int(c))
	}
	d.facts = func(value int) facts {
		c := C(value)
		return facts{
			name: c.String(), description: c.Description(), wire: c.Wire(), text: c.Error(),
			known: c.Known(), retryable: c.Retryable(), retry: c.Retry(), err: c.Err(),
		}
	}
	d.isErr = func(value int, err error) bool { return err == error(C(value)) }
	d.parse = func(text string) (int, error) {
		c, err := parse(text)
		return int(c), err
	}
	d.unmarshalJSON = func(before int, data string) (int, error) {
		c := C(before)
		err := P(&c).UnmarshalJSON([]byte(data))
		return int(c), err
	}
	d.unmarshalText = func(before int, text string) (int, error) {
		c := C(before)
		err := P(&c).UnmarshalText([]byte(text))
		return int(c), err
	}
	return d
}
