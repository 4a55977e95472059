// Package domain holds the finite sets of codes that the checks know.
//
// A [Domain] is a named set of [Member]s; every value that is no member is
// *undocumented*. The three built-in domains are read from package codes, so
// that there is one table and not two; others are made from a [Definition],
// which programs write as directives. A value is looked up by its text, of a
// number the decimal form without leading zeros: "00" is not "0", and the number
// 5 and the string "5" are the same code.
package domain

import (
	"go/constant"
	"iter"
	"slices"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// CodesPath is the import path of package codes.
const CodesPath = "github.com/errcodelint/errcodelint/codes"

// A Domain is a named, finite set of codes, as one package sees it: another may
// have added codes to it that this one knows, or not. In one package's analysis
// there is one *Domain for an ID, so pointers compare; across packages, and in
// facts, only the ID says whether two are the same.
type Domain struct {
	ID   string // "response"; of a declared one the declaring package's path too: "example.com/pay.payments"
	Name string // what people call it: "response", "payments"
	Key  string // the wire key its values travel under, "" if there is none
	Type string // the name of the type that all its codes have, "" if there is none
	Path string // the import path of the package that declares the type

	members []Member
	byText  map[string]int // text → index in members
}

// A Member is one documented code of a domain.
type Member struct {
	Text        string // the wire's decimal text: "5"
	Name        string // what people call it: "ThrottlingRateExceeded"
	Const       string // its constant: "ResponseThrottlingRateExceeded"; "" if there is none
	Path        string // the import path of the package that declares the constant
	Description string // the vendor's words
	Retry       codes.Retry
}

// IsSuccess reports whether a code says that nothing failed.
func (m Member) IsSuccess() bool { return m.Retry == codes.RetryNotNeeded }

// Label is how messages call a code: by its number and name, or, where it has no
// name, the vendor's words.
func (m Member) Label() string {
	switch {
	case m.Name != "" && m.Name != m.Text:
		return m.Text + " " + m.Name
	case m.Description != "" && m.Description != m.Text:
		return m.Text + " (" + m.Description + ")"
	}
	return m.Text
}

// The built-in domains, from the API's three tables.
var (
	Response = builtin("response", "responseCode", "ResponseCode", "Response", codes.ResponseCodes())
	Reason   = builtin("reason", "reasonCode", "ReasonCode", "Reason", codes.ReasonCodes())
	Template = builtin("template", "responseCode", "TemplateCode", "Template", codes.TemplateCodes())

	// Builtin lists them in the order in which evidence is weighed.
	Builtin = []*Domain{Response, Reason, Template}
)

// code is what the three types of package codes have in common.
type code interface {
	~int
	String() string
	Description() string
	Retry() codes.Retry
	Wire() string
}

func builtin[C code](name, key, typ, prefix string, all iter.Seq[C]) *Domain {
	def := Definition{ID: name, Name: name, Key: key, Type: typ, Path: CodesPath}
	for c := range all {
		def.Members = append(def.Members, Member{
			Text:        c.Wire(),
			Name:        c.String(),
			Const:       prefix + c.String(),
			Path:        CodesPath,
			Description: c.Description(),
			Retry:       c.Retry(),
		})
	}
	return New(def)
}

// ByName returns the built-in domain of that name, or nil.
func ByName(name string) *Domain {
	for _, d := range Builtin {
		if d.Name == name {
			return d
		}
	}
	return nil
}

// ByType returns the built-in domain whose type in package codes has that
// name, or nil.
func ByType(name string) *Domain {
	for _, d := range Builtin {
		if d.Type == name {
			return d
		}
	}
	return nil
}

// Lookup returns the documented code with that text.
func (d *Domain) Lookup(text string) (Member, bool) {
	i, ok := d.byText[text]
	if !ok {
		return Member{}, false
	}
	return d.members[i], true
}

// Success returns the success code of a domain that has just one.
func (d *Domain) Success() (success Member, ok bool) {
	for _, m := range d.members {
		if m.IsSuccess() {
			if ok {
				return Member{}, false
			}
			success, ok = m, true
		}
	}
	return success, ok
}

// Has reports whether text is a documented code of d.
func (d *Domain) Has(text string) bool {
	_, ok := d.byText[text]
	return ok
}

// Index returns the position of a documented code in [Domain.Members]. It means
// nothing in another package, where the domain can have other members: facts
// carry texts.
func (d *Domain) Index(text string) (int, bool) {
	i, ok := d.byText[text]
	return i, ok
}

// Members returns the documented codes, numbers in their order and then texts in
// theirs. The caller must not change them.
func (d *Domain) Members() []Member { return d.members }

// Is reports whether two packages' views are of the same domain.
func (d *Domain) Is(other *Domain) bool { return other != nil && d.ID == other.ID }

// HasConstants reports whether any of the codes has a name to write.
func (d *Domain) HasConstants() bool {
	return slices.ContainsFunc(d.members, func(m Member) bool { return m.Const != "" })
}

// Text returns the text under which a constant is looked up: a number's
// decimal form, a string as it is. Booleans, fractions and complex numbers
// are no codes, nor is nil, the value of what does not compile.
func Text(v constant.Value) (string, bool) {
	if v == nil {
		return "", false
	}
	switch v.Kind() {
	case constant.String:
		return constant.StringVal(v), true
	case constant.Int, constant.Float:
		if v = constant.ToInt(v); v.Kind() == constant.Int {
			return v.ExactString(), true
		}
	}
	return "", false
}

// Number returns the number that text stands for, if it is the decimal form of
// one.
func Number(text string) (int64, bool) {
	n, ok := Value(text)
	return n, ok && strconv.FormatInt(n, 10) == text
}

// Value returns the number that text stands for in decimal digits, leading zeros or not.
func Value(text string) (int64, bool) {
	n, err := strconv.ParseInt(text, 10, 64)
	return n, err == nil
}
