// Package client looks at the replies of another package.
package client

import "example.test/programs/found/models/model"

type sent struct{ model.Base }

func lost(r model.Reply) bool { return r.Code == 0 || r.Code == 11 } // want "magiccode: .*Success" "magiccode: .*InvalidRecipient"

func busy(s sent) bool { return s.Code == "88" } // want "magiccode: .*GeneralFailure"
