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

func guarded[F ~func()](end F, c codes.ResponseCode) {
	defer end()
	if c != codes.ResponseSuccess {
		panic("refused")
	}
}

// TypedGeneric has a function of a type that only its callers know recover.
func TypedGeneric(c codes.ResponseCode, b bool) {
	guarded(saved, c)
	seen(_, c)
	guarded(stepper(saved), c)
	seen(_, c)
}

func printed[F ~func(io.Writer, ...any) (int, error)](print F) { print(meddles{}, "text") }

// TypedGenericPrinter has one call a method.
func TypedGenericPrinter(c codes.ResponseCode, b bool) {
	if lastPrinted = c; lastPrinted == codes.ResponseThrottlingRateExceeded {
		printed(fmt.Fprint)
		seen(_, lastPrinted)
	}
	if lastPrinted = c; lastPrinted == codes.ResponseThrottlingRateExceeded {
		printed(printers[b])
		seen(_, lastPrinted)
	}
}

func meddle() { lastPrinted = codes.ResponseInvalidRecipient }

func done[F ~func()](f F) { f() }

func doneBy[S ~[]F, F interface{ stepper | func() }](all S) {
	for _, f := range all {
		f()
	}
}

// TypedGenericStep has one called that changes a code itself.
func TypedGenericStep(c codes.ResponseCode, b bool) {
	if lastPrinted = c; lastPrinted == codes.ResponseThrottlingRateExceeded {
		done(meddle)
		seen(_, lastPrinted)
	}
	if lastPrinted = c; lastPrinted == codes.ResponseThrottlingRateExceeded {
		done(stepper(meddle))
		seen(_, lastPrinted)
	}
	if lastPrinted = c; lastPrinted == codes.ResponseThrottlingRateExceeded {
		doneBy([]stepper{meddle})
		seen(_, lastPrinted)
	}
}
