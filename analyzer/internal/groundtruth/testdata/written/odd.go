// Seldom seen: what the language allows, and programs do now and then.
package written

type reply struct {
	Code codes.ResponseCode
	ID   int
}

type pair [2]codes.ResponseCode

type holder struct {
	*reply
	set func(codes.ResponseCode)
}

func (r *reply) become(c codes.ResponseCode) { r.Code = c }
func (r reply) with(c codes.ResponseCode) reply {
	r.Code = c
	return r
}

func Compared(c codes.ResponseCode, n int) {
	r := reply{c, n}
	if r == (reply{5, 1}) {
		seen(_, c)
		seen(_, r.Code)
	} else {
		seen(_, c)
	}
	p := pair{c, 5}
	if p == (pair{6, 5}) {
		seen(_, c)
		seen(_, p[0])
	}
	if p == (pair{6, 6}) {
		seen(_, c)
	}
	switch r {
	case reply{7, 0}:
		seen(_, c)
	default:
		seen(_, c)
	}
}

func Shadowing(c codes.ResponseCode) {
	true := c == 5
	if true {
		seen(_, c)
	}
	nil := errors.New("not nil")
	var err error
	if err == nil {
		seen(_, c)
	} else {
		seen(_, c)
	}
	len := func(codes.ResponseCode) int { return 0 }
	if len(c) == 0 {
		seen(_, c)
	}
	panic := func(string) {}
	if c == 6 {
		panic("not really")
	}
	seen(_, c)
	append := func(list []codes.ResponseCode, c codes.ResponseCode) []codes.ResponseCode {
		list[0] = c
		return list
	}
	list := []codes.ResponseCode{1}
	append(list, c)
	seen(_, list[0])
}

func Smallest(c, d codes.ResponseCode) {
	low, high := min(c, d, 11), max(c, 5)
	seen(_, low)
	seen(_, high)
	if low == 11 {
		seen(_, c)
		seen(_, d)
	}
	if high == 5 {
		seen(_, c)
	}
	m := map[int]codes.ResponseCode{1: c}
	clear(m)
	seen(_, m[1])
	list := []codes.ResponseCode{c, d}
	clear(list)
	seen(_, list[0])
	if list[1] == 0 {
		seen(_, d)
	}
}

func Sorted(c, d codes.ResponseCode) {
	list := []codes.ResponseCode{c, d}
	slices.Sort(list)
	seen(_, list[0])
	if list[0] == c {
		seen(_, d)
	}
	slices.Reverse(list)
	seen(_, list[1])
	array := [...]codes.ResponseCode{c, d}
	slices.Sort(array[:])
	seen(_, array[0])
	other := slices.Clone(list)
	other[0] = 5
	seen(_, list[0])
	m := map[string]codes.ResponseCode{"a": c}
	maps.Copy(m, map[string]codes.ResponseCode{"a": d})
	seen(_, m["a"])
	maps.DeleteFunc(m, func(string, codes.ResponseCode) bool { return true })
	seen(_, m["a"])
	copy(list[1:], list)
	seen(_, list[1])
	array[0], array[1] = array[1], array[0]
	seen(_, array[0])
	seen(_, array[1])
}

func Scanned(c codes.ResponseCode, text string) {
	got := c
	if n, err := fmt.Sscan(text, &got); n == 1 && err == nil {
		seen(_, got)
	} else {
		seen(_, got)
	}
	var r reply
	r.Code = 5
	_ = json.Unmarshal([]byte(`{"Code": 6}`), &r)
	seen(_, r.Code)
	into := &r
	_ = json.NewDecoder(strings.NewReader(`{"Code": 7}`)).Decode(into)
	seen(_, into.Code)
	seen(_, r.Code)
	var any any = &r
	_ = json.Unmarshal([]byte(`{"Code": 8}`), any)
	seen(_, r.Code)
}

func Embedded(c, d codes.ResponseCode) {
	h := holder{reply: &reply{Code: c}}
	h.set = h.become
	h.Code = 5
	h.set(d)
	seen(_, h.Code)
	seen(_, h.reply.Code)
	other := h
	other.Code = 6
	seen(_, h.Code)
	other.reply = &reply{Code: 7}
	other.become(8)
	seen(_, h.Code)
	seen(_, other.Code)
	become := (*reply).become
	become(h.reply, c)
	seen(_, h.Code)
	moved := h.reply.with(d)
	seen(_, moved.Code)
	seen(_, h.Code)
	if h.with(11).Code == 11 {
		seen(_, h.Code)
	}
}

