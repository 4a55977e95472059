// Goroutines that a function starts on what it gets, and that go on when it has returned.
package written

type reply struct{ Code codes.ResponseCode }

func (r *reply) fill(c codes.ResponseCode, turns chan bool) {
	<-turns
	r.Code = c
	turns <- true
}

func (r *reply) fillLater(c codes.ResponseCode, turns chan bool) { go r.fill(c, turns) }

func fillLater(r *reply, c codes.ResponseCode, turns chan bool) { go r.fill(c, turns) }

func set(to *codes.ResponseCode, c codes.ResponseCode, turns chan bool) {
	<-turns
	*to = c
	turns <- true
}

func setLater(to *codes.ResponseCode, c codes.ResponseCode, turns chan bool) { go set(to, c, turns) }

func await(turns chan bool) {
	turns <- true
	<-turns
}

// Filled is changed while it waits.
func Filled(c codes.ResponseCode) {
	turns := make(chan bool)
	var r reply
	fillLater(&r, c, turns)
	r.Code = codes.ResponseSuccess
	if r.Code == codes.ResponseSuccess {
		turns <- true
		<-turns
		seen(_, r.Code)
	}
	var other reply
	other.fillLater(c, turns)
	other.Code = codes.ResponseSuccess
	await(turns)
	seen(_, other.Code)
	var code codes.ResponseCode
	setLater(&code, c, turns)
	code = codes.ResponseSuccess
	await(turns)
	seen(_, code)
}
