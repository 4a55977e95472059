package syntax

// An Assumption keeps what has been found out about things of which each depends on others, as functions do that call each
// other: whether something is true of them that only what one does, or another one that it depends on, makes false.
//
// While one is looked at it is taken for true, so that of a function that calls itself only the rest counts. What was found
// true meanwhile may rest on that, and is forgotten if it turns out to be false.
type Assumption[K comparable] struct {
	known  map[K]bool
	proved []K // what was found true since the outermost question that is open, in turn
	open   int
}

// Of returns whether it is true of k, as find finds out.
func (a *Assumption[K]) Of(k K, find func() bool) bool {
	if is, ok := a.known[k]; ok {
		return is
	}
	if a.known == nil {
		a.known = make(map[K]bool)
	}
	before := len(a.proved)
	a.known[k] = true
	a.open++
	is := find()
	a.open--
	a.known[k] = is
	if is {
		a.proved = append(a.proved, k)
	} else {
		for _, other := range a.proved[before:] {
			delete(a.known, other)
		}
		a.proved = a.proved[:before]
	}
	if a.open == 0 {
		a.proved = a.proved[:0]
	}
	return is
}

// Reached returns a node of a graph, and all that is reached from there.
func Reached[K comparable](from K, next func(K) []K) []K {
	met := map[K]bool{from: true}
	all := []K{from}
	for i := 0; i < len(all); i++ {
		for _, k := range next(all[i]) {
			if !met[k] {
				met[k] = true
				all = append(all, k)
			}
		}
	}
	return all
}
