package status_test

import (
	"testing"

	"example.test/programs/directives/bank/ledger"
	"example.test/programs/directives/bank/status"
)

func TestEntry(t *testing.T) {
	e := ledger.Entry{Reply: status.Reply{Code: 51}}
	if e.Status() != 51 || e.Status() == ledger.Disputed {
		t.Error(e)
	}
}
