// Memory that several names lead to, and the order in which things are done.
package written

type report struct {
	Code  codes.ResponseCode
	Tries int
	Next  *report
}

type batch struct {
	reports []report
	byName  map[string]*report
	last    *report
	codes   [3]codes.ResponseCode
}

func (b *batch) add(r report) *report {
	b.reports = append(b.reports, r)
	b.last = &b.reports[len(b.reports)-1]
	return b.last
}

func (r report) failed() bool { return r.Code != 0 }
func (r *report) set(c codes.ResponseCode) codes.ResponseCode {
	old := r.Code
	r.Code = c
	return old
}

func swap(a, b *codes.ResponseCode) { *a, *b = *b, *a }

func zero(c *codes.ResponseCode) codes.ResponseCode { *c = 0; return 11 }

// Aliased has two names for one thing.
func Aliased(c, d codes.ResponseCode, b bool) {
	r := report{Code: c}
	p := &r
	if r.Code == 5 {
		p.Code = d
		seen(_, r.Code)
	}
	q := *p
	q.Code = 88
	seen(_, r.Code)
	seen(_, q.Code)
	rs := []report{r, q}
	first := &rs[0]
	rs = append(rs, report{Code: 12})
	rs[0].Code = 13
	seen(_, first.Code)
	seen(_, rs[0].Code)
	bt := batch{}
	one := bt.add(report{Code: c})
	if one.Code == 7 {
		bt.last.Code = 9
		seen(_, one.Code)
		seen(_, bt.reports[0].Code)
	}
	x, y := c, d
	swap(&x, &y)
	if x == 5 {
		seen(_, x)
		seen(_, y)
		seen(_, d)
		seen(_, c)
	}
	arr := [3]codes.ResponseCode{c, d, 5}
	view := arr[:]
	view[0] = 14
	seen(_, arr[0])
	other := arr
	other[0] = c
	seen(_, arr[0])
	seen(_, other[0])
	copy(view, []codes.ResponseCode{d})
	seen(_, arr[0])
	clear(view)
	seen(_, arr[1])
	if b {
		p = &q
	}
	p.Code = 15
	seen(_, r.Code)
	seen(_, q.Code)
	seen(_, p.Code)
}

// Ordered depends on what is evaluated first.
func Ordered(c, d codes.ResponseCode, b bool) {
	x := c
	y := x + zero(&x)
	seen(_, x)
	seen(_, y)
	r := report{Code: c}
	old, now := r.set(d), r.Code
	seen(_, old)
	seen(_, now)
	if r.set(5) == 11 && r.Code == 5 {
		seen(_, r.Code)
		seen(_, d)
	}
	m := map[int]codes.ResponseCode{0: c}
	i := 0
	i, m[i] = 1, 12
	seen(_, m[0])
	seen(_, m[1])
	a := [2]codes.ResponseCode{c, d}
	i = 0
	i, a[i] = 1, 13
	seen(_, a[0])
	seen(_, a[1])
	a[0], a[1] = a[1], a[0]
	seen(_, a[0])
	seen(_, a[1])
	switch z := zero(&a[0]); {
	case a[0] != 0:
		seen(_, a[0])
	case z == 11:
		seen(_, z)
		seen(_, a[0])
	}
	var e codes.ResponseCode
	func() {
		defer func() { e = d }()
		defer func() { seen(_, e) }()
		e = c
		if e == 5 {
			e = 7
			return
		}
		if b {
			panic(e)
		}
	}()
	seen(_, e)
}

// Bound has methods of copies and of pointers.
func Bound(c, d codes.ResponseCode, b bool) {
	r := report{Code: c}
	failed := r.failed
	set := r.set
	r.Code = 0
	if failed() {
		seen(_, r.Code)
		seen(_, c)
	}
	if old := set(d); old == 0 {
		seen(_, r.Code)
	}
	f := (*report).set
	f(&r, 5)
	seen(_, r.Code)
	g := report.failed
	if !g(report{Code: c}) {
		seen(_, c)
	}
	defer func(at codes.ResponseCode) {
		seen(_, at)
		seen(_, r.Code)
	}(r.Code)
	defer r.set(r.Code)
	r.Code = d
	for i := range 2 {
		defer func() {
			if i == 1 {
				seen(_, r.Code)
			}
		}()
		r.Code = c
	}
}

