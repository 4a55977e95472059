package gateway

type Report struct {
	ResponseCode codes.ResponseCode
	Next         *Report
	OnChange     func(*Report)
}

type Box struct{ held *Report }

func NewBox(r *Report) *Box        { return &Box{held: r} }
func (b *Box) Fill(code int)       { b.held.ResponseCode = codes.ResponseCode(code) }
func (b *Box) Peek() *Report       { return b.held }
func (b Box) Filled(code int) bool { b.held.ResponseCode = codes.ResponseCode(code); return true }

func Each[T any](xs []T, f func(*T)) {
	for i := range xs {
		f(&xs[i])
	}
}

func Map[T, U any](xs []T, f func(T) U) []U {
	var all []U
	for _, x := range xs {
		all = append(all, f(x))
	}
	return all
}

func All(r *Report, code int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range 2 {
			r.ResponseCode = codes.ResponseCode(code + i)
			if !yield(i) {
				return
			}
		}
	}
}

type Setter interface{ Set(int) }

func Apply(code int, all ...Setter) {
	for _, s := range all {
		s.Set(code)
	}
}

func Later(f func()) func() { return f }

func Changed(r *Report) *Report {
	if r.OnChange != nil {
		r.OnChange(r)
	}
	return r
}

func Swap(a, b **Report) { *a, *b = *b, *a }

func Last(r *Report) *Report {
	for r.Next != nil {
		r = r.Next
	}
	return r
}
