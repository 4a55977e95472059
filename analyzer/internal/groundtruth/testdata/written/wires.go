// Methods that are called as those of package codes are, and give something else.
package written

type (
	//errcodelint:domain response
	outcome int

	//errcodelint:domain response
	state int
)

func (o outcome) Wire() string   { return strconv.Itoa(int(o) + 1) }
func (o outcome) String() string { return strconv.Itoa(int(o) + 1) }
func (o outcome) Known() bool    { return o == 5 }
func (o outcome) Err() error {
	if o == 5 {
		return nil
	}
	return errors.New("refused")
}

func (s state) Wire() string { return strconv.FormatInt(int64(s), 10) }

type padded struct{ code codes.ResponseCode }

func (p padded) Wire() string             { return "5" }
func (p padded) Int() int                 { return int(p.code) * 2 }
func (p padded) Code() codes.ResponseCode { return p.code + 1 }

// Wires asks for text and numbers.
func Wires(c codes.ResponseCode) {
	o := outcome(c)
	if o.Wire() == "5" {
		seen(_, c)
		seen(_, o)
	} else {
		seen(_, o)
	}
	if o.String() == "5" || fmt.Sprint(o) == "6" {
		seen(_, o)
	} else {
		seen(_, o)
	}
	if o.Known() || o.Err() == nil {
		seen(_, o)
	} else {
		seen(_, c)
	}
	p := padded{c}
	if p.Wire() == "5" && p.Int() != 5 && p.Code() != 5 {
		seen(_, p.code)
	}
}

// ExactlyItself has one that gives what it is called on.
func ExactlyItself(c codes.ResponseCode) {
	if state(c).Wire() == "5" {
		seen(_, c)
	} else {
		seen(_, c)
	}
}