func Panicked(c codes.ResponseCode) {
	defer func() {
		switch p := recover().(type) {
		case codes.ResponseCode:
			seen(_, p)
			seen(_, c)
		case error:
			seen(_, c)
		case nil:
			seen(_, c)
		}
	}()
	if c == 5 {
		panic(c)
	}
	if c == 6 {
		panic(errors.New("busy"))
	}
	if c > 10 {
		panic(codes.ResponseCode(7))
	}
	seen(_, c)
}

func Selected(c, d codes.ResponseCode) {
	ch := make(chan codes.ResponseCode, 2)
	ch <- c
	got := d
	select {
	case got = <-ch:
		seen(_, got)
	default:
		seen(_, got)
	}
	seen(_, got)
	ok := false
	select {
	case got, ok = <-ch:
		seen(_, got)
	default:
		if !ok {
			seen(_, got)
		}
	}
	close(ch)
	got, ok = <-ch
	seen(_, got)
	if !ok {
		seen(_, got)
	}
loop:
	for {
		select {
		case ch <- got:
		case <-ch:
			got = 5
			break loop
		}
	}
	seen(_, got)
}

func Carried(c, d codes.ResponseCode) {
	var m sync.Map
	m.Store("code", c)
	if got, ok := m.Load("code"); ok {
		seen(_, got.(codes.ResponseCode))
	}
	var p atomic.Pointer[reply]
	r := &reply{Code: c}
	p.Store(r)
	p.Load().Code = d
	seen(_, r.Code)
	ctx := context.WithValue(context.Background(), "reply", r)
	ctx.Value("reply").(*reply).Code = 5
	seen(_, r.Code)
	var v atomic.Value
	v.Store(c)
	seen(_, v.Load().(codes.ResponseCode))
	old := v.Swap(d)
	seen(_, old.(codes.ResponseCode))
	var once sync.Once
	got := c
	once.Do(func() { got = 5 })
	once.Do(func() { got = 6 })
	seen(_, got)
	pool := sync.Pool{New: func() any { return &reply{Code: 7} }}
	pooled := pool.Get().(*reply)
	seen(_, pooled.Code)
	pooled.Code = 12
	pool.Put(pooled)
	seen(_, pool.Get().(*reply).Code)
	both := sync.OnceValue(func() codes.ResponseCode { got = 8; return d })
	seen(_, got)
	seen(_, both())
	seen(_, got)
}

func Ranged(c, d codes.ResponseCode) {
	array := [3]codes.ResponseCode{c, d, 5}
	for i, x := range array {
		array[2] = 6
		if i == 2 {
			seen(_, x)
		}
	}
	list := array[:]
	for i, x := range list {
		list[2] = 7
		if i == 2 {
			seen(_, x)
		}
	}
	for i := range list {
		if list[i] == 7 {
			list = list[:i]
			break
		}
	}
	for i, x := range &array {
		array[1] = 8
		if i == 1 {
			seen(_, x)
		}
	}
	var last codes.ResponseCode
	for _, last = range array {
		if last == 5 {
			break
		}
	}
	seen(_, last)
	m := map[codes.ResponseCode]codes.ResponseCode{c: d}
	for k := range m {
		m[k] = 11
		seen(_, k)
	}
	seen(_, m[c])
	for last, m[c] = range m {
	}
	seen(_, last)
	seen(_, m[c])
}

type number interface{ ~int }

func clamp[T number](c, low, high T) T {
	if c < low {
		return low
	}
	if c > high {
		return high
	}
	return c
}

type box[T any] struct{ in T }

func (b *box[T]) put(x T)    { b.in = x }
func (b box[T]) get() T      { return b.in }
func swapped[T any](a, b *T) { *a, *b = *b, *a }

type either[A, B any] struct {
	a *A
	b *B
}

func (e either[A, B]) fold(a func(A), b func(B)) {
	if e.a != nil {
		a(*e.a)
	} else {
		b(*e.b)
	}
}

func Generics(c, d codes.ResponseCode) {
	x := clamp(c, 5, 11)
	seen(_, x)
	if x == 5 {
		seen(_, c)
	}
	b := box[codes.ResponseCode]{c}
	b.put(d)
	seen(_, b.in)
	seen(_, b.get())
	e, f := c, codes.ResponseCode(5)
	swapped(&e, &f)
	seen(_, e)
	seen(_, f)
	both := box[*reply]{&reply{Code: c}}
	both.get().Code = 6
	seen(_, both.in.Code)
	got := d
	either[codes.ResponseCode, error]{a: &c}.fold(func(c codes.ResponseCode) { got = c }, func(error) { got = 7 })
	seen(_, got)
}

