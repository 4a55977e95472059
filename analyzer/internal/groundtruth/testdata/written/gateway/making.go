package gateway

// A Setter takes a code.
type Setter interface{ Set(code int) }

// Bind returns a function that sets a code.
func Bind(s Setter, code codes.ResponseCode) func() { return func() { s.Set(int(code)) } }

// A Changer changes what it has got.
type Changer struct{ to Setter }

// NewChanger makes one.
func NewChanger(s Setter) *Changer { return &Changer{s} }

// Change sets a code.
func (c *Changer) Change(code int) { c.to.Set(code) }

// Assign stores a number.
func Assign(v reflect.Value, n int) { v.SetInt(int64(n)) }
