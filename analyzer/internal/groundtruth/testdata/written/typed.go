// Functions whose types have names: to call one is to call a function.
package written

type printer func(io.Writer, ...any) (int, error)

type stepper func()

var lastPrinted codes.ResponseCode

// meddles is written to, and changes a code by that.
type meddles struct{}

func (meddles) Write(text []byte) (int, error) {
	lastPrinted = codes.ResponseInvalidRecipient
	return len(text), nil
}

var printers = map[bool]printer{true: fmt.Fprint, false: fmt.Fprintln}

// TypedPrinter has another package's function call a method.
func TypedPrinter(c codes.ResponseCode, b bool) {
	print := printers[b]
	if lastPrinted = c; lastPrinted == codes.ResponseThrottlingRateExceeded {
		print(meddles{}, "text")
		seen(_, lastPrinted)
	}
}

func saved() { _ = recover() }

// TypedRecovers goes on after a panic.
func TypedRecovers(c codes.ResponseCode, b bool) {
	code := c
	func() {
		var end stepper = saved
		if b {
			end = func() { _ = recover() }
		}
		defer end()
		if code != codes.ResponseSuccess {
			panic("refused")
		}
	}()
	seen(_, code)
}
