// Stores to parts of things, copies of them, and names that hide others.
package written

type part struct {
	Code codes.ResponseCode
	Next *part
	All  [2]codes.ResponseCode
	By   map[string]codes.ResponseCode
	In   struct{ Code, Other codes.ResponseCode }
}

type whole struct {
	part
	*inside
	parts []part
	Name  string
}

type inside struct {
	Deep codes.ResponseCode
	back *whole
}

func (p *part) reset()                     { *p = part{Code: 11} }
func (p part) renewed() part               { p.Code, p.All[0] = 12, 12; return p }
func (p *part) inner() *codes.ResponseCode { return &p.In.Code }
func (w *whole) swap(o *whole)             { *w, *o = *o, *w }
func (w whole) mark()                      { w.Deep, w.Code = 13, 13; w.parts[0].Code = 13 }
func (i *inside) upwards()                 { i.back.Code = 14 }
func copied(p part) *part                  { p.Code = 15; return &p }
func same(p *part) *part                   { return p }
func each(parts ...part) []part            { parts[0].Code = 16; return parts }
func eachOf(parts ...*part) {
	for _, p := range parts {
		p.Code = 17
	}
}
func (p *part) chain(c codes.ResponseCode) *part { p.Code = c; return p }
func (p *part) link(c codes.ResponseCode) *part  { p.Next = &part{Code: c}; return p.Next }

// Parts are stored to as wholes.
func Parts(c, d codes.ResponseCode, n int, b bool) {
	if c > 4 || d > 4 {
		return
	}
	p := part{Code: c}
	p.reset()
	seen(_, p.Code)
	p.Code = 3
	q := p.renewed()
	seen(_, p.Code)
	seen(_, q.Code)
	seen(_, q.All[0])
	seen(_, p.All[0])
	*p.inner() = 20
	seen(_, p.In.Code)
	in := p.In
	in.Code = 3
	seen(_, p.In.Code)
	p.In.Code = 3
	p.In = struct{ Code, Other codes.ResponseCode }{Other: 5}
	seen(_, p.In.Code)
	seen(_, p.In.Other)
	p.In, in = in, p.In
	seen(_, p.In.Code)
	seen(_, in.Other)
	w := &whole{part: p, inside: &inside{Deep: 3}, parts: []part{p}}
	o := &whole{part: part{Code: 7}, inside: &inside{Deep: 7}, parts: []part{{Code: 7}}}
	w.Code, w.parts[0].Code = 3, 3
	w.swap(o)
	seen(_, w.Code)
	seen(_, w.Deep)
	seen(_, w.parts[0].Code)
	seen(_, o.Code)
	o.Code, o.Deep, o.parts[0].Code = 3, 3, 3
	o.mark()
	seen(_, o.Code)
	seen(_, o.Deep)
	seen(_, o.parts[0].Code)
	o.back = o
	o.upwards()
	seen(_, o.Code)
	x := copied(p)
	seen(_, p.Code)
	seen(_, x.Code)
	p.Code = 3
	y := same(&p)
	y.Code = 21
	seen(_, p.Code)
	list := []part{{Code: 3}}
	each(list...)
	seen(_, list[0].Code)
	p.Code = 3
	all := each(p)
	seen(_, p.Code)
	seen(_, all[0].Code)
	eachOf(&p, y)
	seen(_, p.Code)
	p.chain(3).chain(22).link(5).chain(6)
	seen(_, p.Code)
	seen(_, p.Next.Code)
	r := p
	r.Next.Code = 3
	seen(_, p.Next.Code)
	r.All[0] = 3
	p.All = r.All
	p.All[0] = 10
	seen(_, r.All[0])
	r.By = map[string]codes.ResponseCode{"a": 3}
	s := r
	s.By["a"] = 11
	seen(_, r.By["a"])
	for i, t := range [2]part{p, r} {
		t.Next.Code = 12
		t.Code = 13
		if i == 1 {
			seen(_, p.Next.Code)
			seen(_, p.Code)
			seen(_, r.Code)
		}
	}
	arr := [2]part{{Code: 3}, {Code: 5}}
	for i, t := range arr {
		arr[1].Code = 14
		if i == 1 {
			seen(_, t.Code)
		}
	}
	for i, t := range &arr {
		arr[1].Code = 15
		if i == 1 {
			seen(_, t.Code)
		}
	}
	for i := range arr {
		t := &arr[i]
		t.Code = 16
	}
	seen(_, arr[0].Code)
	arr[0] = part{}
	seen(_, arr[0].Code)
	arr[n&1].Code = 17
	seen(_, arr[0].Code)
	m := map[string]part{"a": {Code: 3}}
	t := m["a"]
	t.Code = 5
	seen(_, m["a"].Code)
	m["a"] = t
	seen(_, m["a"].Code)
	for k := range m {
		m[k] = part{Code: 7}
	}
	seen(_, m["a"].Code)
	mm := map[string]map[string]*part{"a": {"b": {Code: 3}}}
	mm["a"]["b"].Code = 10
	seen(_, mm["a"]["b"].Code)
	inner := mm["a"]
	inner["b"] = &part{Code: 11}
	seen(_, mm["a"]["b"].Code)
	delete(inner, "b")
	if u := mm["a"]["b"]; u != nil {
		seen(_, u.Code)
	}
	lists := [][]codes.ResponseCode{{3}, {5}}
	lists[0], lists[1] = lists[1], lists[0]
	seen(_, lists[0][0])
	row := lists[0]
	row[0] = 12
	seen(_, lists[0][0])
	lists[0] = append(lists[0][:0], 13)
	seen(_, row[0])
	head, tail := row[:1], row[1:]
	head[0] = 3
	tail = append(head[:0], 14)
	_ = tail
	seen(_, head[0])
	copy(row, lists[1])
	seen(_, row[0])
	slices.SortFunc(lists, func(a, b []codes.ResponseCode) int { return int(b[0] - a[0]) })
	seen(_, lists[0][0])
	row = slices.Clone(lists[0])
	row[0] = 15
	seen(_, lists[0][0])
	row = slices.Grow(lists[0], 0)
	row[0] = 16
	seen(_, lists[0][0])
	row = slices.Delete(lists[0], 0, 0)
	row[0] = 17
	seen(_, lists[0][0])
	row = min2(lists)
	row[0] = 20
	seen(_, lists[1][0])
}

