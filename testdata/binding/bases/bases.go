// Package bases asks for the codes of replies that embed another package's base.
package bases

import "example.test/programs/binding/bases/wire"

const host = "https://api.geniq.io/rest/v1"

func probe(...any) {}

func message(m *wire.Message) bool {
	probe(m.Code)      // want `response keyed: its constants`
	probe(m.GetCode()) // want `response keyed: its constants`
	return m.Code == 5 || m.GetCode() == 88
}

func base(b *wire.Base) bool {
	probe(b.GetCode()) // want `response keyed: its constants`
	return b.GetCode() == 190
}

// The constants show that these have codes of another table, whatever the base says of itself.
func templates(t *wire.Templates) bool {
	probe(t.Code)      // want `template keyed: its constants`
	probe(t.GetCode()) // want `template keyed: its constants`
	return t.Code == 190 || t.GetCode() == 80007
}

// The base's package has decided about what nobody compares with anything.
func deleted(d *wire.Deleted, want int) bool {
	probe(d.Code)      // want `response keyed: its constants`
	probe(d.GetCode()) // want `response keyed: its constants`
	return d.Code == want
}

// A balance is a reply of this package.
type balance struct {
	wire.Base
	Amount string `json:"amount"`
}

func left(b balance) bool {
	probe(b.Code) // want `response keyed: its constants`
	return b.Code == 6 || b.Code == 404
}

type approval struct {
	wire.Base
}

func approved(a approval) bool {
	probe(a.Code) // want `template keyed: its constants`
	return a.Code != 132001
}
