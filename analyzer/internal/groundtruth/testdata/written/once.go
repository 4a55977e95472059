// Calls that change what they are about, and are made once, though what they give is looked at several times.
package written

type reply struct {
	Code  codes.ResponseCode
	Other codes.ResponseCode
	next  *reply
}

type refused struct{ Code codes.ResponseCode }

func (r refused) Error() string            { return "refused" }
func (r refused) Told() codes.ResponseCode { return r.Code }

func (r reply) ok() bool                        { return r.Code == 0 }
func (r *reply) bad() bool                      { return r.Code != 0 }
func (r *reply) code() codes.ResponseCode       { return r.Code }
func (r reply) with(c codes.ResponseCode) reply { r.Code = c; return r }

func advance(p *codes.ResponseCode) codes.ResponseCode {
	old := *p
	*p = 42
	return old
}

func swap(p *codes.ResponseCode, c codes.ResponseCode) (old codes.ResponseCode) {
	old, *p = *p, c
	return
}

func take(p *codes.ResponseCode) error {
	old := *p
	*p = 7
	return old.Err()
}

func takeTyped(p *codes.ResponseCode) error {
	old := *p
	*p = 7
	if old == 0 {
		return nil
	}
	return refused{old}
}

func takeReply(p *codes.ResponseCode) reply {
	old := *p
	*p = 7
	return reply{Code: old}
}

func takePointer(p *codes.ResponseCode) *reply {
	old := *p
	*p = 7
	return &reply{Code: old}
}

func pop(list *[]codes.ResponseCode) codes.ResponseCode {
	first := (*list)[0]
	*list = (*list)[1:]
	return first
}

func move(r *reply) *reply {
	old := *r
	r.Code = 7
	return &old
}

