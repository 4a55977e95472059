// Package c greets people; it imports b alone.
package c

import (
	"fmt"
	"net/http"

	"example.test/programs/shapes/cross/b"
)

// Greet greets everybody once.
func Greet(c *http.Client, people ...string) (n int, err error) {
	for i, p := range people {
		o, err := b.Send(c, p, fmt.Sprintf("Hello, you are number %d", i))
		if err != nil {
			return n, err
		}
		if o.Sent.Code == "6" { // want "magiccode: .*InsufficientCredit"
			return n, fmt.Errorf("no money for %s", p)
		}
		if o.Sent.ResponseCode() == "15" || o.Code() == "11" { // want "magiccode: .*SubscriberBlockedService" "magiccode: .*InvalidRecipient"
			continue
		}
		if rep := o.Sent.Reply; rep.Code != "0" && o.Sent.Parts != 0 { // want "magiccode: .*Success"
			continue
		}
		n++
	}
	if n == 5 || n == 15 {
		return n, nil
	}
	return n, nil
}
