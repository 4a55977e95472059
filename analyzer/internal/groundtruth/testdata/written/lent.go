// What is lent to another package, which changes it then or later.
package written

type setter struct{ *gateway.Report }

func (s setter) Set(code int) { s.ResponseCode = codes.ResponseCode(code) }

type deep struct {
	boxes map[string]*gateway.Box
	inner struct{ report gateway.Report }
}

func (d *deep) Set(code int) { d.inner.report.ResponseCode = codes.ResponseCode(code) }

func box(d *deep) *gateway.Box { return gateway.NewBox(&d.inner.report) }

// Boxed is changed by the methods of what holds it.
func Boxed(c, d codes.ResponseCode, b bool) {
	r := gateway.Report{ResponseCode: c}
	bx := gateway.NewBox(&r)
	if r.ResponseCode == 5 {
		bx.Fill(int(d))
		seen(_, r.ResponseCode)
	}
	if bx.Peek().ResponseCode == 11 {
		bx.Fill(7)
		seen(_, bx.Peek().ResponseCode)
		seen(_, r.ResponseCode)
	}
	copied := *bx
	r.ResponseCode = c
	if r.ResponseCode == 12 && copied.Filled(13) {
		seen(_, r.ResponseCode)
	}
	p := bx.Peek()
	p.ResponseCode = 14
	seen(_, r.ResponseCode)
	dp := &deep{}
	dp.inner.report.ResponseCode = c
	held := box(dp)
	dp.boxes = map[string]*gateway.Box{"a": held}
	if dp.inner.report.ResponseCode == 5 {
		dp.boxes["a"].Fill(int(d))
		seen(_, dp.inner.report.ResponseCode)
	}
	if dp.inner.report.ResponseCode == 11 {
		gateway.Apply(15, dp)
		seen(_, dp.inner.report.ResponseCode)
	}
	gateway.Apply(16, setter{&r}, dp)
	seen(_, r.ResponseCode)
	seen(_, dp.inner.report.ResponseCode)
}

// Generic functions get literals that change what is around them.
func Functions(c, d codes.ResponseCode, b bool) {
	rs := []gateway.Report{{ResponseCode: c}, {ResponseCode: d}}
	last := c
	if rs[0].ResponseCode == 5 {
		gateway.Each(rs, func(r *gateway.Report) { last = r.ResponseCode; r.ResponseCode = 7 })
		seen(_, rs[0].ResponseCode)
		seen(_, last)
	}
	if last == 11 {
		all := gateway.Map(rs, func(r gateway.Report) codes.ResponseCode { last = 12; return r.ResponseCode })
		seen(_, last)
		seen(_, all[0])
	}
	r := &gateway.Report{ResponseCode: c}
	for i := range gateway.All(r, 3) {
		seen(_, r.ResponseCode)
		if i == 0 && r.ResponseCode == 3 {
			r.ResponseCode = d
			seen(_, r.ResponseCode)
		}
	}
	seen(_, r.ResponseCode)
	last = c
	run := gateway.Later(func() { last = 13 })
	if last == 5 {
		run()
		seen(_, last)
	}
	stop := context.AfterFunc(context.Background(), func() {})
	_ = stop
	once := sync.OnceValue(func() codes.ResponseCode { last = d; return last })
	if last == 11 {
		seen(_, once())
		seen(_, last)
	}
	slices.SortFunc(rs, func(x, y gateway.Report) int { last = 14; return cmp.Compare(x.ResponseCode, y.ResponseCode) })
	seen(_, last)
	seen(_, rs[0].ResponseCode)
}

// Notified has a field that is called with the reply itself.
func Notified(c, d codes.ResponseCode, b bool) {
	count := c
	r := &gateway.Report{ResponseCode: c, OnChange: func(r *gateway.Report) { r.ResponseCode = d; count = 15 }}
	if r.ResponseCode == 5 {
		same := gateway.Changed(r)
		seen(_, same.ResponseCode)
		seen(_, r.ResponseCode)
		seen(_, count)
	}
	other := &gateway.Report{ResponseCode: 88, Next: r}
	gateway.Swap(&r, &other)
	seen(_, r.ResponseCode)
	seen(_, other.ResponseCode)
	gateway.Last(r).ResponseCode = 16
	seen(_, r.ResponseCode)
	seen(_, other.ResponseCode)
	other.OnChange = nil
	if count == 11 {
		gateway.Changed(other)
		seen(_, count)
	}
	if count == 12 {
		r.Next.OnChange = func(*gateway.Report) { count = 17 }
		gateway.Changed(gateway.Last(r))
		seen(_, count)
	}
}
