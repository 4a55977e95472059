package groundtruth

import (
	"fmt"
	"strconv"
	"strings"
)

// A carrier is the kind of type that holds a code.
type carrier int

const (
	typed      carrier = iota // codes.ResponseCode
	number                    // int
	text                      // string
	jsonNumber                // json.Number
	float                     // float64, out of an any
	dynamic                   // any: holds a string or a float64
)

// A value is an expression that holds a code.
type value struct {
	expr    string
	carrier carrier
}

// typeOf returns the Go type of a carrier.
func (g *gen) typeOf(c carrier) string {
	return [...]string{"codes." + g.d.Type, "int", "string", "json.Number", "float64", "any"}[c]
}

// numeric reports whether values compare as numbers.
func (c carrier) numeric() bool { return c == typed || c == number || c == float }

// textual reports whether values compare as text.
func (c carrier) textual() bool { return c == text || c == jsonNumber }

func (g *gen) top() *scope { return g.scopes[len(g.scopes)-1] }

// values returns the codes in scope for which ok holds.
func (g *gen) values(ok func(value) bool) []value {
	var all []value
	for _, s := range g.scopes {
		for _, v := range s.values {
			if ok == nil || ok(v) {
				all = append(all, v)
			}
		}
	}
	return all
}

// testable returns a code in scope that compares with constants. Those declared
// last are taken more often.
func (g *gen) testable() (value, bool) {
	all := g.values(func(v value) bool { return v.carrier != dynamic })
	if len(all) == 0 {
		return value{}, false
	}
	if g.chance(50) {
		return all[len(all)-1], true
	}
	return pick(g, all), true
}

// some returns n different documented codes; a success code is often among
// them.
func (g *gen) some(n int) []Code {
	var all []Code
	for _, i := range g.Perm(len(g.d.Codes))[:min(n, len(g.d.Codes))] {
		all = append(all, g.d.Codes[i])
	}
	if g.chance(30) && len(all) > 0 {
		first := true
		for _, c := range all {
			first = first && c.Value != g.d.Codes[0].Value
		}
		if first {
			all[0] = g.d.Codes[0]
		}
	}
	return all
}

func (g *gen) one() Code { return g.some(1)[0] }

// constant writes a code as a constant of the carrier's type.
func (g *gen) constant(c carrier, code Code) string {
	switch c {
	case typed:
		if g.chance(85) {
			return "codes." + code.Const
		}
	case number:
		if g.chance(40) {
			return "int(codes." + code.Const + ")"
		}
	case text, jsonNumber:
		return strconv.Quote(code.Text())
	}
	return code.Text()
}

// operand writes a code as something of the carrier's type, often a constant.
func (g *gen) operand(c carrier, code Code) string {
	if c == text && g.chance(20) {
		return "codes." + code.Const + ".Wire()"
	}
	return g.constant(c, code)
}

// strange writes a constant that is no documented code: a test of it tells
// undocumented codes apart.
func (g *gen) strange(c carrier) string {
	g.f.MembersOnly = true
	n := strconv.Itoa(pick(g, []int{20, 42, 77}))
	if c.textual() {
		if g.chance(50) {
			return `""`
		}
		return strconv.Quote(n)
	}
	return n
}

// list writes the codes as constants, separated by commas.
func (g *gen) list(c carrier, all []Code) string {
	var b strings.Builder
	for i, code := range all {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(g.constant(c, code))
	}
	return b.String()
}

// number0 writes the value as an int.
func (g *gen) asInt(v value) (string, bool) {
	switch v.carrier {
	case number:
		return v.expr, true
	case typed, float:
		return fmt.Sprintf("int(%s)", v.expr), true
	}
	return "", false
}

// asTyped writes the value with the type of package codes.
func (g *gen) asTyped(v value) (string, bool) {
	switch v.carrier {
	case typed:
		return v.expr, true
	case number, float:
		return fmt.Sprintf("codes.%s(%s)", g.d.Type, v.expr), true
	}
	return "", false
}
