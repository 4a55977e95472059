package defaults

import (
	"fmt"
	"log"
	"os"
	"runtime"

	"github.com/errcodelint/errcodelint/codes"
)

// The program ends for every code that fails, whatever the cases say before.

func exits(r reply) {
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		return
	case codes.ResponseInvalidCredentials:
		fmt.Fprintln(os.Stderr, "log in first")
	case codes.ResponseInsufficientCredit:
		fmt.Fprintln(os.Stderr, "top up first")
	}
	os.Exit(1)
}

func dies(r reply) {
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		return
	case codes.ResponseInvalidCredentials:
		fmt.Fprintln(os.Stderr, "log in first")
	}
	log.Fatal("not sent")
}

func panics(r reply) {
	if r.ResponseCode == codes.ResponseSuccess {
		return
	}
	switch r.ResponseCode {
	case codes.ResponseInvalidCredentials:
		fmt.Fprintln(os.Stderr, "log in first")
	}
	panic("not sent")
}

func exitsWell(r reply) {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		return
	case codes.ResponseInvalidCredentials:
		fmt.Fprintln(os.Stderr, "log in first")
	}
	os.Exit(0)
}

func exitsAnyhow(r reply) {
	switch r.ResponseCode { // want `1 is success.*add a case for 0 Success`
	case codes.ResponseInvalidCredentials:
		fmt.Fprintln(os.Stderr, "log in first")
	case codes.ResponseInsufficientCredit:
		fmt.Fprintln(os.Stderr, "top up first")
	}
	os.Exit(1)
}

func ends(r reply) {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		return
	case codes.ResponseInvalidCredentials:
		fmt.Fprintln(os.Stderr, "log in first")
	}
	runtime.Goexit()
}
