package domain

import (
	"cmp"
	"slices"

	"github.com/errcodelint/errcodelint/codes"
)

// A Definition is what makes a domain, in a form that a fact can carry.
type Definition struct {
	ID, Name, Key, Type, Path string // as in Domain

	// Members may be in any order, and have one text several times: a code with
	// several names. The first is the one that is written.
	Members []Member
}

// Definition returns what makes d.
func (d *Domain) Definition() Definition {
	return Definition{d.ID, d.Name, d.Key, d.Type, d.Path, d.members}
}

// New returns the domain of a definition, with codes that others add to it.
func New(def Definition, more ...Member) *Domain {
	d := &Domain{ID: def.ID, Name: def.Name, Key: def.Key, Type: def.Type, Path: def.Path, byText: make(map[string]int)}
	for _, members := range [][]Member{def.Members, more} {
		for _, m := range members {
			if i, ok := d.byText[m.Text]; ok {
				d.members[i] = merge(d.members[i], m)
				continue
			}
			d.byText[m.Text] = len(d.members)
			d.members = append(d.members, m)
		}
	}
	slices.SortFunc(d.members, func(a, b Member) int { return compare(a.Text, b.Text) })
	for i, m := range d.members {
		d.byText[m.Text] = i
	}
	return d
}

// merge returns a code that has two names: the first name, and whatever only the
// other one tells.
func merge(m, alias Member) Member {
	if m.Const == "" {
		m.Const, m.Path, m.Name = alias.Const, alias.Path, cmp.Or(alias.Name, m.Name)
	}
	m.Description = cmp.Or(m.Description, alias.Description)
	if m.Retry == codes.RetryUnknown {
		m.Retry = alias.Retry
	}
	return m
}

// compare orders numbers by value, and other texts after them.
func compare(a, b string) int {
	x, isX := Value(a)
	y, isY := Value(b)
	switch {
	case isX && isY:
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a, b))
	case isX:
		return -1
	case isY:
		return 1
	}
	return cmp.Compare(a, b)
}
