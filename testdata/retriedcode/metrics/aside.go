package metrics

import "sync/atomic"

var counted atomic.Int64

// Count counts what is done.
func Count(name string, do func()) {
	counted.Add(int64(len(name)))
	defer counted.Add(1)
	do()
}

// Sample does only the first of several.
func Sample(n int, do func()) {
	if n == 0 {
		Count("sample", do)
	}
}
