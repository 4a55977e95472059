package c

import "example.test/programs/binding/facts/a"

func _(m map[string]string) {
	code := a.Text(m, "reasonCode")
	probe(code)               // want `reason keyed`
	probe(a.Text(m, "other")) // want `not bound`
	_ = code == "0"
}
