package points

// Both returns the codes that two sets have.
func Both(a, b CodeSet) CodeSet { return both{a, b} }

type both struct{ a, b CodeSet }

func (s both) Has(text string) bool { return s.a.Has(text) && s.b.Has(text) }

func (s both) Undocumented() bool { return s.a.Undocumented() && s.b.Undocumented() }

// Chosen are some codes.
type Chosen map[string]bool

func (s Chosen) Has(text string) bool { return s[text] }

func (Chosen) Undocumented() bool { return false }
