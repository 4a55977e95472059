// Package nearest guesses what a misspelt word was meant to be.
package nearest

import "slices"

// To returns the candidate that word is probably a misspelling of, or "".
func To(word string, candidates []string) string {
	candidates = slices.Sorted(slices.Values(candidates)) // so that the answer does not depend on their order
	best, limit := "", len(word)/3+1
	for _, c := range candidates {
		if len(c) < 2 {
			continue // one letter is near to everything that is short
		}
		if d := distance(word, c); d < limit {
			best, limit = c, d
		}
	}
	return best
}

// distance counts the letters that have to be inserted, removed or replaced to make b of a.
func distance(a, b string) int {
	row := make([]int, len(b)+1) // distances of a[:i] to every b[:j]
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
