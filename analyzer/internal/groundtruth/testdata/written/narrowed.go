// What a question leaves of something that is not any more what it was when it was asked.
package written

func checked(c codes.ResponseCode) error {
	if c == codes.ResponseSuccess {
		return nil
	}
	return fmt.Errorf("sent: %w", c)
}

// Retagged asks a case that makes the tag something else.
func Retagged(c, d codes.ResponseCode) {
	err := checked(c)
	reset := func() error { err = checked(d); return nil }
	switch err {
	case reset():
		if err != nil {
			seen(_, d)
		} else {
			seen(_, d)
		}
	default:
		if err == nil {
			seen(_, d)
		}
	}
}

// RetaggedByOther is Retagged with an error that the program does not make.
func RetaggedByOther(c, d codes.ResponseCode) {
	var err, other error = checked(c), nil
	if d == 5 {
		other = io.EOF
	}
	reset := func() error { err = other; return checked(codes.ResponseSuccess) }
	switch err {
	case reset():
		if err != nil {
			seen(_, d)
		} else {
			seen(_, d)
		}
	default:
		if err == nil {
			seen(_, d)
		}
	}
}

// NamedByNumber asks for names that String gives of codes without one.
func NamedByNumber(c, d codes.ResponseCode) {
	if c.String() == "ResponseCode(256)" {
		seen(_, c)
	}
	switch c.String() {
	case codes.ResponseThrottlingRateExceeded.String():
		seen(_, c)
	case "ResponseCode(261)", "ResponseCode(-2)":
		seen(_, c)
	}
	if c.String() != d.String() {
		seen(_, c)
		seen(_, d)
	}
	if c.String() > "ResponseCode(20)" {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// ExactlyNamed asks for names that only one code has.
func ExactlyNamed(c codes.ResponseCode) {
	if c.String() == "ThrottlingRateExceeded" {
		seen(_, c)
		return
	}
	seen(_, c)
}

// CapturedBesideItsAddress has two names for one code in a literal.
func CapturedBesideItsAddress(x, d codes.ResponseCode) {
	func(p *codes.ResponseCode) {
		if x == codes.ResponseThrottlingRateExceeded {
			*p = d
			seen(_, x)
		}
	}(&x)
	replace := func(p *codes.ResponseCode) {
		if x == codes.ResponseInvalidIP {
			*p = d
			seen(_, x)
		}
	}
	replace(&x)
}

func afterwards(p *codes.ResponseCode, d codes.ResponseCode, then func()) {
	*p = d
	then()
}

// HandedBesideItsAddress hands over a literal that names what the address is of.
func HandedBesideItsAddress(x, d codes.ResponseCode) {
	if x == codes.ResponseThrottlingRateExceeded {
		afterwards(&x, d, func() { seen(_, x) })
	}
}

// Ranked stores one of more things than are told apart.
func Ranked(y, c codes.ResponseCode) {
	rank := 0
	switch c {
	case 0:
		rank = 40
	case 1:
		rank = 1
	case 2:
		rank = 2
	case 3:
		rank = 3
	case 4:
		rank = 4
	case 5:
		rank = 5
	case 6:
		rank = 6
	case 7:
		rank = 7
	case 8:
		rank = 8
	case 10:
		rank = 9
	case 11:
		rank = 10
	case 12:
		rank = 11
	case 13:
		rank = 12
	case 15:
		rank = 13
	case 18:
		rank = 14
	case 19:
		rank = 15
	case 22:
		rank = 16
	case 88:
		rank = 17
	case 99:
		rank = 18
	case 301:
		rank = 19
	case 256:
		rank = 20
	case 257:
		rank = 21
	case 258:
		rank = 22
	case 259:
		rank = 23
	case 260:
		rank = 24
	case 261:
		rank = 25
	case 262:
		rank = 26
	case 263:
		rank = 27
	case 264:
		rank = 28
	case 265:
		rank = 29
	case 266:
		rank = 30
	default:
		rank = 31
	}
	if y == codes.ResponseThrottlingRateExceeded {
		y, _ = any(codes.ResponseCode(rank)).(codes.ResponseCode)
		seen(_, y)
	}
}