func Inits(c, d codes.ResponseCode) {
	if c := d; c == 5 {
		seen(_, c)
		seen(_, d)
	} else if d := c; d == 6 {
		seen(_, d)
		seen(_, c)
	}
	seen(_, c)
	switch c := c + 1; c {
	case 6:
		seen(_, c)
	}
	switch c := c; {
	case c == 6:
		c = 7
		seen(_, c)
	}
	seen(_, c)
	for c := c; c < 3; c++ {
		seen(_, c)
	}
	{
		c := d
		seen(_, c)
	}
	const five codes.ResponseCode = iota + 5
	if c == five {
		seen(_, c)
	}
	if c&1 == 1 {
		seen(_, c)
	}
	if -c == -5 {
		seen(_, c)
	}
	if c-5 == 0 {
		seen(_, c)
	}
	if c^5 == 0 {
		seen(_, c)
	}
	if float64(c) == 5.0 {
		seen(_, c)
	}
	if int8(c) == 0 {
		seen(_, c)
	}
	if uint(c) > 300 {
		seen(_, c)
	}
	if string(rune(c)) == "\x05" {
		seen(_, c)
	}
	if complex(float64(c), 0) == 5 {
		seen(_, c)
	}
}

func Structs(c, d codes.ResponseCode) {
	anonymous := struct{ Code codes.ResponseCode }{c}
	type named struct{ Code codes.ResponseCode }
	p := (*named)(&anonymous)
	p.Code = d
	seen(_, anonymous.Code)
	n := named(anonymous)
	n.Code = 5
	seen(_, anonymous.Code)
	nested := struct{ in struct{ r *reply } }{}
	nested.in.r = &reply{Code: c}
	copied := nested
	copied.in.r.Code = 6
	seen(_, nested.in.r.Code)
	array := [2]reply{{Code: c}, {Code: d}}
	second := array
	second[0].Code = 5
	seen(_, array[0].Code)
	first := &array[0]
	first.Code = 7
	seen(_, array[0].Code)
	slice := array[:]
	slice[1].Code = 8
	seen(_, array[1].Code)
	slice = append(slice, reply{})
	slice[1].Code = 9
	seen(_, array[1].Code)
	matrix := [2][2]codes.ResponseCode{{c, d}, {5, 6}}
	row := matrix[0]
	row[0] = 11
	seen(_, matrix[0][0])
	same := &matrix[1]
	same[0] = c
	seen(_, matrix[1][0])
	functions := []func(){func() { c = 5 }, func() { c = 6 }}
	for _, f := range functions {
		f()
	}
	seen(_, c)
	table := map[string]func(codes.ResponseCode) codes.ResponseCode{"a": func(x codes.ResponseCode) codes.ResponseCode { d = x; return 12 }}
	seen(_, table["a"](c))
	seen(_, d)
}

func Texts(text string) {
	switch {
	case strings.TrimLeft(text, "0") == "5":
		seen(_, text)
	case len(text) == 1:
		seen(_, text)
	case text[0] == '1':
		seen(_, text)
	case text[:1] == "2":
		seen(_, text)
	case text > "5":
		seen(_, text)
	}
	for _, r := range text {
		if r == '5' {
			seen(_, text)
		}
	}
	number, _ := strconv.Atoi(text)
	if number == 0 {
		seen(_, text)
	}
	if n, err := strconv.ParseInt(text, 0, 8); err == nil && n == 5 {
		seen(_, text)
	}
	if n, err := strconv.ParseUint(text, 16, 64); err == nil && n == 17 {
		seen(_, text)
	}
	before, after, found := strings.Cut(text, "1")
	if found && before == "" {
		seen(_, text)
		seen(_, after)
	}
	padded := fmt.Sprintf("%03s", text)
	if padded == "005" {
		seen(_, text)
	}
	if strings.Join([]string{text, ""}, "") == "5" {
		seen(_, text)
	}
	if fmt.Sprint(text, "0") == "50" {
		seen(_, text)
	}
	if text+"" == "11" {
		seen(_, text)
	}
	if strings.Repeat(text, 2) == "55" {
		seen(_, text)
	}
}
