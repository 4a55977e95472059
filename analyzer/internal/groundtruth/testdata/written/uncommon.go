// What few programs do: errors looked for in an element, conditions with many ways, what becomes of texts that are no
// numbers, pointers that a type switch keeps.
package written

// SoughtInElements looks for a code's error in what is no variable.
func SoughtInElements(c codes.ResponseCode, b bool) {
	err := c.Err()
	var found [2]codes.ResponseCode
	i := 0
	if b {
		i = 1
	}
	if errors.As(err, &found[i]) {
		seen(_, found[i])
		seen(_, found[0])
	}
	byName := map[string]*codes.ResponseCode{"sent": new(codes.ResponseCode)}
	if errors.As(err, byName["sent"]) {
		seen(_, *byName["sent"])
		seen(_, c)
	}
	if errors.As(err, pick(&found)) {
		seen(_, found[0])
		seen(_, c)
	}
}

func pick(all *[2]codes.ResponseCode) *codes.ResponseCode { return &all[0] }

// A trouble has two errors in it, of which one may be another's.
type trouble struct{ first, second error }

func (t *trouble) Error() string   { return "trouble" }
func (t *trouble) Unwrap() []error { return []error{t.first, t.second} }

// Troubles are of errors from elsewhere, and of codes.
func Troubles(c codes.ResponseCode, d codes.ReasonCode, b bool) {
	var err error = &trouble{c.Err(), io.EOF}
	if b {
		err = &trouble{errors.Join(io.EOF, c.Err()), fmt.Errorf("sending: %w", elsewhere(c))}
	}
	if errors.Is(err, codes.ResponseThrottlingRateExceeded) {
		seen(_, c)
	}
	var got codes.ResponseCode
	if errors.As(err, &got) {
		seen(_, got)
		seen(_, c)
	} else {
		seen(_, c)
	}
}

func elsewhere(c codes.ResponseCode) error {
	if c > 17 {
		return &trouble{second: c}
	}
	return nil
}

// ManyWays decides by more conditions than are followed one by one.
func ManyWays(c, d codes.ResponseCode, b bool, n int) {
	if c == 1 && b || c == 2 && n > 1 || c == 3 && !b || c == 4 && n < 2 || c == 5 && d == 1 || c == 6 && d == 2 ||
		c == 7 && d == 3 || c == 10 && d == 4 || c == 11 && d == 5 || c == 12 && d > 17 || c == 13 && d < 3 {
		seen(_, c)
		seen(_, d)
	} else {
		seen(_, c)
		seen(_, d)
	}
	if !((c != 14 || b) && (c != 15 || n > 1) && (c != 16 || d != 5)) {
		seen(_, c)
	}
}

// NumbersOfTexts are made of texts, of which some are none.
func NumbersOfTexts(responseCode string, b bool) {
	for _, text := range []string{responseCode, "later", codes.ResponseInvalidIP.Wire()} {
		n, err := strconv.Atoi(text)
		seen(_, codes.ResponseCode(n))
		if err != nil {
			seen(_, responseCode)
			continue
		}
		seen(_, codes.ResponseCode(n))
	}
	text := "none"
	if b {
		text = responseCode
	}
	n, _ := strconv.Atoi(text)
	seen(_, codes.ResponseCode(n))
	if n == 0 {
		seen(_, responseCode)
	}
}

// A shelf of what others may have kept.
var put []any

// keep keeps some kinds of what it gets.
func keep(what any) {
	switch what := what.(type) {
	case *codes.ResponseCode:
		put = append(put, what)
	case *int:
		put = append(put, what)
	}
}

// look keeps nothing.
func look(what any) bool {
	switch what := what.(type) {
	case *codes.ResponseCode:
		return what != nil
	case *int:
		return *what > 2
	}
	return false
}

func spoil() {
	for _, what := range put {
		if code, ok := what.(*codes.ResponseCode); ok {
			*code = codes.ResponseInvalidIP
		}
	}
	put = nil
}

// KeptByClauses has variables whose address a type switch keeps, or only looks at.
func KeptByClauses(c, d codes.ResponseCode) {
	if c > 5 || d > 5 {
		return
	}
	kept, looked := c, d
	keep(&kept)
	look(&looked)
	if kept == codes.ResponseSuccess && looked == codes.ResponseSuccess {
		spoil()
		seen(_, kept)
		seen(_, looked)
	}
}

// A telegram tells of itself.
type telegram struct{ Code codes.ResponseCode }

func (t telegram) isFinal() bool  { return t.Code > 17 }
func (t *telegram) redo()         { t.Code = codes.ResponseInvalidIP }
func (t telegram) last() telegram { return t }

// MethodsAsFunctions calls methods by their types.
func MethodsAsFunctions(c codes.ResponseCode) {
	t := telegram{c}
	if telegram.isFinal(t) {
		seen(_, t.Code)
	} else {
		seen(_, c)
	}
	if f := telegram.isFinal; f(t) {
		seen(_, c)
	}
	seen(_, telegram.last(t).Code)
	if slices.ContainsFunc([]telegram{t}, telegram.isFinal) {
		seen(_, c)
	}
	(*telegram).redo(&t)
	seen(_, t.Code)
}

// ByKey makes tables of what it has.
func ByKey(c, d codes.ResponseCode) {
	at := map[codes.ResponseCode]codes.ResponseCode{c: d, swap(&d): c}
	seen(_, at[c])
	seen(_, d)
	list := [...]codes.ResponseCode{1: c, 0: swap(&c)}
	seen(_, list[1])
	seen(_, list[0])
	seen(_, c)
}

func swap(code *codes.ResponseCode) codes.ResponseCode {
	old := *code
	*code = codes.ResponseInvalidCode
	return old
}
