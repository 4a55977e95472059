// Package checkout knows both the bank and the ledger.
package checkout

import (
	"encoding/json"
	"strconv"

	"example.test/programs/directives/bank/ledger"
	"example.test/programs/directives/bank/status"
)

func paid(r status.Reply, e ledger.Entry) bool {
	if r.Code == 10 { // want `10 is the payments code Partly \(a success, too\), written as a bare number; write status.Partly`
		return true
	}
	return e.Status() == 900 || r.Shop == -1 // want `900 is the payments code Disputed .* write ledger.Disputed` `-1 is the payments code GatewayDown \(The gateway didn't answer\).* write int\(status.GatewayDown\)`
}

func raw(body []byte) (string, error) {
	var reply struct {
		Code string `json:"statusCode"`
	}
	if err := json.Unmarshal(body, &reply); err != nil {
		return "", err
	}
	switch reply.Code {
	case "0", "10": // want `"0" is the payments code Approved` `"10" is the payments code Partly`
		return "paid", nil
	case "51": // want `"51" is the payments code Declined .*; write status.Declined`
		return "declined", nil
	case strconv.Itoa(ledger.OnHold):
		return "held", nil
	}
	return "", nil
}
