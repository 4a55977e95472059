// Addresses that containers of other packages keep, and give to whoever asks.
package written

type entry struct {
	Code codes.ResponseCode
	next *entry
}

type registered struct{ Code codes.ResponseCode }

var registry []*registered

func (r *registered) register()              { registry = append(registry, r) }
func (r *registered) take(other *registered) { registry = append(registry, other) }

type key struct{}

// Kept stores through what a container gives back.
func Kept(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	var pool sync.Pool
	e := entry{Code: c}
	pool.Put(&e)
	e.Code = 3
	if x, ok := pool.Get().(*entry); ok {
		x.Code = 11
	}
	seen(_, e.Code)

	var m sync.Map
	f := entry{Code: c}
	m.Store("f", &f)
	f.Code = 3
	if x, ok := m.Load("f"); ok {
		x.(*entry).Code = 12
	}
	seen(_, f.Code)

	var current atomic.Pointer[entry]
	g := entry{Code: c}
	current.Store(&g)
	g.Code = 3
	current.Load().Code = 13
	seen(_, g.Code)

	var value atomic.Value
	h := entry{Code: c}
	value.Store(&h)
	h.Code = 3
	value.Load().(*entry).Code = 14
	seen(_, h.Code)

	i := entry{Code: c}
	ctx := context.WithValue(context.Background(), key{}, &i)
	i.Code = 3
	ctx.Value(key{}).(*entry).Code = 15
	seen(_, i.Code)

	var code codes.ResponseCode = c
	var of atomic.Pointer[codes.ResponseCode]
	of.Store(&code)
	code = 3
	*of.Load() = 16
	seen(_, code)
	old := of.Swap(nil)
	code = c
	*old = 17
	seen(_, code)

	j := entry{Code: c}
	all := map[string]*entry{}
	maps.Copy(all, map[string]*entry{"j": &j})
	j.Code = 3
	all["j"].Code = 20
	seen(_, j.Code)

	k := entry{Code: c}
	list := slices.Insert([]*entry{}, 0, &k)
	k.Code = 3
	list[0].Code = 21
	seen(_, k.Code)

	l := entry{Code: c}
	once := sync.OnceValue(func() *entry { return &l })
	l.Code = 3
	once().Code = 22
	seen(_, l.Code)

	n := entry{Code: c}
	for p := range slices.Values([]*entry{&n}) {
		n.Code = 3
		p.Code = 23
	}
	seen(_, n.Code)

	o := entry{Code: c}
	q := cmp.Or(nil, &o)
	o.Code = 3
	q.Code = 24
	seen(_, o.Code)
}

// Registered are what methods keep that are called as functions.
func Registered(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	var r, s, u registered
	registry = nil
	(*registered).register(&r)
	r.Code = c
	registry[0].Code = 5
	seen(_, r.Code)
	(*registered).take(&s, &u)
	u.Code = c
	registry[1].Code = 7
	seen(_, u.Code)
	seen(_, s.Code)
	var v registered
	add := v.register
	v.Code = c
	add()
	registry[2].Code = 11
	seen(_, v.Code)
	var w registered
	keep := (*registered).register
	keep(&w)
	w.Code = c
	registry[3].Code = 12
	seen(_, w.Code)
}