func min2[T any](all [][]T) []T { return all[1] }

// Appended share memory, or do not.
func Appended(c, d codes.ResponseCode, n int, b bool) {
	if c > 4 || d > 4 {
		return
	}
	base := []codes.ResponseCode{3, 3}
	base = append(base, 3)
	x := append(base, 5)
	y := append(base, 6)
	seen(_, x[3])
	seen(_, y[3])
	kept := base[:0]
	base[0], base[1] = 3, 3
	for _, code := range []codes.ResponseCode{11, 12} {
		kept = append(kept, code)
	}
	seen(_, base[0])
	base[0], base[1] = 3, 3
	add(base[:1], 13)
	seen(_, base[1])
	base[1] = 3
	_ = added(base[:1], 14)
	seen(_, base[1])
	ps := []part{{Code: 3}, {Code: 3}}
	p := &ps[1]
	p.Code = 3
	_ = append(ps[:1], part{Code: 15})
	seen(_, p.Code)
	seen(_, ps[1].Code)
	s := stack{all: []codes.ResponseCode{3, 3}}
	top := s.all
	top[1] = 3
	s.pop()
	s.push(16)
	seen(_, top[1])
	top[1] = 3
	safe := append(s.all[:1:1], 17)
	_ = safe
	seen(_, top[1])
	list := []codes.ResponseCode{3}
	list = append(list, d)
	list = append(list, list...)
	if list[0] == 3 {
		seen(_, list[0])
	}
	m := map[string]codes.ResponseCode{"a": 3}
	kept = append(kept[:0], 20)
	seen(_, m["a"])
	list = slices.Insert(list, 0, 21)
	seen(_, list[0])
	list = slices.Concat(list, kept)
	list[0] = 3
	slices.Reverse(list)
	seen(_, list[0])
}

func add(list []codes.ResponseCode, c codes.ResponseCode) { list = append(list, c); _ = list }
func added(list []codes.ResponseCode, c codes.ResponseCode) []codes.ResponseCode {
	return append(list, c)
}

type stack struct{ all []codes.ResponseCode }

func (s *stack) push(c codes.ResponseCode) { s.all = append(s.all, c) }
func (s *stack) pop()                      { s.all = s.all[:len(s.all)-1] }

