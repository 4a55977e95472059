// Package ptr has what every program has for pointers.
package ptr

// Value is what p points to, or a zero value.
func Value[T any](p *T) T {
	if p == nil {
		return *new(T)
	}
	return *p
}

// Or is what p points to, or something else.
func Or[T any](p *T, otherwise T) T {
	if p == nil {
		return otherwise
	}
	return *p
}

// Int64 is Value without a type parameter.
func Int64(p *int64) int64 { return Value(p) }

// Add counts what p points to up.
func Add(p *int64, by int64) int64 {
	*p += by
	return *p
}
