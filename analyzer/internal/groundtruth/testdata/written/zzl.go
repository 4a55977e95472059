// Adversary l: streams, tables, atomic and context values.
package written

type event struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	ID           int                `json:"id"`
	Sub          *event             `json:"sub"`
	All          []event            `json:"all"`
	By           map[string]event   `json:"by"`
}

func Decoded(c, d codes.ResponseCode, n int) {
	var e event
	_ = json.Unmarshal([]byte(`{"responseCode": 5}`), &e)
	if e.ResponseCode == 5 {
		_ = json.Unmarshal([]byte(`{"id": 3}`), &e)
		seen(_, e.ResponseCode)
		_ = json.Unmarshal([]byte(fmt.Sprintf(`{"responseCode": %d}`, int(c))), &e)
		seen(_, e.ResponseCode)
	}
	dec := json.NewDecoder(strings.NewReader(fmt.Sprintf(`{"responseCode": 5} {"id": 3} {"responseCode": %d}`, int(c))))
	var last event
	for {
		if err := dec.Decode(&last); err != nil {
			break
		}
		seen(_, last.ResponseCode)
		if last.ResponseCode == 5 {
			seen(_, last.ResponseCode)
		}
	}
	seen(_, last.ResponseCode)
	e = event{Sub: &event{ResponseCode: 5}, All: []event{{ResponseCode: 5}}, By: map[string]event{"a": {ResponseCode: 5}}}
	sub, all, by := e.Sub, e.All, e.By
	text := fmt.Sprintf(`{"sub": {"responseCode": %[1]d}, "all": [{"responseCode": %[1]d}], "by": {"a": {"responseCode": %[1]d}}}`, int(c))
	if sub.ResponseCode == 5 && all[0].ResponseCode == 5 && by["a"].ResponseCode == 5 {
		_ = json.Unmarshal([]byte(text), &e)
		seen(_, sub.ResponseCode)
		seen(_, all[0].ResponseCode)
		seen(_, by["a"].ResponseCode)
	}
	var dst any = &e
	e.ResponseCode = 5
	_ = json.Unmarshal([]byte(fmt.Sprintf(`{"responseCode": %d}`, int(c))), dst)
	seen(_, e.ResponseCode)
	var raw json.RawMessage
	_ = json.Unmarshal([]byte(fmt.Sprintf(`{"responseCode": %d}`, int(c))), &raw)
	e.ResponseCode = 5
	_ = json.Unmarshal(raw, &e)
	seen(_, e.ResponseCode)
	ms := map[string]any{"responseCode": "5"}
	_ = json.Unmarshal([]byte(fmt.Sprintf(`{"responseCode": "%d"}`, int(c))), &ms)
	seen(_, ms["responseCode"])
	ms["responseCode"] = "5"
	alias := ms
	alias["responseCode"] = c.Wire()
	seen(_, ms["responseCode"])
	var ptrs struct {
		ResponseCode *codes.ResponseCode `json:"responseCode"`
	}
	x := codes.ResponseCode(5)
	ptrs.ResponseCode = &x
	_ = json.Unmarshal([]byte(fmt.Sprintf(`{"responseCode": %d}`, int(c))), &ptrs)
	seen(_, x)
	seen(_, *ptrs.ResponseCode)
}

type entry struct {
	ResponseCode codes.ResponseCode
	at           int
}

type byCode []entry

