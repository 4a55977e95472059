// Lists that share the room behind their ends.
package written

type queue struct{ all []codes.ResponseCode }

func (q *queue) push(c codes.ResponseCode) { q.all = append(q.all, c) }

func newQueue(all []codes.ResponseCode) *queue { return &queue{all} }

func head(all []codes.ResponseCode) []codes.ResponseCode { return all[:1] }

func parted(all []codes.ResponseCode) ([]codes.ResponseCode, error) { return all[:1], nil }

// Forked makes two lists of one.
func Forked(c codes.ResponseCode) {
	base := make([]codes.ResponseCode, 0, 10)
	longer := append(base, 5)
	longer[0] = 3
	base = append(base, c)
	seen(_, longer[0])
	all := make([]codes.ResponseCode, 0, 10)
	same := all
	all = append(all, 3)
	all[0] = 3
	same = append(same, c)
	seen(_, all[0])
	same[0] = 3
	all = append(all[:0], c)
	seen(_, same[0])
	if c != 5 {
		outer := make([]codes.ResponseCode, 1, 10)
		more := append(outer, 5)
		more[1] = 3
		outer = append(outer, c)
		seen(_, more[1])
	}
}

// Copies are of structs that hold a list.
func Copies(c codes.ResponseCode) {
	q := queue{make([]codes.ResponseCode, 0, 10)}
	same := q
	q.all = append(q.all, 3)
	q.all[0] = 3
	same.all = append(same.all, c)
	seen(_, q.all[0])
	list := []codes.ResponseCode{3, 3, 3}
	pushed := newQueue(list[:1])
	list[1] = 3
	pushed.push(c)
	seen(_, list[1])
	held := queue{list[:1]}
	list[1] = 3
	held.all = append(held.all, c)
	seen(_, list[1])
}

// Cut are lists that end before what they are in does.
func Cut(c codes.ResponseCode) {
	list := []codes.ResponseCode{3, 3, 3}
	first := head(list)
	list[1] = 3
	first = append(first, c)
	seen(_, list[1])
	list[1] = 3
	_ = append(head(list), c)
	seen(_, list[1])
	given, _ := parted(list)
	list[1] = 3
	given = append(given, c)
	seen(_, list[1])
	lists := make(chan []codes.ResponseCode, 1)
	lists <- list[:1]
	received := <-lists
	list[1] = 3
	received = append(received, c)
	seen(_, list[1])
	for _, each := range [][]codes.ResponseCode{list[:1]} {
		list[1] = 3
		each = append(each, c)
		seen(_, list[1])
	}
	asserted := any(list[:1]).([]codes.ResponseCode)
	list[1] = 3
	asserted = append(asserted, c)
	seen(_, list[1])
	limited := append(list[:1:2], 3)
	_ = limited
	list[1] = 3
	limited = append(list[:1:2], c)
	seen(_, list[1])
	list[2] = 3
	full := append(list[:2:2], c)
	_ = full
	seen(_, list[2])
	left := slices.Delete(list, 1, 3)
	all := list[:3]
	all[1] = 3
	left = append(left, c)
	seen(_, all[1])
}

// Alone has lists that nobody shares, beside another.
func Alone(c codes.ResponseCode, n int) {
	list := []codes.ResponseCode{3, 3, 3}
	var failed []codes.ResponseCode
	texts := make([]string, 0, 3)
	for range n {
		failed = append(failed, c)
		texts = append(texts, c.Wire())
	}
	seen(_, list[1])
	_, _ = failed, texts
}