// Once calls each in the middle of something.
func Once(c, d codes.ResponseCode) {
	x := c
	if advance(&x).Known() {
		seen(_, x)
		seen(_, c)
	} else {
		seen(_, x)
		seen(_, c)
	}
	x = c
	if swap(&x, d).Retryable() {
		seen(_, x)
		seen(_, d)
		seen(_, c)
	} else {
		seen(_, x)
		seen(_, d)
	}
	x = c
	if swap(&x, d).Wire() == "5" {
		seen(_, x)
		seen(_, d)
		seen(_, c)
	}
	x = c
	if swap(&x, d).String() == "InvalidIP" {
		seen(_, x)
	}
	x = c
	if swap(&x, d).Err() == nil {
		seen(_, x)
		seen(_, d)
		seen(_, c)
	} else {
		seen(_, x)
		seen(_, d)
		seen(_, c)
	}
	x = c
	switch e := take(&x).(type) {
	case nil:
		seen(_, x)
		seen(_, c)
	case codes.ResponseCode:
		seen(_, e)
		seen(_, c)
		seen(_, x)
	}
	x = c
	switch e := takeTyped(&x).(type) {
	case refused:
		seen(_, e.Code)
		seen(_, c)
		seen(_, x)
	default:
		seen(_, c)
		seen(_, x)
	}
	x = c
	if e, ok := takeTyped(&x).(refused); ok {
		seen(_, e.Code)
		seen(_, c)
	} else {
		seen(_, c)
	}
	x = c
	if e, ok := takeTyped(&x).(interface{ Told() codes.ResponseCode }); ok && e.Told() == 5 {
		seen(_, c)
		seen(_, x)
	}
	x = c
	if takeReply(&x).ok() {
		seen(_, c)
		seen(_, x)
	} else {
		seen(_, c)
		seen(_, x)
	}
	x = c
	if takePointer(&x).bad() {
		seen(_, c)
		seen(_, x)
	} else {
		seen(_, c)
		seen(_, x)
	}
	x = c
	if takePointer(&x).code() == 5 {
		seen(_, c)
		seen(_, x)
	}
	x = c
	if takeReply(&x).Code == 5 {
		seen(_, c)
		seen(_, x)
	}
	x = c
	r := reply{Code: swap(&x, d), Other: 5}
	if r.Code == 5 {
		seen(_, x)
		seen(_, c)
		seen(_, d)
	}
	seen(_, r.Code)
	x = c
	r = reply{swap(&x, d), x, nil}
	seen(_, r.Code)
	seen(_, r.Other)
	x = c
	p := &reply{Code: advance(&x)}
	seen(_, p.Code)
	x = c
	p = &reply{next: &reply{Code: advance(&x)}}
	seen(_, p.next.Code)
	x = c
	v := made(&x)
	seen(_, v.Code)
	seen(_, x)
	x = c
	w := takeReply(&x).with(d)
	seen(_, w.Code)
	x = c
	var err error = refused{advance(&x)}
	var f refused
	if errors.As(err, &f) {
		seen(_, f.Code)
	}
	x = c
	err = fmt.Errorf("x: %w", refused{swap(&x, 5)})
	if errors.As(err, &f) {
		seen(_, f.Code)
		seen(_, c)
	}
	x = c
	err = fmt.Errorf("x: %w", swap(&x, 5))
	if errors.Is(err, codes.ResponseCode(5)) {
		seen(_, c)
		seen(_, x)
	} else {
		seen(_, c)
	}
	x = c
	if errors.Is(take(&x), codes.ResponseCode(7)) {
		seen(_, c)
		seen(_, x)
	} else {
		seen(_, c)
	}
	x = c
	if isFive(swap(&x, d)) {
		seen(_, x)
		seen(_, c)
	} else {
		seen(_, c)
	}
	list := []codes.ResponseCode{c, d}
	if pop(&list).Known() {
		seen(_, list[0])
	}
	q := &reply{Code: c}
	if move(q).bad() {
		seen(_, q.Code)
		seen(_, c)
	} else {
		seen(_, q.Code)
		seen(_, c)
	}
	q = &reply{Code: c}
	switch move(q).Code {
	case 5:
		seen(_, q.Code)
		seen(_, c)
	default:
		seen(_, c)
	}
	q.Code = c
	y, z := q.Code, move(q).Code
	seen(_, y)
	seen(_, z)
	q.Code = c
	arr := [2]codes.ResponseCode{move(q).Code, q.Code}
	seen(_, arr[0])
	seen(_, arr[1])
	x = c
	m := map[codes.ResponseCode]codes.ResponseCode{swap(&x, d): swap(&x, 5)}
	for k, v := range m {
		seen(_, k)
		seen(_, v)
	}
	x = c
	g := func() codes.ResponseCode { defer func() { x = 42 }(); return x }
	if g().Known() {
		seen(_, x)
		seen(_, c)
	} else {
		seen(_, c)
	}
	x = c
	if (func() codes.ResponseCode { old := x; x = d; return old })().Known() {
		seen(_, x)
		seen(_, c)
	} else {
		seen(_, x)
	}
	x = c
	if n, err := strconv.Atoi(swap(&x, d).Wire()); err == nil && n == 5 {
		seen(_, x)
		seen(_, c)
	}
	x = c
	if fmt.Sprint(int(swap(&x, d))) == "5" {
		seen(_, x)
		seen(_, c)
	}
	x = c
	if table[swap(&x, d)] {
		seen(_, x)
		seen(_, c)
	} else {
		seen(_, x)
	}
	x = c
	if ok := table[swap(&x, d)]; ok {
		seen(_, x)
	}
	x = c
	if slices.Contains([]codes.ResponseCode{5, 6}, swap(&x, d)) {
		seen(_, x)
		seen(_, c)
	} else {
		seen(_, x)
	}
	x = c
	if k := classes[swap(&x, d)]; k.Retry {
		seen(_, x)
		seen(_, c)
	}
	x = c
	if classes[swap(&x, d)].Retry {
		seen(_, x)
		seen(_, c)
	} else {
		seen(_, x)
	}
	x = c
	if errs[swap(&x, d)] == errBusy {
		seen(_, x)
		seen(_, c)
	}
	for i := 0; i < 2; i++ {
		if swap(&x, d).Known() {
			seen(_, x)
		} else if swap(&x, c).Known() {
			seen(_, x)
		}
	}
}

var table = map[codes.ResponseCode]bool{5: true, 7: true}
var classes = map[codes.ResponseCode]struct{ Retry bool }{5: {true}, 6: {}}
var errBusy = errors.New("busy")
var errs = map[codes.ResponseCode]error{5: errBusy}

func isFive(c codes.ResponseCode) bool { return c == 5 }

func made(x *codes.ResponseCode) reply { return reply{Code: swap(x, 3)} }
