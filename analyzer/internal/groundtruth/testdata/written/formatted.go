// Errors in errors, by the verbs that wrap and those that do not.
package written

var (
	errQueue  = errors.New("queue is full")
	errClosed = errors.New("closed")
	errSame   = errClosed
)

func formatted(c codes.ResponseCode) error {
	switch c {
	case 0:
		return nil
	case 3:
		return fmt.Errorf("%v: %w", errQueue, errClosed)
	case 4:
		return fmt.Errorf("%w: %v", errQueue, errClosed)
	case 5:
		return fmt.Errorf("%v: %w", c, errQueue)
	case 6:
		return fmt.Errorf("%+w", errQueue)
	case 7:
		return fmt.Errorf("%[1]w", errQueue)
	case 9:
		return fmt.Errorf("%[2]w %[1]v", errClosed, errQueue)
	case 11:
		return fmt.Errorf("100%%w %v", errQueue)
	case 12:
		return fmt.Errorf("%w", error(nil))
	case 13:
		return fmt.Errorf("%*d %w", 5, 3, errQueue)
	case 14:
		return fmt.Errorf("%s %w %d", "queue", c, c)
	case 15:
		return fmt.Errorf("%w %w", errQueue, c)
	case 16:
		return fmt.Errorf("%w", "text")
	case 17:
		return fmt.Errorf("%w and more", errSame)
	case 20:
		return fmt.Errorf("%5w|%-8.3w", errQueue, c)
	}
	return errors.Join(nil, fmt.Errorf("%d", c), nil)
}

// Formatted looks for what is wrapped.
func Formatted(c codes.ResponseCode, b bool) {
	err := formatted(c)
	if errors.Is(err, errQueue) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, errClosed) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, codes.ResponseThrottlingRateExceeded) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	var code codes.ResponseCode
	if errors.As(err, &code) {
		seen(_, code)
		seen(_, c)
	} else {
		seen(_, code)
		seen(_, c)
	}
	if inner := errors.Unwrap(err); inner == nil {
		seen(_, c)
	} else if inner == errQueue {
		seen(_, c)
	}
	if err == nil {
		seen(_, c)
	}
	local := fmt.Errorf("%v %w", c, errSame)
	if errors.As(local, &code) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(local, errClosed) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	format := "%v"
	if b {
		format = "%w"
	}
	if errors.Is(fmt.Errorf(format, errQueue), errQueue) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(fmt.Errorf("%w", []any{errQueue}...), errQueue) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// Pointed finds errors through pointers that have names.
func Pointed(c codes.ResponseCode, b bool) {
	var code, other codes.ResponseCode
	target := &code
	if errors.As(formatted(c), target) {
		seen(_, code)
		seen(_, *target)
		seen(_, c)
	} else {
		seen(_, code)
		seen(_, c)
	}
	seen(_, code)
	targets := []*codes.ResponseCode{&other, &code}
	if errors.As(formatted(c), targets[0]) {
		seen(_, other)
		seen(_, c)
	}
	seen(_, other)
	var dynamic any = &other
	other = 3
	if errors.As(c, dynamic) {
		seen(_, other)
	}
	seen(_, other)
	find := func(err error, at any) bool { return errors.As(err, at) }
	other = 3
	if find(c, &other) {
		seen(_, other)
	}
	seen(_, other)
	holder := struct{ code codes.ResponseCode }{3}
	hp := &holder
	if errors.As(c, &hp.code) {
		seen(_, holder.code)
	}
	seen(_, holder.code)
	into := new(codes.ResponseCode)
	*into = 3
	if errors.As(c, into) {
		seen(_, *into)
	}
	seen(_, *into)
	if c.UnmarshalText([]byte("7")) == nil {
		seen(_, c)
	}
	seen(_, c)
	list := []codes.ResponseCode{5, 88}
	if b {
		_ = list[0].UnmarshalText([]byte("11"))
	}
	seen(_, list[0])
	if slices.Contains(list, holder.code) {
		seen(_, holder.code)
	}
}

type slip struct{ ResponseCode *int }

func printed[T ~int](c T) string { return fmt.Sprint(c) }

// Verbs may not fit, or print an address, or a name.
func Verbs(c codes.ResponseCode, responseCode any) {
	n := int(c)
	r := slip{&n}
	if fmt.Sprint(r.ResponseCode) != "5" && fmt.Sprintf("%d", r.ResponseCode) != "5" {
		seen(_, *r.ResponseCode)
	}
	if printed(c) != "5" {
		seen(_, c)
	}
	if fmt.Sprintf("%s", int(c)) != "5" && fmt.Sprintf("%.0f", int(c)) != "5" && fmt.Sprintf("%d", c.Wire()) != "5" {
		seen(_, c)
	}
	if fmt.Sprintf("%d", responseCode) != "5" {
		seen(_, responseCode)
	}
	if fmt.Sprintf("%s", responseCode) != "5" {
		seen(_, responseCode)
	}
	whole := fmt.Sprintf("%.0f", responseCode)
	if whole == "5" {
		seen(_, responseCode)
	} else {
		seen(_, responseCode)
		seen(_, whole)
	}
	if fmt.Sprintf("%v", responseCode) != "5" {
		seen(_, responseCode)
	}
}
