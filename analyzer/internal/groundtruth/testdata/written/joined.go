// Where ways meet, of which only one has found something in an error.
package written

func Rejected(code codes.ResponseCode) {
	err := gateway.Check(code)
	if err != gateway.ErrBusy {
		if inner, isRefused := err.(*gateway.CodeError); isRefused {
			seen(_, inner.Code)
		}
	}
	if err != gateway.ErrRejected {
		seen(_, code)
	}
	if code == 0 {
		goto out
	}
out:
}

func NeverBusy(code codes.ResponseCode) {
	err := gateway.CheckPlain(code)
	if err != gateway.ErrBusy {
		if inner, isRefused := err.(*gateway.CodeError); isRefused {
			_ = inner
		}
	}
	seen(_, code)
	if err != gateway.ErrBusy {
		seen(_, code)
	}
	if code == 0 {
		goto out
	}
out:
}

func InALoop(code codes.ResponseCode) {
	for range 2 {
		err := gateway.CheckPlain(code)
		if err != gateway.ErrBusy {
			if inner, isRefused := err.(*gateway.CodeError); isRefused {
				seen(_, inner.Code)
			}
		}
		if err != gateway.ErrBusy {
			seen(_, code)
		}
	}
}
