// Package capture sums decoded packets up.
//
// Silent, because constants of another package speak against the field, and a
// byte is never a code.
package capture

import "example.test/programs/shapes/c11/layers"

type summary struct {
	ResponseCode int
	Count        int
}

func sum(ds []*layers.DNS) []summary {
	count := make(map[int]int)
	for _, d := range ds {
		if d.ResponseCode == layers.DNSResponseCodeNoErr || d.ResponseCode == 16 {
			continue
		}
		count[int(d.ResponseCode)]++
	}
	var all []summary
	for code, n := range count {
		all = append(all, summary{code, n})
	}
	return all
}

// Worst is the number of packets of the worst kind.
func Worst(ds []*layers.DNS) (n int) {
	for _, s := range sum(ds) {
		if s.ResponseCode == int(layers.DNSResponseCodeRefused) {
			return s.Count
		}
		if s.ResponseCode == 16 || s.ResponseCode == 0 {
			n = max(n, s.Count)
		}
	}
	return n
}
