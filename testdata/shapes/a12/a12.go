// Package a12 asks one question after the other.
package a12

import (
	"errors"
	"fmt"
)

type delivery struct {
	RC     string `json:"reasonCode"`
	To     string `json:"mobileNumber"`
	Status string `json:"status"`
}

var (
	errAbsent  = errors.New("phone is off")
	errHandset = errors.New("phone refuses")
)

func (d *delivery) err() error {
	if d.RC == "8" { // want "magiccode: .*SubscriberAbsent"
		return errAbsent
	}
	if d.RC == "12" { // want "magiccode: .*HandsetError"
		return errHandset
	}
	if d.RC != "0" { // want "magiccode: .*NotApplicable"
		return fmt.Errorf("%s: reason %s", d.To, d.RC)
	}
	return nil
}

func (d *delivery) final() (done bool) {
	if d.Status == "0" {
		return false
	} else if d.RC == "5" { // want "magiccode: .*SubscriberUnknown"
		done = true
	} else if d.RC == "6" || d.RC == "7" { // want "magiccode: .*SubscriberBarred" "magiccode: .*SubscriberNotProvisioned"
		done = true
	} else {
		done = d.Status == "12"
	}
	return done
}

// Sort splits deliveries into those that are over and those that are not.
func Sort(ds []*delivery) (over, open []*delivery) {
	for i := 0; i < len(ds); i++ {
		if ds[i].err() == nil || ds[i].final() {
			over = append(over, ds[i])
		} else {
			open = append(open, ds[i])
		}
	}
	return over, open
}
