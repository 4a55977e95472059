package owntype

import "example.test/programs/magiccode/owntype/gateway"

func sent(raw []byte) (bool, error) {
	r, err := gateway.Parse(raw)
	if err != nil {
		return false, err
	}
	if gateway.Any(r.Code, "88", gateway.System) { // want `"88" is the response code GeneralFailure`
		return false, nil
	}
	last, ok := gateway.Last([]gateway.Reply{r})
	return ok && last == "0" || r.ID == "0", nil // want `"0" is the response code Success, .*; write gateway.Success`
}
