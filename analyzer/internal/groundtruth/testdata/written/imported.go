// What the functions of another package say of codes.
package written

// Checked asks for what another package makes of codes.
func Checked(c codes.ResponseCode, b bool) {
	if b && c == 17 {
		gateway.Change()
	}
	err := gateway.Check(c)
	if err == nil {
		seen(_, c)
	}
	if gateway.Busy(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if gateway.Temporary(err) {
		seen(_, c)
	}
	if err == gateway.ErrBusy {
		seen(_, c)
	}
	if err == gateway.ErrChanged {
		seen(_, c)
	}
	if errors.Is(err, gateway.ErrRefused) {
		seen(_, c)
	}
	if errors.Is(err, gateway.ErrOther) {
		seen(_, c)
	}
	if errors.Is(err, codes.ResponseSystemError) {
		seen(_, c)
	}
	code, ok := gateway.CodeOf(err)
	seen(_, code)
	if ok {
		seen(_, code)
		seen(_, c)
	} else {
		seen(_, code)
		seen(_, c)
	}
	var e *gateway.Error
	if errors.As(err, &e) {
		seen(_, e.Code)
		seen(_, c)
		if e.Temporary() {
			seen(_, e.Code)
		}
		if e.Err != nil {
			seen(_, e.Code)
		}
	}
	var v gateway.Value
	if !errors.As(err, &v) {
		seen(_, v.Code)
	}
	seen(_, v.Code)
	if w, isValue := err.(gateway.Value); isValue {
		seen(_, w.Code)
		seen(_, c)
	} else {
		seen(_, w.Code)
		seen(_, c)
	}
	switch x := err.(type) {
	case *gateway.Error:
		seen(_, x.Code)
	case gateway.Value:
		seen(_, x.Code)
	case codes.ResponseCode:
		seen(_, x)
	case interface{ Temporary() bool }:
		seen(_, c)
	case nil:
		seen(_, c)
	default:
		seen(_, c)
	}
	func() {
		defer func() { _ = recover() }()
		gateway.Must(err)
		seen(_, c)
	}()
	if err := gateway.Do(&gateway.Reply{ResponseCode: c}, (*gateway.Reply).Err); err != nil {
		seen(_, c)
		if errors.As(err, &e) {
			seen(_, e.Code)
		}
		if gateway.Busy(err) {
			seen(_, c)
		}
	} else {
		seen(_, c)
	}
}

// Fetched has replies of another package.
func Fetched(c, d codes.ResponseCode, b bool) {
	r, err := gateway.Send(c, b)
	seen(_, r.Code())
	if err != nil {
		seen(_, r.Code())
		seen(_, c)
		return
	}
	if r.OK() {
		seen(_, r.ResponseCode)
		seen(_, c)
	}
	if r.Failed() {
		seen(_, c)
	}
	s := r.With(d)
	seen(_, r.ResponseCode)
	seen(_, s.ResponseCode)
	if s.OK() != r.OK() {
		seen(_, c)
		seen(_, d)
	}
	if err := r.Err(); err != nil {
		seen(_, r.ResponseCode)
		r.Set(7)
		seen(_, r.ResponseCode)
		seen(_, c)
	}
	r.Inner = s
	r.Inner.Set(11)
	seen(_, s.ResponseCode)
	for x := range gateway.Each(r, s, &gateway.Reply{ResponseCode: c}) {
		seen(_, x.ResponseCode)
		x.ResponseCode = 3
	}
	seen(_, r.ResponseCode)
	if gateway.IsFinal(c) {
		seen(_, c)
	}
	if gateway.Map(c) == 88 {
		seen(_, c)
	}
	seen(_, gateway.Map(d))
}

// Plain asks with texts and numbers.
func Plain(responseCode string, c codes.ResponseCode) {
	if responseCode == "22" {
		return
	}
	if gateway.Transient(responseCode) {
		seen(_, responseCode)
	} else {
		seen(_, responseCode)
	}
	if gateway.Low(int(c)) {
		seen(_, c)
	}
	switch gateway.Class(responseCode) {
	case "ok":
		seen(_, responseCode)
	case "busy":
		seen(_, responseCode)
	case "session":
		seen(_, responseCode)
	default:
		seen(_, responseCode)
	}
	if gateway.Transient(c.Wire()) {
		seen(_, c)
	}
	if gateway.Transient(fmt.Sprint(int(c))) {
		seen(_, c)
	}
	if gateway.Transient(c.String()) {
		seen(_, c)
	}
	if n, err := strconv.Atoi(responseCode); err == nil && gateway.Low(n) {
		seen(_, responseCode)
	}
	if n, _ := strconv.Atoi(responseCode); gateway.Low(n) {
		seen(_, responseCode)
	}
	if !gateway.Transient(responseCode) && gateway.Class(responseCode) == "" {
		seen(_, responseCode)
	}
}
