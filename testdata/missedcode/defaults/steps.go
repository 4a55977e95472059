package defaults

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// What is done for a code can fail, or not.

type steps interface {
	Delivered(id string) error
	Again(id string) error
}

var errBarred = errors.New("barred")

// report is done where a step has no error, as if there had been one for every code.
func report(w http.ResponseWriter, a steps, code codes.ReasonCode, id string) {
	var err error
	switch code { // want `this switch does not say what happens to 13 reason codes`
	case codes.ReasonNotApplicable:
		err = a.Delivered(id)
	case codes.ReasonSubscriberAbsent:
		err = a.Again(id)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// reportAll tells of the code.
func reportAll(w http.ResponseWriter, a steps, code codes.ReasonCode, id string) {
	var err error
	switch code {
	case codes.ReasonNotApplicable:
		err = a.Delivered(id)
	case codes.ReasonSubscriberAbsent:
		err = a.Again(id)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintf(w, "%s: %d", id, code)
}

// reportErr gives an error for the rest.
func reportErr(a steps, code codes.ReasonCode, id string) error {
	var err error
	switch code {
	case codes.ReasonNotApplicable:
		return a.Delivered(id)
	case codes.ReasonSubscriberAbsent:
		err = a.Again(id)
	}
	if err != nil {
		return err
	}
	return fmt.Errorf("not delivered: %s", id)
}

// reportSure has an error for every case.
func reportSure(w http.ResponseWriter, code codes.ReasonCode, id string) {
	var err error
	switch code {
	case codes.ReasonNotApplicable:
		return
	case codes.ReasonSubscriberBarred:
		err = errBarred
	case codes.ReasonSubscriberAbsent:
		err = fmt.Errorf("absent: %s", id)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}
