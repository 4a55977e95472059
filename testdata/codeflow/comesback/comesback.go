// Package comesback is about what a call that comes back tells of what it was called
// with: some functions end the program, or panic, for the rest.
package comesback

import (
	"fmt"
	"log"
	"os"

	"example.test/programs/ensure"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func seen(codes.ResponseCode) {}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func checkf(err error, format string, args ...any) {
	if err == nil {
		return
	}
	fmt.Fprintf(os.Stderr, format, args...)
	os.Exit(1)
}

func checkAll(errs ...error) {
	for _, err := range errs {
		check(err)
	}
}

func mustSucceed(c codes.ResponseCode) {
	if c != codes.ResponseSuccess {
		panic(fmt.Sprint("code ", c))
	}
}

func mustPass(what string, c codes.ResponseCode) {
	switch c {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		log.Print(what)
	default:
		log.Fatalf("%s: %d", what, c)
	}
}

func mustBoth(a, b codes.ResponseCode) {
	mustSucceed(a)
	mustSucceed(b)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// logged comes back in any case.
func logged(err error) {
	if err != nil {
		log.Print(err)
	}
}

// recovered comes back even if it panics.
func recovered(err error) {
	defer func() { _ = recover() }()
	if err != nil {
		panic(err)
	}
}

// reassigned looks at another error.
func reassigned(err error, others func() error) {
	err = others()
	if err != nil {
		log.Fatal(err)
	}
}

func fetched(r reply) (codes.ResponseCode, error) { return r.ResponseCode, r.ResponseCode.Err() }

func afterCheck(r reply) {
	c, err := fetched(r)
	seen(c) // want `^0 1 .* undocumented$`
	check(err)
	seen(c) // want `^0$`
}

func afterCheckf(r reply) {
	c, err := fetched(r)
	checkf(err, "sending %s", "it")
	seen(c) // want `^0$`
}

func afterCheckAll(r reply) {
	c, err := fetched(r)
	checkAll(err)
	seen(c) // want `^0 1 .* undocumented$`
}

func afterOwnError(r reply) {
	var err error
	if r.ResponseCode.Retryable() {
		err = fmt.Errorf("code %d", r.ResponseCode)
	}
	check(err)
	seen(r.ResponseCode) // want `^0 1 2 3 4 6 7 10 .* 22 301 undocumented$`
}

func afterMustSucceed(r reply) {
	mustSucceed(r.ResponseCode)
	seen(r.ResponseCode) // want `^0$`
}

func afterMustPass(r reply) {
	if r.ResponseCode == codes.ResponseThrottlingRateExceeded {
		return
	}
	mustPass("sending", r.ResponseCode)
	seen(r.ResponseCode) // want `^99$`
}

func afterMustBoth(r, other reply) {
	mustBoth(r.ResponseCode, other.ResponseCode)
	seen(r.ResponseCode)     // want `^0$`
	seen(other.ResponseCode) // want `^0$`
}

func afterMust(r reply) {
	c := must(fetched(r))
	seen(c)              // want `^0$`
	seen(r.ResponseCode) // want `^0$`
}

func afterMustOfTwo(r reply) {
	c, err := fetched(r)
	seen(must(c, err)) // want `^0$`
}

func afterLogged(r reply) {
	c, err := fetched(r)
	logged(err)
	seen(c) // want `^0 1 .* undocumented$`
}

func afterRecovered(r reply) {
	c, err := fetched(r)
	recovered(err)
	seen(c) // want `^0 1 .* undocumented$`
}

func afterReassigned(r reply, others func() error) {
	c, err := fetched(r)
	reassigned(err, others)
	seen(c) // want `^0 1 .* undocumented$`
}

func afterEither(r reply, strict bool) {
	c, err := fetched(r)
	if strict {
		check(err)
	}
	seen(c) // want `^0 1 .* undocumented$`
	if strict {
		seen(c) // want `^0$`
	}
}

func afterDeferred(r reply) {
	c, err := fetched(r)
	defer check(err)
	seen(c) // want `^0 1 .* undocumented$`
}

func beside(r reply) {
	c, err := fetched(r)
	go check(err)
	seen(c) // want `^0 1 .* undocumented$`
}

func byLiteral(r reply) {
	check := func(err error) {
		if err != nil {
			log.Fatal(err)
		}
	}
	c, err := fetched(r)
	check(err)
	seen(c) // want `^0$`
}

func ofUnknownOrigin(r reply, send func() error) {
	check(send())
	seen(r.ResponseCode) // want `^0 1 .* undocumented$`
}

func checkBySwitch(err error) {
	switch err {
	case nil:
	default:
		panic(err)
	}
}

func afterCheckBySwitch(r reply) {
	c, err := fetched(r)
	checkBySwitch(err)
	seen(c) // want `^0$`
}

func afterNoError(r reply) {
	c, err := fetched(r)
	ensure.NoError(err)
	seen(c) // want `^0$`
}

func afterMustElsewhere(r reply) {
	c := ensure.Must(fetched(r))
	seen(c) // want `^0$`
}

func afterOrZero(r reply) {
	c := ensure.OrZero(fetched(r))
	seen(c) // want `^0 1 .* undocumented$`
}

func labelled(r reply) (string, codes.ResponseCode) { return "sms", r.ResponseCode }

func afterBothResults(r reply) {
	mustPass(labelled(r))
	seen(r.ResponseCode) // want `^5 99$`
}

func mustFail(err error) {
	if err == nil {
		panic("it should have failed")
	}
}

func afterMustFail(r reply) {
	c, err := fetched(r)
	mustFail(err)
	seen(c) // want `^1 .* undocumented$`
}