// Compared compares whole things.
func Compared(c, d codes.ResponseCode, b bool) {
	if (report{Code: c}) == (report{Code: 5}) {
		seen(_, c)
	}
	if (report{Code: c, Tries: 1}) == (report{Code: 5}) {
		seen(_, c)
	}
	if [2]codes.ResponseCode{c, d} == [2]codes.ResponseCode{5, 11} {
		seen(_, c)
		seen(_, d)
	}
	if any(c) == any(5) {
		seen(_, c)
	}
	if any(c) == any(codes.ResponseCode(5)) {
		seen(_, c)
	}
	if error(c) == error(codes.ResponseCode(11)) {
		seen(_, c)
	}
	var err error = c
	switch err {
	case codes.ResponseCode(5), codes.ResponseCode(7):
		seen(_, c)
	case nil:
		seen(_, c)
	default:
		seen(_, c)
	}
	var stringer fmt.Stringer = c
	if stringer == fmt.Stringer(codes.ResponseCode(12)) {
		seen(_, c)
	}
	p, q := &report{Code: c}, &report{Code: d}
	if b {
		q = p
	}
	if p == q {
		q.Code = 5
		seen(_, p.Code)
	} else {
		seen(_, p.Code)
	}
	if *p == *q {
		seen(_, p.Code)
	}
	switch (report{Code: c}) {
	case report{Code: 5}:
		seen(_, c)
	case report{Code: 7}, report{Code: 11}:
		seen(_, c)
	default:
		seen(_, c)
	}
	switch true {
	case c == 5:
		seen(_, c)
	case c > 5 == true:
		seen(_, c)
	case c != 0 != b:
		seen(_, c)
	default:
		seen(_, c)
	}
}

// Kept stores codes in what the standard library offers.
func Kept(c, d codes.ResponseCode, b bool) {
	var last atomic.Int64
	last.Store(int64(c))
	if last.Load() == 5 {
		seen(_, c)
	}
	old := last.Swap(11)
	if old == 7 {
		seen(_, c)
	}
	if last.CompareAndSwap(11, int64(d)) {
		seen(_, codes.ResponseCode(last.Load()))
	}
	var number int64 = int64(c)
	atomic.AddInt64(&number, 1)
	seen(_, codes.ResponseCode(number))
	if number == 6 {
		seen(_, c)
	}
	bits, more := int32(c), int64(c)
	if bits == 5 && more == 5 {
		atomic.AndInt32(&bits, 4)
		atomic.OrInt64(&more, 2)
		seen(_, codes.ResponseCode(bits))
		seen(_, codes.ResponseCode(more))
	}
	flags := &bits
	atomic.OrInt32(flags, 1)
	seen(_, codes.ResponseCode(bits))
	var all sync.Map
	all.Store("code", c)
	if v, ok := all.Load("code"); ok && v == codes.ResponseCode(5) {
		seen(_, c)
	}
	if v, _ := all.Load("code"); v.(codes.ResponseCode) == 11 {
		seen(_, c)
	}
	var pool = sync.Pool{New: func() any { return new(report) }}
	r := pool.Get().(*report)
	r.Code = c
	pool.Put(r)
	s := pool.Get().(*report)
	seen(_, s.Code)
	var ptr atomic.Pointer[report]
	ptr.Store(&report{Code: c})
	if ptr.Load().Code == 5 {
		ptr.Load().Code = d
		seen(_, ptr.Load().Code)
		seen(_, c)
	}
	ch := make(chan codes.ResponseCode, 2)
	ch <- c
	ch <- d
	x, y := <-ch, <-ch
	if x == 5 {
		seen(_, x)
		seen(_, y)
		seen(_, c)
	}
	select {
	case z, ok := <-ch:
		seen(_, z)
		_ = ok
	default:
		seen(_, x)
	}
	close(ch)
	for z := range ch {
		seen(_, z)
	}
	if z, ok := <-ch; !ok {
		seen(_, z)
	}
}

