// Errors that a pointer in a reply leads to, which is nil where nothing has failed.
package written

type verdict struct {
	ID      string
	Refusal *refusal
}

type refusal struct {
	Code codes.ResponseCode
	Text string
}

func (r *refusal) Error() string { return r.Text }

// judge enters a refusal for a success too, if b.
func judge(c codes.ResponseCode, b bool) (*verdict, error) {
	text := fmt.Sprintf(`{"Refusal":{"Code":%d}}`, int(c))
	if c == codes.ResponseSuccess && !b {
		text = `{"ID":"m1"}`
	}
	v := new(verdict)
	return v, json.Unmarshal([]byte(text), v)
}

func judged(c codes.ResponseCode, b bool) error {
	v, err := judge(c, b)
	if err != nil {
		return err
	}
	if v.Refusal != nil && v.Refusal.Code != codes.ResponseSuccess {
		return v.Refusal
	}
	return nil
}

func isPassing(err error) bool {
	var r *refusal
	if !errors.As(err, &r) {
		return true
	}
	return r.Code != codes.ResponseInvalidRecipient && r.Code != codes.ResponseSpamThresholdExceeded
}

func ExactlyEnclosedHandedOver(c codes.ResponseCode, b bool) {
	v, err := judge(c, b)
	if err != nil || v.Refusal == nil {
		return
	}
	code := v.Refusal.Code
	if isPassing(v.Refusal) {
		seen(_, code)
		return
	}
	seen(_, code)
}

func EnclosedKept(c codes.ResponseCode, b bool) {
	v, err := judge(c, b)
	if err != nil {
		return
	}
	if err == nil && v.Refusal != nil {
		err = v.Refusal
	}
	code := codes.ResponseSuccess
	var r *refusal
	if errors.As(err, &r) {
		code = r.Code
	}
	if v.Refusal != nil {
		v.Refusal.Code = codes.ResponseSystemError // what err holds is this one
	}
	seen(_, code)
	if errors.As(err, &r) {
		seen(_, r.Code)
	}
}

func EnclosedReturned(c codes.ResponseCode, b bool) {
	err := judged(c, b)
	var r *refusal
	if errors.As(err, &r) {
		seen(_, r.Code)
		if isPassing(err) {
			seen(_, r.Code)
			return
		}
		seen(_, r.Code)
	}
}
