// Package labels has tables for several domains, which say of which each code is.
package labels

import "github.com/errcodelint/errcodelint/codes"

var texts = map[string]map[int]string{
	"response": {0: "sent", 5: "slow down", 11: "bad number"}, // want "magiccode: 0 is the response code" "magiccode: 5 is the response code" "magiccode: 11 is the response code"
	"template": {0: "token expired", 4: "slow down", 190: "token expired"},
	"reason":   {0: "delivered", 8: "absent"},
}

type reply struct {
	Code int `json:"responseCode"`
}

func text(r reply) string { return texts["response"][r.Code] }

// hints is for all that come.
var hints = map[string]map[int]string{
	"response": {0: "sent", 5: "slow down", 11: "bad number"},
	"template": {0: "token expired", 4: "slow down", 190: "token expired"}, // want "magiccode: 0 is the template code" "magiccode: 4 is the template code" "magiccode: 190 is the template code"
}

func hint(kind string, code codes.TemplateCode) string { return hints[kind][int(code)] }

type row struct {
	domain string
	code   int
	text   string
}

var rows = []row{
	{"response", 0, "sent"}, // want "magiccode: 0 is the response code"
	{"template", 0, "token expired"},
	{"template", 190, "token expired"},
	{domain: "reason", code: 8, text: "absent"},
}

func find(r reply) string {
	for _, row := range rows {
		if row.domain == "response" && row.code == r.Code {
			return row.text
		}
	}
	return ""
}

type domain int

const (
	response domain = iota
	template
)

type key struct {
	domain
	code int
}

var byKey = map[key]string{
	{response, 0}:   "sent", // want "magiccode: 0 is the response code"
	{template, 0}:   "token expired",
	{template, 190}: "token expired",
}

func lookup(r reply) string { return byKey[key{response, r.Code}] }

// A text that mentions templates labels nothing.
var advice = map[int]struct{ text, link string }{
	301: {"send a template first", "template"}, // want "magiccode: 301 is the response code"
	404: {"look again", "reason"},              // want "wrongcode: 404 is no documented response code"
}

func advise(r reply) string { return advice[r.Code].text }

type counter map[string]int

func (c counter) inc(domain string, code int) { c[domain] += code }

func explain(domain string, code int) string {
	switch domain {
	case "response":
		return codes.ResponseCode(code).Description()
	case "template":
		return codes.TemplateCode(code).Description()
	}
	return ""
}

// A call says of which domain what it hands on is.
func use(c counter, r codes.ResponseCode) string {
	c.inc("response", int(r))
	c.inc("template", 190)
	if r == codes.ResponseSuccess {
		return explain("template", 0)
	}
	return explain("response", int(r)) + explain("response", 5) + explain("reason", 8) // want "magiccode: 5 is the response code"
}

func say(c counter, r codes.ResponseCode) {
	c.inc("any", int(r))
	c.inc("any", 22) // want "magiccode: 22 is the response code"
}
