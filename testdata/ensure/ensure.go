// Package ensure is for commands that have no use for an error. It knows nothing of codes.
package ensure

// NoError panics if there is an error.
func NoError(err error) {
	if err != nil {
		panic(err)
	}
}

// Must returns v, or panics if there is an error.
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// OrZero returns v unless there is an error.
func OrZero[T any](v T, err error) T {
	var zero T
	if err != nil {
		return zero
	}
	return v
}
