// Package shared has generic helpers and places that serve codes and other
// numbers.
package shared

import "github.com/errcodelint/errcodelint/codes"

// Set is a set of anything.
type Set[T comparable] map[T]struct{}

// NewSet returns a set.
func NewSet[T comparable](xs ...T) Set[T] {
	s := Set[T]{}
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}

// Has reports whether x is in the set.
func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }

var (
	retry = NewSet(codes.ResponseThrottlingRateExceeded)
	pages = NewSet(5, 10)
	ids   = Set[int]{5: {}, 10: {}}
)

// Found looks for everything.
func Found(c codes.ResponseCode, n int) bool {
	return retry.Has(c) || pages.Has(n) || pages.Has(5) || ids.Has(10) || retry.Has(88) // want "magiccode: .*GeneralFailure"
}

func contains[T comparable](xs []T, x T) bool {
	for _, y := range xs {
		if y == x {
			return true
		}
	}
	return false
}

func search(c codes.ResponseCode, page int) bool {
	return contains([]codes.ResponseCode{codes.ResponseInvalidIP}, c) || contains([]int{1, 2, 5}, page)
}

type event struct {
	kind  string
	value int
}

func refused(c codes.ResponseCode) event { return event{"code", int(c)} }

func late(n int) event { return event{"latency", n} }

func slow(e event) bool { return e.value == 5 }

type severity int

func severityOf(c codes.ResponseCode) severity {
	switch {
	case c == codes.ResponseSuccess:
		return 0
	case c.Retryable():
		return 1
	}
	return severity(c)
}

func minor(c codes.ResponseCode) bool { return severityOf(c) == 1 }

var columns = map[string]int{"to": 0, "responseCode": 5}

func column(row []string) string {
	if columns["responseCode"] == 5 {
		return row[5]
	}
	return row[columns["responseCode"]]
}