// Hidden names are other things.
func Hidden(c, d codes.ResponseCode, b bool) {
	if c > 4 {
		return
	}
	x := c
	if x := d; x == 5 {
		x = 7
		seen(_, x)
	}
	seen(_, x)
	{
		x, c := c, codes.ResponseCode(11)
		seen(_, x)
		seen(_, c)
		x = 12
		_ = x
	}
	seen(_, x)
	seen(_, c)
	true, nil := false, 5
	if true {
		seen(_, c)
	} else if nil == 5 {
		seen(_, c)
	}
	panic := func(any) {}
	if c == 3 {
		panic("no")
	}
	seen(_, c)
	len := func(string) int { return 7 }
	if len("") == 7 {
		seen(_, c)
	}
	append := func(all []codes.ResponseCode, c codes.ResponseCode) []codes.ResponseCode { all[0] = c; return nil2() }
	list := []codes.ResponseCode{3}
	_ = append(list, 13)
	seen(_, list[0])
	string := func(c codes.ResponseCode) int { x = 14; return 1 }
	if string(c) == 1 {
		seen(_, x)
	}
	errors := struct{ Is func(a, b error) bool }{func(a, b error) bool { return true == (a == b) }}
	if errors.Is(c, d) {
		seen(_, c)
		seen(_, d)
	}
	strconv := fakeConv{}
	if n, err := strconv.Atoi(c.Wire()); err == errNone && n == 5 {
		seen(_, c)
	}
	fmt := fakeFmt{&x}
	x = 3
	_ = fmt.Sprint(x)
	seen(_, x)
	type codes struct{ ResponseCode int }
	y := codes{int(c)}
	y.ResponseCode = 5
	seen(_, c)
	var f func(n int) int
	f = func(n int) int {
		if n == 0 {
			x = 15
			return 0
		}
		return f(n - 1)
	}
	x = 3
	f(2)
	seen(_, x)
	x = 3
	switch x := any(x).(type) {
	case int:
		_ = x
	default:
		x = 5
		_ = x
	}
	seen(_, x)
	for x := range 3 {
		x++
	}
	seen(_, x)
	for x = range x + 1 {
	}
	seen(_, x)
	func(x codes2) { x = 5; _ = x }(codes2(c))
	seen(_, c)
	{
		c := c
		c = 7
		seen(_, c)
	}
	seen(_, c)
}

func imported(c codes.ResponseCode) error {
	if n, err := strconv.Atoi(fmt.Sprint(int(c))); err == nil && n == 5 {
		return errors.New("busy")
	}
	return nil
}

type codes2 int

func nil2() []codes.ResponseCode { return nil }

var errNone error

type fakeConv struct{}

func (fakeConv) Atoi(string) (int, error) { return 5, nil }

type fakeFmt struct{ c *codes.ResponseCode }

func (f fakeFmt) Sprint(c codes.ResponseCode) string { *f.c = 16; return "" }

var (
	first   = second + 1
	second  = initial()
	current = codes.ResponseCode(3)
	backup  = &current
	table   = map[codes.ResponseCode]codes.ResponseCode{3: 5, 5: 7}
	changed = map[codes.ResponseCode]codes.ResponseCode{3: 5}
	ordered = []codes.ResponseCode{5, 88}
	alias   = ordered
	byFunc  = listOf()
	worst   codes.ResponseCode
)

func initial() codes.ResponseCode { return 4 }

func listOf() []codes.ResponseCode { return ordered }

func init() {
	changed[3] = 11
	alias[0] = 7
	byFunc[1] = 10
}

func setCurrent(c codes.ResponseCode) { current = c }
func setBackup(c codes.ResponseCode)  { *backup = c }
func restore(old codes.ResponseCode)  { current = old }
func worse(c codes.ResponseCode) bool {
	if c > worst {
		worst = c
		return true
	}
	return false
}

// Global are variables of the package.
func Global(c, d codes.ResponseCode, b bool) {
	if c > 4 {
		return
	}
	seen(_, first)
	seen(_, second)
	current = c
	setCurrent(12)
	seen(_, current)
	current = 3
	setBackup(13)
	seen(_, current)
	current = 3
	func() {
		defer restore(current)
		current = 14
	}()
	seen(_, current)
	func() {
		defer func(old codes.ResponseCode) { current = old }(current)
		current = 15
		seen(_, current)
	}()
	seen(_, current)
	seen(_, table[3])
	if table[d] == 5 {
		seen(_, d)
	}
	if changed[d] == 5 {
		seen(_, d)
	}
	if changed[d] == 11 {
		seen(_, d)
	}
	if slices.Contains(ordered, d) {
		seen(_, d)
	} else {
		seen(_, d)
	}
	worst = 0
	if worse(c) && worse(d) {
		seen(_, c)
		seen(_, d)
		seen(_, worst)
	}
	gateway.Current = 3
	gateway.SetCurrent(16)
	seen(_, gateway.Current)
	gateway.Current = 3
	gateway.Later(func() { gateway.Current = 17 })
	seen(_, gateway.Current)
	p := &gateway.Current
	*p = 20
	seen(_, gateway.Current)
	gateway.Settings.Code = 3
	gateway.Configure(21)
	seen(_, gateway.Settings.Code)
}
