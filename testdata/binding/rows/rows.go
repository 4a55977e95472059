// Package rows has what it knows of codes in rows of texts: one of them is the code.
package rows

func probe(...any) {}

type reply struct {
	Code string `json:"responseCode"`
	To   string `json:"to"`
}

var texts = [][2]string{
	{"0", "sent"},
	{"6", "no credit"},
}

func text(r reply) string {
	for _, row := range texts {
		probe(row[1]) // want `not bound`
		if row[0] == r.Code {
			return row[1]
		}
	}
	return ""
}

func sent(r reply) bool {
	probe(r.Code) // want `response keyed`
	return r.Code == "0" || r.Code == "88"
}
