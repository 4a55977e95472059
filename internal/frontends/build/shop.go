package build

// Shop is a module for tests: a code comes from one package, and is tested in another.
func Shop() map[string]string {
	return map[string]string{
		"go.mod": "module example.com/shop\n\ngo 1.25.0\n\nrequire github.com/errcodelint/errcodelint v0.0.0\n\n" +
			"replace github.com/errcodelint/errcodelint => " + Root() + "\n",
		"sms/sms.go":          sms,
		"order/order.go":      order,
		"order/order_test.go": orderTest,
	}
}

const sms = `// Package sms sends messages.
package sms

import "encoding/json"

type reply struct {
	Code int ` + "`json:\"responseCode\"`" + `
}

// Send sends a text, and returns the code that the gateway answered with.
func Send(body []byte) (int, error) {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return 0, err
	}
	if r.Code == 11 {
		return r.Code, nil
	}
	return r.Code, nil
}
`

const order = `// Package order tells customers about their orders.
package order

import "example.com/shop/sms"

// Notify reports whether the customer was told.
func Notify() bool {
	code, err := sms.Send(nil)
	if code == 16 { //nolint:errcodelint // a duplicate is as good as told
		return true
	}
	return err == nil && code == 0
}
`

const orderTest = `package order

import (
	"testing"

	"example.com/shop/sms"
)

func TestNotify(t *testing.T) {
	if code, _ := sms.Send([]byte("{}")); code != 5 {
		t.Error(code)
	}
}
`
