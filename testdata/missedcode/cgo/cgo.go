// Package cgo sends by a library in C.
package cgo

/*
typedef struct { int responseCode; } reply;

static int send_sms(const char *to) { return 5; }
static reply balance(void) { reply r = {7}; return r; }
static void await(int *code) { *code = 6; }
*/
import "C"

import (
	"errors"
	"unsafe"

	"github.com/errcodelint/errcodelint/codes"
)

var (
	errLater = errors.New("later")
	errPay   = errors.New("pay")
)

// What C returns may be any code.
func send(to string) error {
	code := codes.ResponseCode(C.send_sms(C.CString(to)))
	switch code { // want `20 response codes`
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded:
		return errLater
	case codes.ResponseInsufficientCredit:
		return errPay
	}
	return nil
}

func credit() error {
	r := C.balance()
	switch codes.ResponseCode(r.responseCode) { // want `20 response codes`
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
		return errPay
	}
	return nil
}

func outcome() error {
	code := codes.ResponseSuccess
	C.await((*C.int)(unsafe.Pointer(&code)))
	switch code { // want `21 response codes`
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseInsufficientCredit:
		return errPay
	}
	return nil
}
