package cgo

func withoutC(r reply) bool {
	return r.ResponseCode == 5 // want `ThrottlingRateExceeded`
}
