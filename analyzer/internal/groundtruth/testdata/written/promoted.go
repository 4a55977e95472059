// Methods that are called by an interface that a struct has in it, or by the interface's name.
package written

type sink interface{ put(codes.ResponseCode) }

type pipe struct{ sink }

type pump struct{ *pipe }

type drain struct{ n int }

type tank struct{ n int }

type well struct{ n int }

func (drain) put(c codes.ResponseCode)   { seen(_, c) }
func (t *tank) put(c codes.ResponseCode) { seen(_, c) }

type opener interface{ open(codes.ResponseCode) }

func (well) open(c codes.ResponseCode) { seen(_, c) }

// Promoted calls what it also calls directly.
func Promoted(c codes.ResponseCode) {
	drain{}.put(5)
	(&tank{}).put(5)
	pipe{drain{}}.put(c)
	pump{&pipe{&tank{}}}.put(c)
	well{}.open(5)
	open := opener.open
	open(well{}, c)
}
