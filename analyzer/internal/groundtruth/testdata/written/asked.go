// What is asked by functions: of numbers, of sets, of themselves, and of what they are given by name.
package written

type codeSet []codes.ResponseCode

func (s codeSet) has(c codes.ResponseCode) bool { return slices.Contains(s, c) }
func (s *codeSet) add(c codes.ResponseCode)     { *s = append(*s, c) }

type classifier struct {
	busy   codeSet
	final  map[codes.ResponseCode]bool
	limits [2]codes.ResponseCode
	is     func(codes.ResponseCode) bool
}

func (c *classifier) within(x codes.ResponseCode) bool { return c.limits[0] <= x && x <= c.limits[1] }
func (c classifier) later(x codes.ResponseCode) bool   { return c.busy.has(x) && !c.final[x] }

var (
	standard  = &classifier{busy: codeSet{5, 88}, final: map[codes.ResponseCode]bool{88: true}, limits: [2]codes.ResponseCode{3, 7}}
	busyCodes = codeSet{5, 88}
	growing   = codeSet{5}
	byName    = map[string]codeSet{"busy": {5, 88}}
	negative  = map[codes.ResponseCode]bool{5: false, 11: true}
	levels    = map[codes.ResponseCode]int{5: 1, 88: 2, 11: 2}
	texts     = map[string]bool{"5": true, "05": true, "": true}
	infos     = map[codes.ResponseCode]struct {
		retry bool
		wait  int
	}{5: {true, 1}, 88: {wait: 2}, 11: {}}
	pointers = map[codes.ResponseCode]*classifier{5: standard}
)

func isEven(c codes.ResponseCode) bool { return c%2 == 0 }
func inBoth(c codes.ResponseCode) bool { return busyCodes.has(c) && levels[c] == 2 }
func level(c codes.ResponseCode) int {
	if l, ok := levels[c]; ok {
		return l
	}
	return int(c) * 2
}

func until(c codes.ResponseCode, n int) bool {
	for i := range n {
		if c == codes.ResponseCode(i) {
			return true
		}
	}
	return c == 88
}

func collatz(c codes.ResponseCode) bool {
	switch {
	case c == 1:
		return true
	case c <= 0 || c > 20:
		return false
	case c%2 == 0:
		return collatz(c / 2)
	}
	return collatz(3*c + 1)
}

func even(c codes.ResponseCode) bool {
	if c <= 0 {
		return c == 0
	}
	return odd(c - 1)
}

func odd(c codes.ResponseCode) bool {
	if c <= 0 {
		return false
	}
	return even(c - 1)
}

func oneOf(c codes.ResponseCode, all ...codes.ResponseCode) bool {
	for _, x := range all {
		if x == c {
			return true
		}
	}
	return false
}

func not(is func(codes.ResponseCode) bool) func(codes.ResponseCode) bool {
	return func(c codes.ResponseCode) bool { return !is(c) }
}

func either(fs ...func(codes.ResponseCode) bool) func(codes.ResponseCode) bool {
	return func(c codes.ResponseCode) bool {
		for _, f := range fs {
			if f(c) {
				return true
			}
		}
		return false
	}
}

func result(c codes.ResponseCode) (ok, final bool, err error) {
	if ok = c == 0; ok {
		return
	}
	final = c == 11 || c == 12
	if !final {
		err = c
	}
	return ok, !final, err
}

// Sets are asked.
func Sets(c, d codes.ResponseCode, n int, b bool) {
	if standard.within(c) {
		seen(_, c)
	}
	if standard.later(c) {
		seen(_, c)
	}
	if b {
		growing.add(d)
	}
	if growing.has(c) {
		seen(_, c)
	}
	if byName["busy"].has(c) {
		seen(_, c)
	}
	if ok, found := negative[c]; found && !ok {
		seen(_, c)
	}
	if !negative[c] {
		seen(_, c)
	}
	if levels[c] == 2 && infos[c].wait != 2 {
		seen(_, c)
	}
	if i := infos[c]; !i.retry && i.wait == 0 {
		seen(_, c)
	}
	if _, ok := infos[c]; ok && !infos[c].retry {
		seen(_, c)
	}
	if texts[c.Wire()] {
		seen(_, c)
	}
	if p := pointers[c]; p != nil {
		seen(_, c)
		if p.later(c) {
			seen(_, c)
		}
	}
	if isEven(c) && c < 20 {
		seen(_, c)
	}
	if inBoth(c) {
		seen(_, c)
	}
	if level(c) == 2 {
		seen(_, c)
	}
	if level(c) == 22 {
		seen(_, c)
	}
	if until(c, n) {
		seen(_, c)
	}
	if collatz(c) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if c < 100 && even(c) {
		seen(_, c)
	}
	if oneOf(c, 5, d) {
		seen(_, c)
	}
	if not(isEven)(c) {
		seen(_, c)
	}
	if either(inBoth, func(c codes.ResponseCode) bool { return c == 5 })(c) {
		seen(_, c)
	}
	if ok, again, err := result(c); !ok && !again {
		seen(_, c)
	} else if err != nil {
		seen(_, c)
	} else {
		seen(_, c)
	}
	k := classifier{is: isEven, busy: codeSet{5}}
	l := k
	l.busy[0] = 11
	if k.busy.has(c) {
		seen(_, c)
	}
	k.is = inBoth
	if k.is(c) {
		seen(_, c)
	}
	if l.is(c) && c < 20 {
		seen(_, c)
	}
}