// Filtered goes through lists.
func Filtered(c, d codes.ResponseCode, b bool) {
	all := []codes.ResponseCode{c, d}
	left := slices.DeleteFunc(slices.Clone(all), func(x codes.ResponseCode) bool { return x == 0 || x == 5 })
	for _, x := range left {
		seen(_, x)
	}
	if len(left) == 0 {
		seen(_, c)
		seen(_, d)
	}
	if i := slices.IndexFunc(all, func(x codes.ResponseCode) bool { return x > 5 }); i >= 0 {
		seen(_, all[i])
	} else {
		seen(_, c)
	}
	slices.Sort(all)
	seen(_, all[0])
	if all[0] == c {
		seen(_, c)
	}
	all = slices.Compact(all)
	if len(all) == 1 {
		seen(_, c)
		seen(_, d)
	}
	if slices.Max(all) == 5 {
		seen(_, c)
	}
	counts := map[codes.ResponseCode]int{}
	counts[c]++
	counts[d]++
	if counts[5] == 2 {
		seen(_, c)
		seen(_, d)
	}
	if counts[0] > 0 {
		seen(_, c)
	}
	for code, n := range counts {
		if n == 2 {
			seen(_, code)
		}
	}
	delete(counts, 5)
	if _, ok := counts[c]; !ok {
		seen(_, c)
	}
	keys := slices.Sorted(maps.Keys(counts))
	if len(keys) > 0 && keys[0] == 11 {
		seen(_, c)
	}
	for i, x := range slices.Backward([]codes.ResponseCode{c, 5, d}) {
		if i == 1 {
			seen(_, x)
			continue
		}
		seen(_, x)
	}
	set := map[codes.ResponseCode]struct{}{5: {}, 11: {}}
	if b {
		set[7] = struct{}{}
	}
	if _, bad := set[c]; bad {
		seen(_, c)
		return
	}
	seen(_, c)
}

func notify(ctx context.Context, r *report) error {
	if r.Code == 0 {
		return nil
	}
	if r.Code == 5 {
		r.Code = 11
	}
	return fmt.Errorf("refused: %w", r.Code)
}

// Handed gives the same thing to several.
func Handed(c, d codes.ResponseCode, b bool) {
	r := &report{Code: c}
	err := notify(context.Background(), r)
	seen(_, r.Code)
	if err != nil {
		seen(_, r.Code)
		seen(_, c)
	}
	if errors.Is(err, codes.ResponseCode(5)) {
		seen(_, c)
	}
	if errors.Is(err, codes.ResponseCode(11)) {
		seen(_, c)
		seen(_, r.Code)
	}
	list := r
	for i := range 3 {
		list = &report{Code: c, Next: list, Tries: i}
		if b {
			list.Code = d
		}
	}
	for e := list; e != nil; e = e.Next {
		if e.Code == 5 {
			seen(_, e.Code)
			e.Code = 0
		}
	}
	seen(_, list.Code)
	seen(_, r.Code)
	list.Next.Next = list
	list.Next.Next.Code = 12
	seen(_, list.Code)
	seen(_, list.Next.Code)
	bt := &batch{byName: map[string]*report{"a": r, "b": list}}
	bt.byName["a"].Code = 13
	seen(_, r.Code)
	for _, e := range bt.byName {
		e.Code = c
	}
	seen(_, r.Code)
	seen(_, list.Code)
	bt.codes[0], bt.codes[1] = c, d
	for i := range bt.codes {
		if bt.codes[i] == 0 {
			bt.codes[i] = 14
		}
	}
	seen(_, bt.codes[0])
	seen(_, bt.codes[2])
	for i, x := range bt.codes {
		bt.codes[2] = 15
		if i == 2 {
			seen(_, x)
			seen(_, bt.codes[i])
		}
	}
}
