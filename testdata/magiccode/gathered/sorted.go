package gathered

import (
	"maps"
	"slices"
)

type reply struct {
	ResponseCode int      `json:"responseCode"`
	Recipients   []string `json:"recipients"`
}

// distinct lists the codes of replies once each.
func distinct(replies []reply) []int {
	var list []int
	for _, r := range replies {
		list = append(list, r.ResponseCode)
	}
	slices.Sort(list)
	list = slices.Compact(list)
	if slices.Contains(list, 99) { // want `99 is the response code SystemError`
		return nil
	}
	rest := slices.DeleteFunc(slices.Clone(list), func(code int) bool { return len(replies) > code })
	if len(rest) > 0 && rest[0] == 5 { // want `5 is the response code ThrottlingRateExceeded`
		return rest
	}
	return list
}

// others counts by code, but for those that everybody knows.
func others(replies []reply) (n int) {
	counts := make(map[int]int)
	for _, r := range replies {
		counts[r.ResponseCode]++
	}
	copied := maps.Clone(counts)
	delete(counts, 16) // want `16 is the response code DuplicateDestination`
	delete(copied, 11) // want `11 is the response code InvalidRecipient`
	for _, c := range counts {
		n += c
	}
	return n + len(copied)
}

// sizes has numbers of another kind.
func sizes(replies []reply) []int {
	var list []int
	for _, r := range replies {
		list = append(list, len(r.Recipients))
	}
	list = slices.Compact(list)
	if slices.Contains(list, 5) {
		return nil
	}
	return list
}
