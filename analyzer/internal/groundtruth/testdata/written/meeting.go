// Ways that meet twice: of what only one of the first had, the second meeting still knows.
package written

type halfway struct {
	Code codes.ResponseCode
	To   string
}

var errHalfway = errors.New("halfway")

func MeetTwice(c codes.ResponseCode, b bool, n int) {
	if c != 0 && !b {
		return
	}
	var p *halfway
	var err error
	if b {
		if n > 1 {
			p = &halfway{Code: c}
			err = errHalfway
		}
		_ = fmt.Sprint(n)
	} else {
		p = &halfway{}
	}
	if err == nil {
		if p != nil {
			seen(_, p.Code)
			seen(_, c)
		}
		seen(_, c)
	}
}

func MeetTwiceErrors(c, d codes.ResponseCode, b bool, n int) {
	if d != 11 && !b {
		return
	}
	var code codes.ResponseCode
	var h *halfway
	told := "all"
	if b {
		if err := c.Err(); errors.As(err, &code) {
			h = &halfway{Code: code}
			told = "some"
		}
		_ = fmt.Sprint(n)
	} else {
		h = &halfway{Code: d}
		told = "one"
	}
	switch told {
	case "all":
		seen(_, c)
		seen(_, d)
	case "some":
		seen(_, h.Code)
		seen(_, c)
	case "one":
		seen(_, h.Code)
		seen(_, d)
	}
	if h != nil {
		seen(_, h.Code)
		if h.Code == 11 {
			seen(_, c)
			seen(_, d)
		}
	} else {
		seen(_, c)
		seen(_, d)
	}
}

func halfwayOf(c codes.ResponseCode, n int) (*halfway, error) {
	switch {
	case n == 0:
		return nil, nil
	case n == 1:
		return &halfway{Code: c}, errHalfway
	case c == codes.ResponseSuccess:
		return &halfway{}, nil
	}
	return nil, c
}

func MeetResults(c codes.ResponseCode, n int) {
	h, err := halfwayOf(c, n)
	if err == nil {
		seen(_, c)
		if h != nil {
			seen(_, h.Code)
			seen(_, c)
		}
		return
	}
	if h != nil {
		seen(_, h.Code)
		seen(_, c)
		return
	}
	seen(_, c)
}

func MeetAsserted(c codes.ResponseCode, b bool, n int) {
	var x any = "none"
	if b {
		x = &halfway{Code: c}
	}
	h, ok := x.(*halfway)
	if n > 1 {
		h, ok = &halfway{Code: 22}, true
	} else if c == 5 {
		ok = false
	}
	if ok {
		seen(_, h.Code)
		seen(_, c)
	} else {
		seen(_, c)
	}
	if h != nil && h.Code == 22 {
		seen(_, c)
	}
	if h == nil {
		seen(_, c)
	}
}

func MeetThrice(c, d codes.ResponseCode, b bool, n int) {
	var h *halfway
	var first, second bool
	if b {
		if c > 10 {
			h, first = &halfway{Code: c}, true
		}
	} else if n > 1 {
		if d == 5 {
			h, second = &halfway{Code: d}, true
		}
	} else {
		h = &halfway{Code: 1}
	}
	if !first && !second {
		seen(_, c)
		seen(_, d)
		if h != nil {
			seen(_, h.Code)
			seen(_, d)
		}
	}
	if first {
		seen(_, h.Code)
		seen(_, c)
	}
	if second {
		seen(_, h.Code)
		seen(_, d)
	}
	if h != nil && h.Code == 1 {
		seen(_, c)
		seen(_, d)
	}
}

func MeetSeveral(c, d codes.ResponseCode, b bool, n int) {
	if c != 11 && !b {
		return
	}
	var h *halfway
	told := "none"
	if b {
		switch n {
		case 1:
			h, told = &halfway{Code: c}, "first"
		case 2:
			h, told = &halfway{Code: d}, "second"
		}
		_ = fmt.Sprint(n)
	} else {
		h, told = &halfway{Code: 1}, "one"
	}
	if told == "none" {
		seen(_, c)
		seen(_, d)
	}
	if told != "first" && told != "second" {
		seen(_, c)
		if h != nil {
			seen(_, h.Code)
			seen(_, c)
		} else {
			seen(_, c)
			seen(_, d)
		}
	}
	if told == "one" {
		seen(_, h.Code)
		seen(_, c)
	}
}

func MeetFound(c, d codes.ResponseCode, b bool, n int) {
	if c != 11 && !b {
		return
	}
	var found codes.ResponseCode
	var err error
	switch {
	case !b:
		err = codes.ResponseInvalidIP
	case n == 1:
		err = c.Err()
	case n == 2:
		err = d.Err()
	}
	_ = fmt.Sprint(n)
	ok := errors.As(err, &found)
	if n == 3 {
		found, ok = 22, true
	}
	if !ok {
		seen(_, c)
		seen(_, d)
		seen(_, found)
	} else {
		seen(_, found)
		seen(_, c)
	}
	if found == 0 {
		seen(_, c)
		seen(_, d)
	}
}

func pickHalfway(c, d codes.ResponseCode, n int) *halfway {
	var h *halfway
	if n == 1 {
		h = &halfway{Code: c}
	} else if n == 2 {
		h = &halfway{Code: d}
	}
	_ = fmt.Sprint(n)
	return h
}

func MeetPicked(c, d codes.ResponseCode, b bool, n int) {
	var h *halfway
	by := 0
	if b {
		h = pickHalfway(c, d, n)
		if h == nil {
			by = 1
		}
	} else if c == 11 {
		h, by = &halfway{Code: 1}, 2
	} else {
		return
	}
	_ = fmt.Sprint(n)
	if by > 0 {
		seen(_, c)
		seen(_, d)
	}
	if by == 1 {
		seen(_, c)
		seen(_, d)
	}
	if by == 2 {
		seen(_, h.Code)
		seen(_, c)
	}
	if h == nil {
		seen(_, c)
	} else if h.Code != 1 {
		seen(_, c)
		seen(_, h.Code)
	}
}

func MeetOthers(c, d, e codes.ResponseCode, b bool, n int) {
	var h *halfway
	told := "none"
	if b {
		switch n {
		case 1:
			h, told = &halfway{Code: c}, "first"
		case 2:
			h, told = &halfway{Code: d}, "second"
		}
		_ = fmt.Sprint(n)
	} else {
		h, told = &halfway{Code: e}, "third"
	}
	if told == "none" {
		seen(_, c)
		seen(_, d)
	}
	if h == nil {
		seen(_, c)
	} else {
		seen(_, h.Code)
	}
}
