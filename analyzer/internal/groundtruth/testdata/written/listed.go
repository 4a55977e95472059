// Lists of structs that are searched for a code, by value and by index.
package written

type verdict struct {
	code  codes.ResponseCode
	again bool
	name  string
}

var verdicts = []verdict{{5, true, "slow"}, {11, false, "nobody"}, {code: 88, again: true}, {99, true, ""}}

var few = []codes.ResponseCode{1, 2, 3}

func againIn(c codes.ResponseCode) bool {
	for _, v := range verdicts {
		if v.code == c {
			return v.again
		}
	}
	return false
}

func ExactlyListed(c codes.ResponseCode) {
	for _, v := range verdicts {
		if c == v.code {
			seen(_, c)
			return
		}
	}
	seen(_, c)
}

func ExactlyListedSaid(c codes.ResponseCode) {
	if againIn(c) {
		seen(_, c)
		return
	}
	seen(_, c)
}

func ExactlyListedByIndex(c codes.ResponseCode) {
	for i := range few {
		if few[i] == c {
			seen(_, c)
			return
		}
	}
	seen(_, c)
}

func ExactlyListedRowsByIndex(c codes.ResponseCode) {
	known := false
	for i := range verdicts {
		if verdicts[i].code == c {
			known = true
			break
		}
	}
	if known {
		seen(_, c)
		return
	}
	seen(_, c)
}

// ListedOn goes on with the next one.
func ListedOn(c codes.ResponseCode) {
	for _, v := range verdicts {
		if v.code == c {
			c = 7
		}
		seen(_, c)
	}
	seen(_, c)
}

// ListedChanged changes its own list before it searches.
func ListedChanged(c codes.ResponseCode) {
	own := []verdict{{code: 1}, {code: 2}}
	own[0].code = 6
	for i := range own {
		if own[i].code == c {
			seen(_, c)
			return
		}
	}
	seen(_, c)
}

// ListedAside searches by an index that is another one.
func ListedAside(c codes.ResponseCode) {
	for i := range few {
		j := (i + 1) % len(few)
		if few[j] == c && i < 2 {
			seen(_, c)
			return
		}
	}
	seen(_, c)
}

// ListedMoved moves the index.
func ListedMoved(c codes.ResponseCode) {
	for i := range verdicts {
		i = i / 2
		if verdicts[i].code == c {
			seen(_, c)
			return
		}
	}
	seen(_, c)
}

// ListedElement changes the element before it compares, and what it found.
func ListedElement(c codes.ResponseCode) {
	for _, v := range verdicts {
		if v.code == c {
			v.again = !v.again
			if v.again {
				seen(_, c)
				return
			}
			seen(_, c)
			return
		}
	}
	seen(_, c)
}

var others = []verdict{{code: 7}, {code: 5}}

// ListedRest searches a part of the list.
func ListedRest(c codes.ResponseCode) {
	for _, v := range others[1:] {
		if v.code == c {
			seen(_, c)
			return
		}
	}
	seen(_, c)
}

// An answering error knows whether it may pass, and of what kind it is.
type answering struct {
	code  codes.ResponseCode
	again bool
	kind  sort
}

type sort int

const (
	sortNone sort = iota
	sortBusy
	sortOver
)

func (a *answering) Error() string   { return "answering" }
func (a *answering) Temporary() bool { return a.again }
func (a *answering) Busy() bool      { return a.kind == sortBusy || a.kind == sortNone }

type askable interface{ Temporary() bool }

func isTemporary(err error) bool {
	var t askable
	return errors.As(err, &t) && t.Temporary()
}

func isBusy(err error) bool {
	t, ok := err.(interface{ Busy() bool })
	return ok && t.Busy()
}

func answer(c codes.ResponseCode) error {
	switch {
	case c == codes.ResponseSuccess:
		return nil
	case c == 5 || c == 11:
		return &answering{c, true, sortBusy}
	}
	return &answering{code: c, kind: sortOver}
}

func Asked(c codes.ResponseCode) {
	err := answer(c)
	if isTemporary(err) {
		seen(_, c)
		return
	}
	seen(_, c)
}

func ExactlyAskedInline(c codes.ResponseCode) {
	err := answer(c)
	var a *answering
	if errors.As(err, &a) && a.Busy() {
		seen(_, c)
		return
	}
	seen(_, c)
}

func AskedKind(c codes.ResponseCode) {
	if isBusy(answer(c)) {
		seen(_, c)
		return
	}
	seen(_, c)
}

// AskedChanged asks one that has been changed meanwhile, through a pointer that somebody else has.
func AskedChanged(c codes.ResponseCode) {
	err := answer(c)
	var a *answering
	if errors.As(err, &a) {
		turn(a)
	}
	if isTemporary(err) {
		seen(_, c)
		return
	}
	seen(_, c)
}

func turn(a *turning) {}

type turning = answering

// A changing error is another one when it is asked twice.
type changing struct {
	code  codes.ResponseCode
	again bool
}

func (x *changing) Error() string { return "changing" }
func (x *changing) Temporary() bool {
	x.again = !x.again
	return x.again
}

func AskedTwice(c codes.ResponseCode) {
	err := error(&changing{c, c == 5})
	if isTemporary(err) {
		seen(_, c)
	}
	if isTemporary(err) {
		seen(_, c)
	}
	seen(_, c)
}
