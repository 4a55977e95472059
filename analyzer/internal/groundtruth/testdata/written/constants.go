// Constants that are converted at run time, and compared as what they are.
package written

type level int8

type tag string

const (
	low level = iota + 1
	middle
	high
	_
	top = 1<<iota - 1
)

func widthOf(b bool) int {
	if b {
		return 261
	}
	return 256
}

// Wrapped converts numbers that do not fit.
func Wrapped(c codes.ResponseCode, b bool) {
	n := 256
	if b {
		n = 261
	}
	if uint8(n) == 5 {
		seen(_, c)
	}
	if byte(n) != 0 {
		seen(_, c)
	} else {
		seen(_, c)
	}
	small := uint8(n)
	if small == 0 {
		seen(_, c)
	}
	switch int8(n) {
	case 5:
		seen(_, c)
	case 0:
		seen(_, c)
	default:
		seen(_, c)
	}
	if uint8(widthOf(b)) == 5 {
		seen(_, c)
	}
	minus := -1
	if uint(minus) > 100 {
		seen(_, c)
	}
	if uint16(minus) == 65535 {
		seen(_, c)
	}
	half := 2.5
	if int(half) == 2 {
		seen(_, c)
	}
	tenth := float32(0.1)
	if float64(tenth) != 0.1 {
		seen(_, c)
	} else {
		seen(_, c)
	}
	big := 1<<24 + 1
	if float32(big) == 1<<24 {
		seen(_, c)
	}
	if level(n) == 5 {
		seen(_, c)
	}
	is := level(3)
	if is == high {
		seen(_, c)
	}
	if is == middle {
		seen(_, c)
	}
	is++
	if is == 4 {
		seen(_, c)
	}
	if top == 31 {
		seen(_, c)
	}
	text := "5"
	if tag(text) == "5" {
		seen(_, c)
	}
	r := 'A'
	if string(r) == "A" {
		seen(_, c)
	}
	if len(text) == 1 {
		seen(_, c)
	}
	if code := codes.ResponseCode(int8(n)); code == 5 {
		seen(_, code)
	}
	if code := codes.ResponseCode(uint8(c)); code == 5 {
		seen(_, code)
		seen(_, c)
	}
	if code := codes.ResponseCode(level(c)); code < 0 {
		seen(_, code)
		seen(_, c)
	}
	kept := int8(c)
	if int(kept) == int(c) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if codes.ResponseCode(uint16(n)<<8) == 0 {
		seen(_, c)
	}
}

// Typed compares values of several types as interfaces' values.
func Typed(c, d codes.ResponseCode, b bool) {
	var x, y any = 5, int64(5)
	if x == y {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if x == int64(5) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	x, y = "a", tag("a")
	if x == y {
		seen(_, c)
	} else {
		seen(_, c)
	}
	x, y = true, 1
	if x == y {
		seen(_, c)
	} else {
		seen(_, c)
	}
	x, y = c, int(c)
	if x == y {
		seen(_, c)
	} else {
		seen(_, c)
	}
	x, y = c, 5
	if x == y {
		seen(_, c)
	} else {
		seen(_, c)
	}
	x, y = c, codes.ResponseCode(5)
	if x == y {
		seen(_, c)
	} else {
		seen(_, c)
	}
	x, y = int(c), d
	if x == y {
		seen(_, d)
	} else {
		seen(_, d)
	}
	x, y = int32(c), int64(c)
	switch x {
	case y:
		seen(_, c)
	case int32(5):
		seen(_, c)
	case 11:
		seen(_, c)
	default:
		seen(_, c)
	}
	x = c.Wire()
	if x == y {
		seen(_, c)
	} else {
		seen(_, c)
	}
	var e error = c
	x = c
	if x == any(e) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if x == e {
		seen(_, c)
	} else {
		seen(_, c)
	}
	var f fmt.Stringer = c
	if f == e.(fmt.Stringer) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	p, q := &c, &c
	if x = p; x == any(q) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	m := map[any]codes.ResponseCode{}
	m[1] = c
	m[int64(1)] = 11
	m["a"] = 12
	m[tag("a")] = 13
	m['a'] = 14
	m[97] = 15
	m[1.0] = 16
	m[true] = 17
	m[any(nil)] = 18
	seen(_, m[1])
	seen(_, m[int64(1)])
	seen(_, m["a"])
	seen(_, m[tag("a")])
	seen(_, m['a'])
	seen(_, m[97])
	seen(_, m[1.0])
	seen(_, m[uint(1)])
	table := map[any]string{5: "int", codes.ResponseCode(5): "code", int64(11): "int64"}
	if table[c] == "code" {
		seen(_, c)
	}
	if table[int(c)] == "int" {
		seen(_, c)
	}
	if table[int(c)] == "" {
		seen(_, c)
	}
	if _, ok := table[c]; !ok {
		seen(_, c)
	}
	if slices.Contains([]any{5, "11"}, any(c)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if slices.Contains([]any{5, "11"}, any(int(c))) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	switch any(c) {
	case 5:
		seen(_, c)
	case codes.ResponseCode(5):
		seen(_, c)
	default:
		seen(_, c)
	}
	pair := [2]any{c, 5}
	if pair[0] == pair[1] {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

func same[T comparable](x, y T) bool           { return x == y }
func equal[T ~int | ~string](x, y T) bool      { return x == y }
func narrowed[T ~int8 | ~int](n int) T         { return T(n) }
func isFive[T ~int8 | ~int | ~uint8](n T) bool { return n == 5 }

// Generic compares what may have a dynamic type, or cannot.
func Generic(c, d codes.ResponseCode, n int, b bool) {
	if same(c, 5) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if same[any](c, 5) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if same[any](c, int(c)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if equal(c, d) && d == 11 {
		seen(_, c)
	}
	if narrowed[int8](261) == 5 {
		seen(_, c)
	}
	if narrowed[int](261) == 5 {
		seen(_, c)
	}
	if isFive(int8(c)) {
		seen(_, c)
	}
	if isFive(uint8(c)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if isFive(int(c)) {
		seen(_, c)
	}
	var width int8 = 127
	width++
	if width < 0 {
		seen(_, c)
	}
	size := uint8(250)
	for range 10 {
		size++
	}
	if size == 4 {
		seen(_, c)
	}
	if x := 5 + n - n; x == int(c) {
		seen(_, c)
	}
}