// Others are asked by another package.
func Others(c, d codes.ResponseCode, responseCode string, b bool) {
	if gateway.IsSmall(int(c)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if gateway.IsEven(int(c)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if gateway.IsNarrow(int(c)) {
		seen(_, c)
	}
	switch gateway.Class(int(c)) {
	case "low":
		seen(_, c)
	case "five":
		seen(_, c)
	case "":
		seen(_, c)
	default:
		seen(_, c)
	}
	if gateway.ByText(c.Wire()) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if responseCode == "99" {
		return
	}
	if gateway.ByText(responseCode) {
		seen(_, responseCode)
	} else {
		seen(_, responseCode)
	}
	if err := gateway.ErrOf(int(c)); err == nil {
		seen(_, c)
	} else if errors.Is(err, gateway.ErrLow) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if gateway.Minus(int(c)) == -5 {
		seen(_, c)
	}
	if gateway.Next(int(c)) == 6 {
		seen(_, c)
	}
	if gateway.Changing(int(c)) {
		seen(_, c)
	}
	if gateway.Changing(int(c)) {
		seen(_, c)
	}
	gateway.Limit = 88
	if gateway.Below(int(c)) {
		seen(_, c)
	}
	if gateway.Tiny(int8(c)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if gateway.Unsigned(uint(c)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if gateway.Bits(int(c)) {
		seen(_, c)
	}
	if gateway.Listed(int(c)) {
		seen(_, c)
	}
	if gateway.Quick(c.Wire()) {
		seen(_, c)
	}
}

// Constants are of several types, and compared as such.
func Constants(c codes.ResponseCode, b bool) {
	const five, big = 5, 1 << 40
	const busy codes.ResponseCode = five
	const text = "5"
	var limit int64 = 5
	var ratio = 0.5
	if c == busy && int64(c) <= limit {
		seen(_, c)
	}
	if float64(c)*ratio == 2.5 {
		seen(_, c)
	}
	if float64(c) < 4.5 {
		seen(_, c)
	}
	if float64(c) > 4.5 && float64(c) < 5.5 {
		seen(_, c)
	}
	if float64(c) == 4.5 {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if int64(c) < big {
		seen(_, c)
	}
	if int64(c) > big {
		seen(_, c)
	}
	if c.Wire() == text {
		seen(_, c)
	}
	if c.Wire() < "1" {
		seen(_, c)
	}
	if c.Wire() >= "30" && c.Wire() < "31" {
		seen(_, c)
	}
	if uint(c) < 5 {
		seen(_, c)
	}
	if uint8(c) < 5 {
		seen(_, c)
	}
	if complex(float64(c), 0) == 5 {
		seen(_, c)
	}
	if c != c+1 {
		seen(_, c)
	}
	if c == -c {
		seen(_, c)
	}
	if 5 <= c && c < 12 && !(c > 6 && c < 11) {
		seen(_, c)
	}
	if x := c; x >= 5 == true {
		seen(_, c)
	}
	if (c > 5) == (c < 88) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if c > 5 != (c >= 11) {
		seen(_, c)
	}
	i := 5
	if codes.ResponseCode(i) == c {
		seen(_, c)
	}
	i++
	if codes.ResponseCode(i) == c {
		seen(_, c)
	}
	i -= 2
	for c == codes.ResponseCode(i) {
		seen(_, c)
		break
	}
	s := "5"
	s += "0"
	if c.Wire() == s {
		seen(_, c)
	} else {
		seen(_, c)
	}
	var zero codes.ResponseCode
	if c == zero {
		seen(_, c)
	}
	p := &zero
	*p = 7
	if c == zero {
		seen(_, c)
	}
}
