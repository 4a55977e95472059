// Pointers that are nil: there is no code behind them.
package written

type wired struct {
	Code  *codes.ResponseCode
	Inner *wiredPart
}

type wiredPart struct {
	Code codes.ResponseCode
	To   string
}

var errWired = errors.New("refused")

func (w *wired) err() error {
	if w.Code == nil {
		return nil
	}
	return errWired
}

// wire makes what comes over the wire: without the code, if b.
func wire(c codes.ResponseCode, b bool) []byte {
	if b {
		return []byte(`{}`)
	}
	return []byte(fmt.Sprintf(`{"Code":%d,"Inner":{"Code":%d}}`, int(c), int(c)))
}

func fetchWired(c codes.ResponseCode, b bool) (*wired, error) {
	var w wired
	if err := json.Unmarshal(wire(c, b), &w); err != nil {
		return nil, err
	}
	if w.Code != nil {
		return nil, fmt.Errorf("refused: %w", *w.Code)
	}
	return &w, nil
}

func fetchInner(c codes.ResponseCode, b bool) (*wired, error) {
	w := new(wired)
	if err := json.Unmarshal(wire(c, b), w); err != nil {
		return nil, err
	}
	if w.Inner != nil && w.Inner.Code != codes.ResponseSuccess {
		return w, w.Inner.Code
	}
	return w, nil
}

// fetchStripped tells by the error alone.
func fetchStripped(c codes.ResponseCode, b bool) (*wired, error) {
	w := new(wired)
	if err := json.Unmarshal(wire(c, b), w); err != nil || w.Inner == nil {
		return w, err
	}
	err := w.Inner.Code.Err()
	if err != nil {
		w.Inner = nil
	}
	return w, err
}

func NowhereStripped(c codes.ResponseCode, b bool) {
	w, err := fetchStripped(c, b)
	if w.Inner == nil {
		var code codes.ResponseCode
		if errors.As(err, &code) {
			seen(_, code)
		}
		if err == nil {
			seen(_, c)
		}
	} else {
		seen(_, w.Inner.Code)
	}
	if w.Inner == nil && err != nil {
		seen(_, c)
	}
}

func NowhereTested(c codes.ResponseCode, b bool) {
	var w wired
	if err := json.Unmarshal(wire(c, b), &w); err != nil {
		return
	}
	if w.Code == nil {
		seen(_, c)
		return
	}
	seen(_, *w.Code)
	if *w.Code == codes.ResponseSuccess {
		seen(_, c)
		return
	}
	if w.Inner != nil {
		seen(_, w.Inner.Code)
	} else {
		seen(_, *w.Code)
	}
}

func NowhereAsked(c codes.ResponseCode, b bool) {
	var w wired
	if err := json.Unmarshal(wire(c, b), &w); err != nil {
		return
	}
	err := w.err()
	if err == nil {
		seen(_, c)
	}
	if w.Code != nil {
		seen(_, *w.Code)
		if err == nil {
			seen(_, *w.Code)
		}
	}
}

func NowhereFetched(c codes.ResponseCode, b bool) {
	w, err := fetchWired(c, b)
	var code codes.ResponseCode
	switch {
	case err == nil && w.Code == nil:
		seen(_, c)
	case errors.As(err, &code):
		seen(_, code)
	default:
		seen(_, c)
	}
	if w == nil {
		seen(_, c)
		seen(_, code)
	}
}

func NowhereInner(c codes.ResponseCode, b bool) {
	w, err := fetchInner(c, b)
	if err != nil {
		seen(_, c)
		var code codes.ResponseCode
		if errors.As(err, &code) {
			seen(_, code)
		}
	}
	if w != nil && w.Inner != nil {
		seen(_, w.Inner.Code)
		if err == nil {
			seen(_, w.Inner.Code)
		}
	}
}

// NowhereReplaced takes the code first, and the pointer away then.
func NowhereReplaced(c codes.ResponseCode, b bool) {
	var w wired
	if err := json.Unmarshal(wire(c, false), &w); err != nil {
		return
	}
	code := codes.ResponseSystemError
	if w.Code != nil {
		code = *w.Code
	}
	if b {
		w.Code = nil
	}
	if w.Code == nil {
		seen(_, code)
		return
	}
	seen(_, *w.Code)
	seen(_, code)
}

// NowhereAround does so with what is around it.
func NowhereAround(c codes.ResponseCode, b bool) {
	w := new(wired)
	if err := json.Unmarshal(wire(c, false), w); err != nil {
		return
	}
	code := codes.ResponseSystemError
	if w.Inner != nil {
		code = w.Inner.Code
	}
	if b {
		*w = wired{}
	}
	if w.Inner == nil {
		seen(_, code)
	} else {
		seen(_, w.Inner.Code)
	}
	if nil == w.Code {
		seen(_, code)
	}
}

// NowhereShared has a code that is another's, too.
func NowhereShared(c codes.ResponseCode, b bool) {
	var p *wiredPart
	if b {
		p = &wiredPart{Code: c}
	}
	if p == nil {
		seen(_, c)
		return
	}
	seen(_, p.Code)
}

// NowhereAgain goes round until there is none.
func NowhereAgain(c codes.ResponseCode, b bool) {
	for i := range 2 {
		var w wired
		if err := json.Unmarshal(wire(c, b && i == 1), &w); err != nil {
			return
		}
		last := codes.ResponseSuccess
		if w.Inner != nil {
			last = w.Inner.Code
		}
		if w.Inner == nil {
			seen(_, last)
			continue
		}
		seen(_, last)
	}
}