func (b byCode) Len() int           { return len(b) }
func (b byCode) Less(i, j int) bool { return b[i].ResponseCode < b[j].ResponseCode }
func (b byCode) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func Sorted(c, d codes.ResponseCode, n int) {
	list := []entry{{5, 0}, {c, 1}, {d, 2}}
	if list[0].ResponseCode == 5 {
		sort.Sort(byCode(list))
		seen(_, list[0].ResponseCode)
	}
	list[0].ResponseCode = 5
	sort.Slice(list, func(i, j int) bool { return list[i].ResponseCode < list[j].ResponseCode })
	seen(_, list[0].ResponseCode)
	list[0].ResponseCode = 5
	sort.SliceStable(list, func(i, j int) bool { return list[i].at > list[j].at })
	seen(_, list[0].ResponseCode)
	list[0].ResponseCode = 5
	slices.SortFunc(list, func(a, b entry) int { return int(a.ResponseCode - b.ResponseCode) })
	seen(_, list[0].ResponseCode)
	list[0].ResponseCode = 5
	slices.Reverse(list)
	seen(_, list[0].ResponseCode)
	list[0].ResponseCode = 5
	rand.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	seen(_, list[0].ResponseCode)
	list[0].ResponseCode = 5
	byCode(list).Swap(0, 2)
	seen(_, list[0].ResponseCode)
	list[0].ResponseCode = 5
	sort.Reverse(byCode(list)).Swap(0, 1)
	seen(_, list[0].ResponseCode)
	list[0].ResponseCode = 5
	var si sort.Interface = byCode(list)
	sort.Stable(si)
	seen(_, list[0].ResponseCode)
	list[0].ResponseCode = 5
	swap := reflect.Swapper(list)
	list[0].ResponseCode = 5
	swap(0, 1)
	seen(_, list[0].ResponseCode)
	ints := []int{5, int(c)}
	sort.Ints(ints)
	seen(_, codes.ResponseCode(ints[0]))
	cs := []codes.ResponseCode{5, c}
	slices.SortStableFunc(cs, cmp.Compare)
	seen(_, cs[0])
	cs[0] = 5
	slices.Sort(cs)
	seen(_, cs[0])
	p := &list[0]
	p.ResponseCode = 5
	slices.SortFunc(list, func(a, b entry) int { return int(a.ResponseCode - b.ResponseCode) })
	seen(_, p.ResponseCode)
	p.ResponseCode = 5
	list = slices.Insert(list, 0, entry{c, 3})
	seen(_, p.ResponseCode)
	seen(_, list[0].ResponseCode)
	list[0].ResponseCode = 5
	list = slices.Replace(list, 0, 1, entry{d, 3})
	seen(_, list[0].ResponseCode)
	list[0].ResponseCode = 5
	list = slices.DeleteFunc(list, func(e entry) bool { return e.ResponseCode == 5 })
	if len(list) > 0 {
		seen(_, list[0].ResponseCode)
	}
	refs := []*entry{{5, 0}, {c, 1}}
	first := refs[0]
	first.ResponseCode = 5
	slices.SortFunc(refs, func(a, b *entry) int { return b.at - a.at })
	seen(_, refs[0].ResponseCode)
	seen(_, first.ResponseCode)
	refs[0].ResponseCode = 5
	slices.SortFunc(refs, func(a, b *entry) int { a.ResponseCode = c; return a.at - b.at })
	seen(_, refs[0].ResponseCode)
	ptrs := slices.Collect(maps.Values(map[int]*entry{1: first}))
	first.ResponseCode = 5
	ptrs[0].ResponseCode = c
	seen(_, first.ResponseCode)
	for _, r := range slices.All(refs) {
		first.ResponseCode = 5
		r.ResponseCode = d
		seen(_, first.ResponseCode)
	}
	chunks := slices.Collect(slices.Chunk(cs, 1))
	cs[0] = 5
	chunks[0][0] = c
	seen(_, cs[0])
	cs[0] = 5
	grown := slices.Grow(cs, 0)
	grown[0] = d
	seen(_, cs[0])
	cs[0] = 5
	clipped := slices.Clip(cs)
	clipped[0] = d
	seen(_, cs[0])
	cs[0] = 5
	compact := slices.Compact(cs)
	compact[0] = c
	seen(_, cs[0])
}

type ctxKey struct{}

