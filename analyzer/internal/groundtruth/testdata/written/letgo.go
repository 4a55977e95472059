// Another package's methods that sound as if they only let go of something.
package written

func closes(l *gateway.Lease, c codes.ResponseCode) {
	defer l.Close()
	if c == 5 {
		panic("busy")
	}
}

func rescues(l *gateway.Lease, c codes.ResponseCode) {
	defer l.Done()
	if c == 5 {
		panic("busy")
	}
}

func LetsGo(c codes.ResponseCode) {
	l := new(gateway.Lease)
	rescues(l, c)
	seen(_, c)
	func() {
		defer func() { _ = recover() }()
		closes(l, c)
		seen(_, c)
	}()
}
