// Methods that others call unasked, beside one of the same name that is asked by an interface.
package written

var heard codes.ResponseCode

type noisy struct{}

func (noisy) Error() string {
	heard = 7
	return "noisy"
}

func NamesAlike(code codes.ResponseCode) {
	var s fmt.Stringer = code
	heard = code
	if heard == 5 || heard == 11 {
		_ = s.String()
		_ = fmt.Sprint(noisy{})
		seen(_, heard)
	}
}
