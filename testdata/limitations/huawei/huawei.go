// Package huawei checks purchases with a shop for applications.
//
// The shop has the messaging API's key, responseCode, of the same type, and
// its values are documented codes of the messaging API too. Nothing that is
// looked at tells the two apart: the fields beside it and the package's name
// say something to a person only, and the shop's address, by which it would be
// known, is configured elsewhere. The directive errcodelint:domain none frees
// such a type.
package huawei

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
)

// Root is the shop's address.
var Root string

const orders = "/applications/v2/purchases/tokens/verify"

type verified struct {
	ResponseCode    string `json:"responseCode"`
	ResponseMessage string `json:"responseMessage"`
	PurchaseData    string `json:"purchaseTokenData"`
	Signature       string `json:"dataSignature"`
}

var errToken = errors.New("no such purchase")

func (v *verified) err() error {
	switch v.ResponseCode {
	case "0": // want "magiccode: .*Success"
		return nil
	case "5", "6": // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*InsufficientCredit"
		return errToken
	}
	return errors.New(v.ResponseMessage)
}

// Verify returns what was bought.
func Verify(c *http.Client, token string) (string, error) {
	resp, err := c.Post(Root+orders, "application/json", strings.NewReader(`{"purchaseToken":"`+token+`"}`))
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var v verified
	if err := json.NewDecoder(resp.Body).Decode(&v); err != nil {
		return "", err
	}
	return v.PurchaseData, v.err()
}