func Values(c, d codes.ResponseCode, n int) {
	e := &entry{ResponseCode: c}
	ctx := context.WithValue(context.Background(), ctxKey{}, e)
	if e.ResponseCode == 5 {
		ctx.Value(ctxKey{}).(*entry).ResponseCode = d
		seen(_, e.ResponseCode)
	}
	e.ResponseCode = 5
	fromContext(ctx, d)
	seen(_, e.ResponseCode)
	var p atomic.Pointer[entry]
	p.Store(e)
	if p.Load().ResponseCode == 5 {
		p.Load().ResponseCode = c
		seen(_, p.Load().ResponseCode)
		seen(_, e.ResponseCode)
	}
	old := p.Swap(&entry{ResponseCode: d})
	old.ResponseCode = 5
	seen(_, p.Load().ResponseCode)
	seen(_, e.ResponseCode)
	var v atomic.Value
	v.Store(entry{ResponseCode: c})
	if v.Load().(entry).ResponseCode == 5 {
		v.Store(entry{ResponseCode: d})
		seen(_, v.Load().(entry).ResponseCode)
	}
	var a atomic.Int32
	a.Store(int32(c))
	if a.Load() == 5 {
		a.Add(1)
		seen(_, codes.ResponseCode(a.Load()))
	}
	if a.CompareAndSwap(6, int32(d)) {
		seen(_, codes.ResponseCode(a.Load()))
		seen(_, c)
	}
	var m sync.Map
	m.Store("a", e)
	e.ResponseCode = 5
	if got, ok := m.Load("a"); ok {
		got.(*entry).ResponseCode = c
		seen(_, e.ResponseCode)
	}
	e.ResponseCode = 5
	m.Range(func(k, v any) bool { v.(*entry).ResponseCode = d; return true })
	seen(_, e.ResponseCode)
	actual, loaded := m.LoadOrStore("a", &entry{ResponseCode: 3})
	if loaded {
		e.ResponseCode = 5
		actual.(*entry).ResponseCode = c
		seen(_, e.ResponseCode)
	}
	pool := sync.Pool{New: func() any { return e }}
	e.ResponseCode = 5
	pool.Get().(*entry).ResponseCode = c
	seen(_, e.ResponseCode)
	q := pool.Get().(*entry)
	pool.Put(q)
	q.ResponseCode = 5
	r := pool.Get().(*entry)
	r.ResponseCode = d
	seen(_, q.ResponseCode)
	ch := make(chan *entry, 1)
	ch <- e
	e.ResponseCode = 5
	(<-ch).ResponseCode = c
	seen(_, e.ResponseCode)
	var buf bytes.Buffer
	fmt.Fprintf(&buf, `{"ResponseCode": %d}`, int(c))
	e.ResponseCode = 5
	json.NewDecoder(&buf).Decode(e)
	seen(_, e.ResponseCode)
	holder := struct{ *entry }{e}
	e.ResponseCode = 5
	holder.entry.ResponseCode = d
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	holder.ResponseCode = c
	seen(_, e.ResponseCode)
	var iface interface{ set(codes.ResponseCode) } = e
	e.ResponseCode = 5
	iface.set(d)
	seen(_, e.ResponseCode)
	funcs := map[string]func(*entry, codes.ResponseCode){"a": (*entry).set, "b": func(e *entry, c codes.ResponseCode) {}}
	e.ResponseCode = 5
	funcs["a"](e, c)
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	table := [...]func(codes.ResponseCode){e.set, nil}
	e.ResponseCode = 5
	table[0](d)
	seen(_, e.ResponseCode)
	wrapped := logged(e.set)
	e.ResponseCode = 5
	wrapped(c)
	seen(_, e.ResponseCode)
	timer := time.AfterFunc(time.Hour, func() { e.ResponseCode = d })
	e.ResponseCode = 5
	timer.Stop()
	seen(_, e.ResponseCode)
	re := regexp.MustCompile("a")
	e.ResponseCode = 5
	re.ReplaceAllStringFunc("a", func(s string) string { e.ResponseCode = c; return s })
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	strings.Map(func(r rune) rune { e.ResponseCode = c; return r }, "a")
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	strings.FieldsFunc("a", e.isSpace)
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	slices.IndexFunc([]rune("a"), e.isSpace)
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	fmt.Fprint(writer{e}, "x")
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	io.WriteString(writer{e}, "x")
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	io.Copy(writer{e}, strings.NewReader("x"))
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	_, _ = io.ReadAll(reader{e})
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	json.NewEncoder(writer{e}).Encode(1)
	seen(_, e.ResponseCode)
	enc := json.NewEncoder(writer{e})
	e.ResponseCode = 5
	enc.Encode(2)
	seen(_, e.ResponseCode)
	lg := log.New(writer{e}, "", 0)
	e.ResponseCode = 5
	lg.Print("x")
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	fmt.Fscan(reader{e}, new(int))
	seen(_, e.ResponseCode)
	tee := io.TeeReader(strings.NewReader("x"), writer{e})
	e.ResponseCode = 5
	_, _ = io.ReadAll(tee)
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	_ = fmt.Sprint(shower{e})
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	_ = errors.Is(shower{e}, io.EOF)
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	_ = shower{e}.Error()
	seen(_, e.ResponseCode)
	err := error(shower{e})
	e.ResponseCode = 5
	_ = err.Error()
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	_ = fmt.Errorf("x: %w", err)
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	_, _ = json.Marshal(shower{e})
	seen(_, e.ResponseCode)
	e.ResponseCode = 5
	panicking(func() { panic(err) })
	seen(_, e.ResponseCode)
}

func panicking(f func()) {
	defer func() { _ = fmt.Sprint(recover()) }()
	f()
}

func logged(f func(codes.ResponseCode)) func(codes.ResponseCode) {
	return func(c codes.ResponseCode) { log.SetOutput(io.Discard); log.Print(c); f(c) }
}

func (e *entry) set(c codes.ResponseCode)  { e.ResponseCode = c }
func (e *entry) isSpace(r rune) bool       { e.ResponseCode = 11; return false }

type writer struct{ e *entry }

func (w writer) Write(b []byte) (int, error) { w.e.ResponseCode = 12; return len(b), nil }

type reader struct{ e *entry }

func (r reader) Read(b []byte) (int, error) { r.e.ResponseCode = 13; return 0, io.EOF }

type shower struct{ e *entry }

func (s shower) Error() string                { s.e.ResponseCode = 14; return "" }
func (s shower) Unwrap() error                { s.e.ResponseCode = 15; return nil }
func (s shower) MarshalJSON() ([]byte, error) { s.e.ResponseCode = 16; return []byte("1"), nil }

func fromContext(ctx context.Context, c codes.ResponseCode) {
	if e, ok := ctx.Value(ctxKey{}).(*entry); ok {
		e.ResponseCode = c
	}
}
