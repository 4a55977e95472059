// Package typed has typed codes, from another package.
package typed

import "example.test/programs/settings/evidence/vendor"

func ok(r vendor.Typed) bool {
	return r.Code == 0 // want `Success`
}
