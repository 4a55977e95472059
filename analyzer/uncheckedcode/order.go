package uncheckedcode

import "github.com/errcodelint/errcodelint/analyzer/internal/replies"

// after reports whether a use of some kind can follow the call before the variable is filled
// anew.
func (d *decoded) after(wanted func(replies.Use) bool) bool {
	o := d.b.Order(d.call)
	from, ok := o.Find(d.call)
	if !ok {
		return true // never executed, or not understood
	}
	uses := make(map[replies.Place][]replies.Use)
	for _, u := range d.trace.Uses {
		if p, ok := o.Find(u.Ident); ok {
			uses[p] = append(uses[p], u)
		}
	}
	for _, u := range uses[from] {
		if wanted(u) {
			return true
		}
	}
	found := false
	o.Reachable(from, func(p replies.Place) bool {
		again := false
		for _, u := range uses[p] {
			found = found || wanted(u)
			again = again || u.Kind == replies.Filled && u.Call != d.call || u.Kind == replies.Written && u.Whole
		}
		return !found && !again
	})
	return found
}
