package gateway

func Filling(p any) iter.Seq[int] {
	return func(yield func(int) bool) {
		_ = json.Unmarshal([]byte(`{"responseCode": 13}`), p)
		if yield(1) {
			yield(2)
		}
		_ = json.Unmarshal([]byte(`{"responseCode": 15}`), p)
	}
}

func Mapped[T any](all iter.Seq[T], f func(T) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for x := range all {
			if !yield(f(x)) {
				return
			}
		}
	}
}
